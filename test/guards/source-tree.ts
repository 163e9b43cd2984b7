import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../../src');

/** A source file of the product: where it is, what it says, and which files of the product it imports. */
export interface SourceFile {
  path: string;
  folder: string;
  text: string;
  parsed: ts.SourceFile;
  imports: string[];
}

/** All TypeScript files of the product but the playground, which runs in browsers and imports none of them. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path) && !path.startsWith('web/client'))
    .map(path => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      const parsed = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      return {
        path,
        folder: path.includes('/') ? (path.split('/')[0] ?? '') : path.replace(/\.tsx?$/, ''),
        text,
        parsed,
        imports: importsOf(path, text),
      };
    });
}

function importsOf(path: string, text: string): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter(name => name.startsWith('.'))
    .map(name => relative(ROOT, resolve(ROOT, dirname(path), name)).replace(/\.js$/, ''))
    .map(name => `${name}.${existsSync(join(ROOT, `${name}.tsx`)) ? 'tsx' : 'ts'}`);
}

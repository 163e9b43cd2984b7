import { expect, it } from '@jest/globals';
import { sourceFiles } from './source-tree';

/** Each folder may import itself and the ones before it. */
const ORDER = [
  'platform',
  'planner',
  'country',
  'source',
  'actor',
  'article',
  'story',
  'fact',
  'event',
  'statement',
  'figure',
  'claim',
  'dossier',
  'ingestion',
  'web',
  'app',
  'main',
];

const files = sourceFiles();

it('knows every folder', () => {
  expect([...new Set(files.map(({ folder }) => folder))].filter(folder => !ORDER.includes(folder))).toEqual([]);
});

it('imports one way only: a folder itself and the ones before it', () => {
  const folderOf = new Map(files.map(({ path, folder }) => [path, folder]));
  const backward = files.flatMap(({ path, folder, imports }) =>
    imports
      .filter(imported => folderOf.has(imported) && ORDER.indexOf(folderOf.get(imported) ?? '') > ORDER.indexOf(folder))
      .map(imported => `${path} imports ${imported}`),
  );
  expect(backward).toEqual([]);
});

it('forms no circle of imports that run', () => {
  const importsOf = new Map(files.map(({ path, text, imports }) => [path, imports.filter(imported => !onlyTypes(text, imported))]));
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    if (done.has(path) || trail.includes(path)) return;
    for (const imported of importsOf.get(path) ?? []) visit(imported, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  expect(circles).toEqual([]);
});

it('has no barrels', () => {
  expect(files.filter(({ path }) => /(^|\/)index\.tsx?$/.test(path)).map(({ path }) => path)).toEqual([]);
});

it('reads the environment in one place only', () => {
  expect(
    files.filter(({ path, text }) => path !== 'platform/config.ts' && /process\s*\.\s*env/.test(text)).map(({ path }) => path),
  ).toEqual([]);
});

/** Whether a file takes nothing but types from another, so that the import is gone when it runs. */
function onlyTypes(text: string, imported: string): boolean {
  const name = imported
    .replace(/^.*\//, '')
    .replace(/\.tsx?$/, '')
    .replaceAll('.', '\\.');
  const statements = text.match(new RegExp(`^import [^;]*?/${name}';`, 'gm')) ?? [];
  return statements.length > 0 && statements.every(statement => statement.startsWith('import type'));
}

import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, Kind, parse } from 'graphql';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { command, root } from './project.mjs';

const schemaFile = join(root, 'schema', 'schema.graphql');
const operationsFolder = join(root, 'schema', 'operations');
const typesFile = join(root, 'schema', 'operations.ts');
const manifestFile = join(root, 'schema', 'persisted-operations.json');
const head = '// The types and documents of the public operations, written by `npm run codegen`: change schema/operations, not this file.';

/** The public operations: a file is one document, which may hold several. */
function readDocuments() {
  const files = readdirSync(operationsFolder).filter(name => name.endsWith('.graphql'));
  return files.sort().map(name => {
    const text = readFileSync(join(operationsFolder, name), 'utf8');
    return { location: name, text, document: parse(text) };
  });
}

/** TypeScript for those who ask them, by the GraphQL Code Generator. */
async function typesOf(documents) {
  const schema = readFileSync(schemaFile, 'utf8');
  const text = await codegen({
    filename: typesFile,
    schema: parse(schema),
    schemaAst: buildSchema(schema),
    documents,
    config: { scalars: { DateTime: 'string' }, useTypeImports: true, dedupeFragments: true, documentMode: 'string' },
    pluginMap: { typescriptOperations, typedDocumentNode },
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
  });
  return `${head}\n\n${text}`;
}

/** The hash by which each document can be asked for, and the names of its operations. */
function manifestOf(documents) {
  const entries = documents.map(({ location, text, document }) => {
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).map(({ name }) => name.value);
    return [basename(location, '.graphql'), { sha256Hash: createHash('sha256').update(text).digest('hex'), operations }];
  });
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

await command(async () => {
  const documents = readDocuments();
  const generated = [
    [typesFile, await typesOf(documents)],
    [manifestFile, manifestOf(documents)],
  ];
  for (const [file, text] of generated) {
    if (!process.argv.includes('--check')) writeFileSync(file, text);
    else if (readFileSync(file, 'utf8') !== text)
      throw new Error(`schema/${basename(file)} is not what the operations say: npm run codegen`);
  }
});

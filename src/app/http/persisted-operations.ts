import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The public operations by the SHA-256 of their text, in hexadecimal. */
export type PersistedOperations = ReadonlyMap<string, string>;

/** Reads the operations that clients may name by their hash: each file of the folder is one. */
export function readPersistedOperations(folder: string): PersistedOperations {
  const texts = readdirSync(folder)
    .filter(file => file.endsWith('.graphql'))
    .map(file => readFileSync(join(folder, file), 'utf8'));
  return new Map(texts.map(text => [createHash('sha256').update(text).digest('hex'), text]));
}

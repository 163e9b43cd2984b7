// Makes dictionary/frequencies.br, once: node scripts/word-frequencies.mjs FOLDER
// FOLDER holds what dictionary/README.md says how to get: the English words in the order of their frequency.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assigningModule, englishWords } from './english-words.mjs';
import { packedTable, wordListText } from './packed-table.mjs';
import { command, root, say } from './project.mjs';

const target = join(root, 'dictionary', 'frequencies.br');

/** How many of the most frequent words, and how many sounds, are kept. */
const KEPT = 100_000;

await command(async () => {
  const folder = process.argv[2];
  if (!folder) throw new Error('node scripts/word-frequencies.mjs FOLDER; see dictionary/README.md');
  const { wordsOf } = await assigningModule('words');
  const { soundKey } = await assigningModule('sound');
  const written = new Map();
  const sounding = new Map();
  for (const [word, rank] of englishWords(folder, wordsOf)) {
    add(written, word, frequencyAt(rank));
    const key = soundKey(word);
    if (key) add(sounding, key, frequencyAt(rank));
  }
  const [words, sounds] = [partOf(written), partOf(sounding)];
  const header = { written: words.header, sounding: sounds.header };
  writeFileSync(target, packedTable('FREQUENT', header, [words.text, words.levels, sounds.text, sounds.levels]));
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
  const frequent = [...frequencies].sort((a, b) => b[1] - a[1]).slice(0, KEPT);
  const kept = frequent.sort(([a], [b]) => (a < b ? -1 : 1));
  const text = wordListText(kept.map(([word]) => word));
  const levels = Buffer.from(kept.map(([, frequency]) => Math.round(-15 * Math.log(frequency))));
  return { header: { words: kept.length, bytes: text.length }, text, levels };
}

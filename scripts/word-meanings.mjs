// Makes dictionary/meanings.br, once: node scripts/word-meanings.mjs FOLDER
// FOLDER holds what dictionary/README.md says how to get: dictionaries in the format of dictd and the English words in the order of their frequency.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { assigningModule, englishWords } from './english-words.mjs';
import { packedTable, wordListText } from './packed-table.mjs';
import { command, root, say } from './project.mjs';

const target = join(root, 'dictionary', 'meanings.br');

/** Pairs with English, then pairs whose first language is known by then: its words carry their English meanings over. */
const toEnglish = ['pol', 'fin', 'ell'];
const fromEnglish = ['fin', 'nor', 'bul', 'ind'];
const chains = [
  {
    trust: 1,
    pairs: `pol-spa ell-spa pol-rus ell-rus fin-por pol-por ell-por fin-fra ell-fra pol-fra fin-deu pol-deu fin-ita ell-ita pol-ita fin-nld ell-nld pol-nld
      fin-swe ell-swe pol-swe pol-tur`,
  },
  {
    trust: 0.6,
    pairs: `fra-rus fra-spa fra-por ita-spa ita-por ita-rus deu-rus deu-spa nld-spa nld-por nld-rus swe-rus swe-spa swe-por fra-tur ita-tur swe-tur fra-ita
      deu-fra`,
  },
  { trust: 0.6, pairs: 'por-spa' },
];
const codes = {
  pol: 'pl', fin: 'fi', ell: 'el', nor: 'no', bul: 'bg', ind: 'id', spa: 'es', rus: 'ru', por: 'pt', fra: 'fr', deu: 'de', ita: 'it', nld: 'nl',
  swe: 'sv', tur: 'tr',
}; // prettier-ignore

const ENGLISH_WORDS = 32_000;

/** Of an expression of several words those more frequent than this one are left out: they are mostly grammar. */
const GRAMMAR = 150;

await command(async () => {
  const folder = process.argv[2];
  if (folder === '--packages')
    return process.stdout.write(
      `${allPairs()
        .map(pair => `dict-freedict-${pair}`)
        .join(' ')}\n`,
    );
  if (!folder) throw new Error('node scripts/word-meanings.mjs FOLDER; see dictionary/README.md');
  const { wordsOf } = await assigningModule('words');
  const english = frequentWords(folder, wordsOf);
  const meanings = readMeanings(folder, english, wordsOf);
  writeFileSync(target, tableOf(english, meanings));
  say(`Wrote ${target}.`);
});

function allPairs() {
  const withEnglish = [...toEnglish.map(language => `${language}-eng`), ...fromEnglish.map(language => `eng-${language}`)];
  return [...withEnglish, ...chains.flatMap(({ pairs }) => pairs.split(/\s+/))];
}

/** The frequent words of English, each with its rank. */
function frequentWords(folder, wordsOf) {
  const ranks = new Map();
  for (const [word] of englishWords(folder, wordsOf)) {
    if (!ranks.has(word)) ranks.set(word, ranks.size);
    if (ranks.size === ENGLISH_WORDS) break;
  }
  return ranks;
}

/** For each language its words, and for each word how much speaks for each English word. */
function readMeanings(folder, english, wordsOf) {
  const meanings = Object.fromEntries(Object.keys(codes).map(language => [language, new Map()]));
  const add = (language, expression, word, weight) => {
    const [first, ...others] = wordsOf(expression, 9);
    if (!first || first.number || others.length) return;
    const weights = meanings[language].get(first.text) ?? new Map();
    weights.set(word, (weights.get(word) ?? 0) + weight);
    meanings[language].set(first.text, weights);
  };
  const inEnglish = expression => {
    const words = wordsOf(expression, 9).filter(({ text }) => english.has(text));
    return words.filter(({ text }) => words.length === 1 || english.get(text) > GRAMMAR).map(({ text }) => text).slice(0, 3); // prettier-ignore
  };
  for (const language of toEnglish)
    for (const { head, translations } of readDictionary(folder, `${language}-eng`))
      translations.forEach((translation, place) => {
        const words = inEnglish(translation);
        for (const word of words) add(language, head, word, 1 / (1 + place) / words.length);
      });
  for (const language of fromEnglish)
    for (const { head, translations } of readDictionary(folder, `eng-${language}`))
      translations.forEach((translation, place) => {
        const words = inEnglish(head);
        for (const word of words) add(language, translation, word, 0.7 / (1 + place) / words.length);
      });
  for (const { trust, pairs } of chains) {
    const found = [];
    for (const pair of pairs.split(/\s+/)) {
      const [from, to] = pair.split('-');
      for (const { head, translations } of readDictionary(folder, pair)) {
        const [first, ...others] = wordsOf(head, 9);
        const weights = others.length ? undefined : meanings[from].get(first?.text);
        if (!weights) continue;
        const best = heaviest(weights, 5);
        const total = best.reduce((sum, [, weight]) => sum + weight, 0);
        translations.forEach((translation, place) => {
          for (const [word, weight] of best) found.push([to, translation, word, (trust * weight) / total / (1 + place)]);
        });
      }
    }
    for (const each of found) add(...each);
  }
  return meanings;
}

/** The entries of a dictionary of dictd: the translations are the numbered lines, or the one line below the head; the others explain. */
function readDictionary(folder, pair) {
  const path = join(folder, 'usr', 'share', 'dictd', `freedict-${pair}`);
  const text = gunzipSync(readFileSync(`${path}.dict.dz`));
  const places = new Map();
  for (const line of readFileSync(`${path}.index`, 'utf8').split('\n')) {
    const [head, start, length] = line.split('\t');
    if (length && !head.startsWith('00')) places.set(start, numberOf(length));
  }
  return [...places].map(([start, length]) => {
    const [first, ...lines] = text.toString('utf8', numberOf(start), numberOf(start) + length).split('\n');
    const numbered = lines.filter(line => /^\d+\. /.test(line));
    const translations = (numbered.length ? numbered : lines.slice(0, 1)).flatMap(line =>
      line
        .replace(/^\d+\.|\[[^\]]*\]|<[^>]*>|\{[^}]*\}|\([^)]*\)|\/[^/]*\//g, ' ')
        .split(/[,;]/)
        .map(part => part.trim().replace(/^(to|a|an|the)\s+/i, ''))
        .filter(part => part && part.split(/\s+/).length <= 3),
    );
    return { head: first.replace(/\s*[/<[].*$/, '').trim(), translations: translations.slice(0, 10) };
  });
}

/** The numbers of dictd: base 64, the most significant digit first. */
function numberOf(digits) {
  const order = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return [...digits].reduce((number, digit) => number * 64 + order.indexOf(digit), 0);
}

function heaviest(weights, count) {
  return [...weights].sort((a, b) => b[1] - a[1]).slice(0, count);
}

/** The table as src/ingestion/assign/lexicon/word-meanings.ts reads it. */
function tableOf(english, meanings) {
  const dictionaries = Object.entries(meanings).map(([language, weightsOf]) => {
    const words = [...weightsOf].filter(([word]) => /^[a-z']+$/.test(word)).sort(([a], [b]) => (a < b ? -1 : 1)); // prettier-ignore
    return [codes[language], words.map(([word, weights]) => [word, likeliest(weights, english)])];
  });
  const meant = [...new Set(dictionaries.flatMap(([, words]) => words.flatMap(([, links]) => links.map(([word]) => word))))].sort();
  const placeOf = new Map(meant.map((word, place) => [word, place]));
  const parts = dictionaries.map(([code, words]) => {
    const text = wordListText(words.map(([word]) => word));
    const links = Buffer.from(
      words.flatMap(([, links]) => [
        links.length,
        ...links.flatMap(([word, share]) => [placeOf.get(word) & 255, placeOf.get(word) >> 8, Math.round(255 * share)]),
      ]),
    );
    return { code, words: words.length, text, links };
  });
  const text = wordListText(meant);
  const header = {
    english: { words: meant.length, bytes: text.length },
    languages: parts.map(({ code, words, text, links }) => ({ code, words, bytes: text.length, links: links.length })),
  };
  return packedTable('MEANING1', header, [text, ...parts.flatMap(({ text, links }) => [text, links])]);
}

/** Up to three English words, each with its share; frequent ones are likelier meant. */
function likeliest(weights, english) {
  const likely = new Map([...weights].map(([word, weight]) => [word, weight / Math.log(10 + english.get(word) / 300)]));
  const best = heaviest(likely, 3);
  const kept = best.filter(([, weight]) => weight > 0.3 * best[0][1]);
  const total = kept.reduce((sum, [, weight]) => sum + weight, 0);
  return kept.map(([word, weight]) => [word, weight / total]);
}

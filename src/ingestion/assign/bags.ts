import type { ArticleText } from './article-text';
import type { Channel } from './channels';
import { expectedEnglishShare, expectedShare, expectedSoundShare } from './expected-share';
import { wordMeanings } from './lexicon/word-meanings';
import { placeOf } from './places';
import { soundKey } from './sound';
import { termHash } from './term-hash';
import { wordsOf, type Word } from './words';

interface Entry {
  /** How often it stands there; less than once where it is one of several things that may be meant. */
  times: number;
  /** The share of articles that a term of this kind is expected in. */
  expected: number;
  /** A country or a number. */
  mark: boolean;
}

/** The terms of an article in one channel. */
export type Bag = Map<number, Entry>;

interface WeighedWord extends Word {
  expected: number;
}

/** The terms of an article in each channel, counted but not yet weighed. */
export function readBags(article: ArticleText): { bags: Record<Channel, Bag>; textWords: number } {
  const language = article.language ?? 'und';
  const read = (text: string | null, limit: number): WeighedWord[] =>
    wordsOf(text ?? '', limit).map(word => ({ ...word, expected: expectedShare(word, language) }));
  const title = read(article.title, TITLE_WORDS);
  const text = read(article.text, TEXT_WORDS);
  const shouted = title.length > 0 && title.filter(word => word.named).length > title.filter(word => !word.number).length * 0.5;
  const named = [...(shouted ? title.map(word => ({ ...word, named: false })) : title), ...text];
  const all = [...title, ...text];
  const lead = [...title, ...text.slice(0, LEAD_WORDS)];

  const bags: Record<Channel, Bag> = {
    title: bagOf(title),
    lead: bagOf(lead),
    body: bagOf(all),
    names: nameBag(named),
    sound: soundBag(lead, language),
    marks: new Map(),
    counted: countedBag([...title, ...text.slice(0, COUNTED_WORDS)]),
    pairs: pairBag(lead),
    concepts: conceptBag(lead, language),
  };
  for (const [term, entry] of bags.sound) if (entry.mark) bags.marks.set(term, entry);
  return { bags, textWords: text.length };
}

function add(bag: Bag, term: string, expected: number, { mark = false, times = 1 } = {}): void {
  const hash = termHash(term);
  const entry = bag.get(hash);
  if (entry) entry.times += times;
  else bag.set(hash, { times, expected, mark });
}

function bagOf(words: WeighedWord[]): Bag {
  const bag: Bag = new Map();
  for (const { text, expected } of words) add(bag, text, expected);
  return bag;
}

function nameBag(words: WeighedWord[]): Bag {
  const bag: Bag = new Map();
  words.forEach((word, i) => {
    if (!word.named) return;
    add(bag, `N ${word.text}`, Math.min(0.01, word.expected));
    const next = words[i + 1];
    if (next?.named) add(bag, `N ${word.text} ${next.text}`, 0.002);
  });
  return bag;
}

function soundBag(words: WeighedWord[], language: string): Bag {
  const bag: Bag = new Map();
  for (const word of words) {
    const { text, number, capital } = word;
    if (number) {
      if (text.length < 10) add(bag, `D ${text}`, text.length < 2 ? 0.1 : 0.02, { mark: true });
      continue;
    }
    const place = placeOf(text, language, capital);
    if (place) add(bag, `P ${place}`, 0.02, { mark: true });
    else addSound(bag, word, language);
  }
  return bag;
}

function addSound(bag: Bag, word: WeighedWord, language: string): void {
  const key = soundKey(word.text);
  if (key) add(bag, `S ${key}`, expectedSoundShare(key, word.expected, language));
}

function conceptBag(words: WeighedWord[], language: string): Bag {
  const bag: Bag = new Map();
  for (const word of words) {
    if (word.number) continue;
    const meaning = wordMeanings().meaningOf(word.text, language);
    if (!meaning) addSound(bag, word, language);
    for (const { english, share } of meaning ?? []) add(bag, `M ${english}`, expectedEnglishShare(english), { times: share });
  }
  return bag;
}

function countedBag(words: Word[]): Bag {
  const bag: Bag = new Map();
  words.forEach(({ text, number }, i) => {
    if (!number) return;
    if (/^(19|20)\d\d$/.test(text)) add(bag, `D ${text}`, 0.05);
    for (const neighbour of [words[i - 1], words[i + 1]])
      if (neighbour && !neighbour.number) add(bag, `C ${text} ${neighbour.text}`, 0.003);
  });
  return bag;
}

function pairBag(words: WeighedWord[]): Bag {
  const bag: Bag = new Map();
  for (let i = 1; i < words.length; i++) {
    const [left, right] = [words[i - 1] as WeighedWord, words[i] as WeighedWord];
    add(bag, `B ${left.text} ${right.text}`, 0.3 * left.expected * right.expected + 0.0005);
  }
  return bag;
}

const TITLE_WORDS = 40;
const TEXT_WORDS = 600;
const LEAD_WORDS = 70;
const COUNTED_WORDS = 200;

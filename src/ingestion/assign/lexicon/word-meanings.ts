import { join } from 'node:path';
import { projectFolder } from '../../../platform/project-folder';
import { languageOf } from '../../detect/text-language';
import { readPackedTable } from './packed-table';
import { WordList } from './word-list';

/** The English words that a word may stand for, each with how likely it is meant; the shares are 1 in all. */
export type Meaning = { english: string; share: number }[];

interface Dictionary {
  words: WordList;
  /** Where the links of each word begin and, as the next one's beginning, end. */
  starts: Uint32Array;
  /** Three bytes each: the place of an English word (the lower byte first) and its share of 255. */
  links: Uint8Array;
}

/** What words mean in English, so that articles in two languages can be compared; made by scripts/word-meanings.mjs, see docs/decisions/0029. */
export class WordMeanings {
  private readonly known = new Map<string, Meaning | null>();

  constructor(
    private readonly english: WordList,
    private readonly dictionaries: Map<string, Dictionary>,
  ) {}

  /**
   * What a word of a language means; null for one that is not known, as most names. A form that is not in the dictionary means what the words mean that begin as it
   * does: endings are short and stems long in all languages that spell by sound.
   *
   * @param word  as `wordsOf` gives it
   * @param language  a BCP 47 tag
   */
  meaningOf(word: string, language: string): Meaning | null {
    const key = `${language} ${word}`;
    let meaning = this.known.get(key);
    if (meaning === undefined) {
      meaning = this.look(word, languageOf(language));
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(key, meaning);
    }
    return meaning;
  }

  private look(word: string, language: string): Meaning | null {
    const dictionary = this.dictionaries.get(language);
    if (dictionary) {
      const place = dictionary.words.indexOf(word);
      const meaning = place >= 0 ? this.linksAt(dictionary, place) : this.byStart(dictionary, word);
      if (meaning) return meaning;
    }
    if (language !== 'en' && word.length < STEM) return null;
    return this.english.indexOf(word) >= 0 ? [{ english: word, share: 1 }] : null;
  }

  private byStart(dictionary: Dictionary, word: string): Meaning | null {
    const { places, shared } = dictionary.words.nearestByStart(word, ENDING);
    if (shared < STEM || shared < word.length - ENDING || places.length === 0) return null;
    const shares = new Map<string, number>();
    for (const place of places)
      for (const { english, share } of this.linksAt(dictionary, place)) shares.set(english, (shares.get(english) ?? 0) + share);
    const best = [...shares].sort((a, b) => b[1] - a[1]).slice(0, MEANINGS);
    const total = best.reduce((sum, [, share]) => sum + share, 0);
    return best.map(([english, share]) => ({ english, share: share / total }));
  }

  private linksAt({ starts, links }: Dictionary, place: number): Meaning {
    const meaning: Meaning = [];
    for (let at = starts[place] as number; at < (starts[place + 1] as number); at += LINK)
      meaning.push({
        english: this.english.at((links[at] as number) + 256 * (links[at + 1] as number)),
        share: (links[at + 2] as number) / 255,
      });
    return meaning;
  }
}

/**
 * Reads a table of word meanings.
 *
 * @throws Error  if the file is not one, or not a whole one
 */
export function readWordMeanings(path: string): WordMeanings {
  return readPackedTable(path, 'MEANING1', 'scripts/word-meanings.mjs', ({ english, languages }: Header, take) => {
    const meant = new WordList(take(english.bytes), english.words);
    const dictionaries = languages.map(({ code, words, bytes, links }) => {
      const list = new WordList(take(bytes), words);
      return [code, { words: list, ...linksOf(take(links), words) }] as const;
    });
    return new WordMeanings(meant, new Map(dictionaries));
  });
}

interface Header {
  english: { words: number; bytes: number };
  languages: { code: string; words: number; bytes: number; links: number }[];
}

/** In the file the links of each word stand behind their number; in memory it is known where they begin. */
function linksOf(bytes: Uint8Array, words: number): { starts: Uint32Array; links: Uint8Array } {
  const starts = new Uint32Array(words + 1);
  const links = new Uint8Array(bytes.length - words);
  for (let word = 0, from = 0; word < words; word++) {
    const length = LINK * (bytes[from] as number);
    links.set(bytes.subarray(from + 1, from + 1 + length), starts[word]);
    starts[word + 1] = (starts[word] as number) + length;
    from += 1 + length;
  }
  return { starts, links };
}

let inUse: WordMeanings | undefined;

/** The table that comes with the project, read when it is first asked for. */
export function wordMeanings(): WordMeanings {
  inUse ??= readWordMeanings(join(projectFolder(), 'dictionary', 'meanings.br'));
  return inUse;
}

const LINK = 3;
const MEANINGS = 3;
const STEM = 4;
const ENDING = 4;
const REMEMBERED = 50_000;

import { join } from 'node:path';
import { projectFolder } from '../../../platform/project-folder';
import { readPackedTable } from './packed-table';
import { WordList } from './word-list';

interface Part {
  words: WordList;
  /** One byte each: the frequency is e to the power of minus a fifteenth of it. */
  levels: Uint8Array;
}

/** How frequent words are in English, of which one is one of so many words of running text; made by scripts/word-frequencies.mjs, see docs/decisions/0030. */
export class WordFrequencies {
  constructor(
    private readonly written: Part,
    private readonly sounding: Part,
  ) {}

  /** The frequency of a word, as `wordsOf` gives it, from 0 to 1; of one that is not known, one in ten million. */
  ofWord(word: string): number {
    return frequencyIn(this.written, word);
  }

  /** The frequency of all words together that sound alike, by their `soundKey`. */
  ofSound(key: string): number {
    return frequencyIn(this.sounding, key);
  }
}

function frequencyIn({ words, levels }: Part, word: string): number {
  const place = words.indexOf(word);
  return place < 0 ? UNKNOWN : Math.exp(-(levels[place] as number) / LEVELS);
}

/**
 * Reads a table of word frequencies.
 *
 * @throws Error  if the file is not one, or not a whole one
 */
export function readWordFrequencies(path: string): WordFrequencies {
  return readPackedTable(path, 'FREQUENT', 'scripts/word-frequencies.mjs', ({ written, sounding }: Header, take) => {
    const part = ({ words, bytes }: Header['written']): Part => ({ words: new WordList(take(bytes), words), levels: take(words) });
    return new WordFrequencies(part(written), part(sounding));
  });
}

type Header = Record<'written' | 'sounding', { words: number; bytes: number }>;

let inUse: WordFrequencies | undefined;

/** The table that comes with the project, read when it is first asked for. */
export function wordFrequencies(): WordFrequencies {
  inUse ??= readWordFrequencies(join(projectFolder(), 'dictionary', 'frequencies.br'));
  return inUse;
}

const LEVELS = 15;
const UNKNOWN = 1e-7;

import { languageOf } from '../detect/text-language';
import { wordFrequencies } from './lexicon/word-frequencies';
import { wordMeanings } from './lexicon/word-meanings';
import type { Word } from './words';

/**
 * The share of articles that a word is expected in before any were read. An English word: by its frequency in English, one of another language by that of the
 * English words that translate it, and one that no dictionary knows by its length, for short words are mostly the grammar of their language.
 *
 * @param language  a BCP 47 tag
 */
export function expectedShare({ text, number }: Pick<Word, 'text' | 'number'>, language: string): number {
  if (number) return 0.03;
  if (isEnglish(language)) return expectedEnglishShare(text);
  const meaning = wordMeanings().meaningOf(text, language);
  if (meaning) return shareOf(meaning.reduce((sum, { english, share }) => sum + share * wordFrequencies().ofWord(english), 0));
  return [0.4, 0.4, 0.4, 0.3, 0.08, 0.03][text.length] ?? 0.015;
}

/** The share of articles that an English word is expected in. */
export function expectedEnglishShare(word: string): number {
  return shareOf(wordFrequencies().ofWord(word));
}

/**
 * The share of articles that a sound is expected in: of all the English words that share it, or half as much again as a word that has it.
 *
 * @param ofWord  the share that the word itself is expected in
 */
export function expectedSoundShare(key: string, ofWord: number, language: string): number {
  return isEnglish(language) ? shareOf(wordFrequencies().ofSound(key)) : Math.min(MOST, ofWord * 1.5);
}

function isEnglish(language: string): boolean {
  return languageOf(language) === 'en';
}

/** The share of texts of so many words that have a word of this frequency at least once, if words fell at random (Poisson). */
function shareOf(frequency: number): number {
  return Math.min(MOST, 1 - Math.exp(-TEXT_WORDS * frequency)) + LEAST;
}

const TEXT_WORDS = 150;
const MOST = 0.95;
const LEAST = 0.0003;

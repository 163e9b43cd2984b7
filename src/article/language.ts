import { detectAll } from 'tinyld';

/** Fewer characters than this say too little. */
const LEAST = 60;

/** More characters than this say nothing new. */
const MOST = 2_000;

/**
 * Guesses the language of a text (BCP 47), where nobody says it. Null where the text is short or where two languages are about as likely: no language
 * is better than a wrong one.
 */
export function guessLanguage(text: string): string | null {
  if (text.length < LEAST) return null;
  const [first, second] = detectAll(text.slice(0, MOST));
  if (!first || (second && first.accuracy < 1.5 * second.accuracy)) return null;
  return first.lang;
}

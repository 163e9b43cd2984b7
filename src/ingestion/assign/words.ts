import { latin } from './latin';

/** A word of a text as clustering sees it. */
export interface Word {
  /** Latin letters, lower case, the English plural taken off. */
  text: string;
  /** Whether it begins with a capital where nothing asks for one: most likely part of a name. */
  named: boolean;
  /** Whether it begins with a capital, or its script has none. */
  capital: boolean;
  /** Whether it is a number. */
  number: boolean;
}

/** The words of a text in order, at most so many. */
export function wordsOf(text: string, limit: number): Word[] {
  const words: Word[] = [];
  let startsSentence = true;
  let end = 0;
  for (const { 0: written, index } of text.matchAll(WORD)) {
    if (words.length >= limit) break;
    const between = text.slice(end, index);
    startsSentence ||= /[.!?\n]/.test(between);
    end = index + written.length;
    if (STARTS_WITH_DIGIT.test(written)) words.push({ text: numberOf(written), named: false, capital: false, number: true });
    else if (SEGMENTED.test(written))
      for (const part of segmented(written)) words.push({ text: part, named: false, capital: true, number: false });
    else {
      const first = written[0] as string;
      const isCapital = first !== first.toLowerCase();
      words.push({
        text: singular(latin(written)),
        named: isCapital && !startsSentence,
        capital: isCapital || first === first.toUpperCase(),
        number: false,
      });
    }
    startsSentence = false;
  }
  return words.filter(word => word.text.length > 1 || word.number);
}

const WORD = /\p{Nd}+(?:\s?[.,]\s?\p{Nd}{3})*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]{2,})*/gu;
const STARTS_WITH_DIGIT = /^\p{Nd}/u;
const SEGMENTED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function segmented(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function numberOf(written: string): string {
  return written.normalize('NFKC').replace(/[\s.,]/g, '');
}

function singular(word: string): string {
  const bare = word.replace(/['’]/g, '');
  if (bare.length < 4 || !bare.endsWith('s') || bare.endsWith('ss') || bare.endsWith('us') || bare.endsWith('is')) return bare;
  return bare.endsWith('ies') && bare.length > 5 ? `${bare.slice(0, -3)}y` : bare.slice(0, -1);
}

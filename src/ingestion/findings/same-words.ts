/** Fewer words than this say nothing of their own: then only the very same words are the same. */
const FEWEST = 5;

/** Which share of the shorter one's words the longer one must hold, as neighbours. */
const ENOUGH = 0.8;

/** So many words in a row are not said twice by chance. */
const LONG_RUN = 8;

/** The words of a quotation as they are compared: without case, marks and accents. */
export function wordsOf(quotation: string): string[] {
  return (
    quotation
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whether two quotations are one: the same words, most of the shorter one, or a long run in common, since papers cut what they quote at either end. */
export function sayTheSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.join(' ') === other.join(' ')) return true;
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (shorter.length < FEWEST || differInNumbers(shorter, longer)) return false;
  const pairs = runsOf(longer, 2);
  const own = [...runsOf(shorter, 2)];
  if (own.filter(pair => pairs.has(pair)).length / own.length >= ENOUGH) return true;
  const runs = runsOf(longer, LONG_RUN);
  return [...runsOf(shorter, LONG_RUN)].some(run => runs.has(run));
}

const NUMBER =
  /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|dozens?|thousands?)$/;

/** "Twelve were killed" is another statement than "fifteen were killed", however like the rest is. */
function differInNumbers(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one, other].map(words => new Set(words.filter(word => NUMBER.test(word)))) as [Set<string>, Set<string>];
  return [...a].some(number => !b.has(number)) && [...b].some(number => !a.has(number));
}

function runsOf(words: readonly string[], length: number): Set<string> {
  return new Set(words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' ')));
}

import { maskQuantities, QUANTITY, quantitiesIn } from './masked-sentence';
import type { QuantityMention } from './quantity';
import type { SpelledNumbers } from './spelled-numbers';

/** How a language says how many people there are. All strings are patterns without groups; those around a number see it as one character. */
export interface QuantityWords {
  numbers: SpelledNumbers;
  /** "at least", "more than". */
  least: string;
  /** "up to". */
  most: string;
  /** "about", "the". */
  about: string;
  /** "another". */
  further: string;
  /** What follows a number that comes on top: "others". */
  furtherAfter: string;
  /** Intervals: "between A and B", "from A to B". */
  ranges: (low: string, high: string) => readonly string[];
  /** Vague words and the number that each begins at: "dozens". */
  vague: Readonly<Record<string, number>>;
  /** Words for one number: "a dozen". */
  fixed: Readonly<Record<string, number>>;
  /** Words that read as one but are mere articles. */
  article: string;
  /** Nouns before which such an article is the number one: "un mort". */
  alone: string;
  /** Nouns for people, after which a number such as 2019 is no year. */
  people: string;
  /** What stands before a number that counts nobody: "flight", "street". */
  namedBefore: string;
  /** What follows a number that counts something else: "years", "houses". */
  otherAfter: string;
  /** One person without a numeral: "a man". */
  onePerson: string;
}

/** What may stand between a number and the noun that it counts: adjectives, no conjunction. */
const COUNTS = /^\s+(?:\p{L}{4,}\s+){0,2}$/u;

/** Makes the reader of the quantities of people in a sentence of a language. */
export function quantityReader(words: QuantityWords): (sentence: string) => QuantityMention[] {
  const { numbers, vague, fixed } = words;
  const all = (list: Readonly<Record<string, number>>): string => Object.keys(list).join('|');
  const valueIn = (list: Readonly<Record<string, number>>, text: string): number | null =>
    Object.entries(list).find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(text))?.[1] ?? null;
  const numeral = new RegExp(
    `(?<![\\p{L}\\d])(?:(?<fixed>${all(fixed)})|(?<vague>${all(vague)})|(?:${numbers.pattern}))(?![\\p{L}\\d])`,
    'giu',
  );
  const counted = new RegExp(
    `(?<![\\p{L}\\d$€£№#.,:/’'-]|${QUANTITY})(?:(?<further>${words.further})\\s+)?(?:(?<least>${words.least})\\s*|(?<most>${words.most})\\s+|(?:${words.about})\\s+)?` +
      `(?:${words.ranges(`(?<low>${QUANTITY})`, `(?<high>${QUANTITY})`).join('|')}|(?<one>${QUANTITY}))` +
      `(?![\\p{L}%°]|[.,:]${QUANTITY}|\\s?[%°]|[-–]\\p{L})(?<after>\\s+(?:${words.furtherAfter})(?![\\p{L}]))?`,
    'giu',
  );
  const onePerson = new RegExp(`(?<![\\p{L}-])(?:${words.onePerson})(?![\\p{L}-])`, 'giu');
  const named = new RegExp(`(?:(?<![\\p{L}])(?:${words.namedBefore})|\\d[.,]?|[$€£№#])\\s*$`, 'iu');
  const other = new RegExp(`^\\s*-?\\s*(?:${words.otherAfter})(?![\\p{L}])`, 'iu');
  const people = new RegExp(`^\\s+(?:${words.people})(?![\\p{L}])`, 'iu');
  const article = new RegExp(`^(?:${words.article})$`, 'iu');
  const articleFirst = new RegExp(`^(?:${words.article})(?![\\p{L}])`, 'iu');
  const alone = new RegExp(`^\\s+(?:${words.alone})(?![\\p{L}])`, 'iu');

  const numeralsIn = (sentence: string): QuantityMention[] =>
    [...sentence.matchAll(numeral)].flatMap(({ index: start, 0: text, groups = {} }) => {
      if (article.test(text) && !alone.test(sentence.slice(start + text.length))) return [];
      const value = groups.vague ? null : groups.fixed ? valueIn(fixed, groups.fixed) : numbers.read(text);
      const min = groups.vague ? valueIn(vague, groups.vague) : value;
      return [{ value, min, max: value, atLeast: false, person: false, further: false, start, end: start + text.length }];
    });

  const countsNobody = (sentence: string, start: number, end: number): boolean => {
    const [before, text, after] = [sentence.slice(0, start), sentence.slice(start, end), sentence.slice(end)];
    if (named.test(before) || other.test(after)) return true;
    if (/^(?:1[5-9]|20)\d\d$/.test(text) && !people.test(after)) return true;
    return /^\d{1,3}$/.test(text) && /\p{L}\s?[,(]\s*$/u.test(before) && /^\s?[,)]/.test(after);
  };

  return sentence => {
    const masked = maskQuantities(sentence, numeralsIn(sentence));
    const found = [...masked.text.matchAll(counted)].flatMap(({ index, 0: text, groups = {} }): QuantityMention[] => {
      const place = { start: masked.original(index), end: masked.original(index + text.length) };
      const end = masked.original(index + text.length - (groups.after?.length ?? 0));
      if (countsNobody(sentence, place.start, end)) return [];
      const shared = { ...place, person: false, further: Boolean(groups.further ?? groups.after), atLeast: Boolean(groups.least) };
      const [low, high] = quantitiesIn(`${groups.low ?? ''}${groups.high ?? ''}`, masked);
      if (low && high) {
        const rises = low.value !== null && high.value !== null && low.value < high.value;
        return rises ? [{ ...shared, value: null, min: low.value, max: high.value }] : [];
      }
      const [one] = quantitiesIn(groups.one ?? '', masked);
      if (!one) return [];
      return [{ ...shared, value: one.value, min: groups.most ? null : one.min, max: groups.least ? null : one.max }];
    });
    const persons = [...sentence.matchAll(onePerson)].map(({ index: start, 0: text }) => ({
      ...{ value: 1, min: 1, max: 1, atLeast: false, person: true, further: false },
      ...{ start, end: start + text.length },
    }));
    const isCounted = ({ start, end }: QuantityMention): boolean =>
      found.some(one => start < one.end && one.start < end) ||
      (!articleFirst.test(sentence.slice(start, end)) && found.some(one => one.end < start && COUNTS.test(sentence.slice(one.end, start))));
    return [...found, ...persons.filter(one => !isCounted(one))];
  };
}

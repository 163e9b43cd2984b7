import type { QuantityMention } from './quantity';
import type { SpelledNumbers } from './spelled-numbers';

/** How a language says how many people there are. All strings are patterns without groups. */
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
  /** Nouns for people, after which a number such as 2019 is no year. */
  people: string;
  /** What stands before a number that counts nobody: "flight", "street". */
  namedBefore: string;
  /** What follows a number that counts something else: "years", "houses". */
  otherAfter: string;
  /** One person without a numeral: "a man". */
  onePerson: string;
}

type Reader = (sentence: string) => QuantityMention[];

/** Makes the reader of the quantities of people in a sentence of a language. */
export function quantityReader(words: QuantityWords): Reader {
  const { numbers, ranges, vague, fixed } = words;
  const all = (list: Readonly<Record<string, number>>): string => Object.keys(list).join('|');
  const counted = new RegExp(
    `(?<![\\p{L}\\d$€£№#.,:/’'-])(?:(?<further>${words.further})\\s+)?(?:(?<least>${words.least})\\s+|(?<most>${words.most})\\s+|(?:${words.about})\\s+)?` +
      `(?:${ranges(`(?<low>${numbers.pattern})`, `(?<high>${numbers.pattern})`).join('|')}|(?<fixed>${all(fixed)})|(?<vague>${all(vague)})|(?<one>${numbers.pattern}))` +
      `(?![\\p{L}\\d%°]|[.,:]\\d|\\s?[%°]|[-–]\\p{L})(?<after>\\s+(?:${words.furtherAfter})(?![\\p{L}]))?`,
    'giu',
  );
  const onePerson = new RegExp(`(?<![\\p{L}-])(?:${words.onePerson})(?![\\p{L}-])`, 'giu');
  const named = new RegExp(`(?:(?<![\\p{L}])(?:${words.namedBefore})|\\d[.,]?|[$€£№#])\\s*$`, 'iu');
  const other = new RegExp(`^\\s*-?\\s*(?:${words.otherAfter})(?![\\p{L}])`, 'iu');
  const people = new RegExp(`^\\s+(?:${words.people})(?![\\p{L}])`, 'iu');
  const article = new RegExp(`^(?:${words.article})$`, 'iu');
  const asides = (values: Readonly<Record<string, number>>, text: string): number =>
    Object.entries(values).find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(text))?.[1] ?? 0;

  const quantityOf = (sentence: string, match: RegExpMatchArray & { index: number }): QuantityMention | null => {
    const groups = match.groups ?? {};
    const [start, end] = [match.index, match.index + match[0].length];
    const [before, after] = [sentence.slice(0, start), sentence.slice(end)];
    const numeral = groups.one ?? '';
    if (named.test(before) || other.test(after) || article.test(match[0])) return null;
    if (/^(?:1[5-9]|20)\d\d$/.test(numeral) && !people.test(after)) return null;
    if (/^\d{1,3}$/.test(numeral) && /\p{L}\s?[,(]\s*$/u.test(before) && /^\s?[,)]/.test(after)) return null;
    const shared = { person: false, further: Boolean(groups.further ?? groups.after), start, end };
    const atLeast = Boolean(groups.least);
    if (groups.vague) return { ...shared, value: null, min: asides(vague, groups.vague), max: null, atLeast };
    if (groups.low && groups.high) {
      const [min, max] = [numbers.read(groups.low), numbers.read(groups.high)];
      return min < max ? { ...shared, value: null, min, max, atLeast } : null;
    }
    const value = groups.fixed ? asides(fixed, groups.fixed) : numbers.read(numeral);
    return { ...shared, value, min: groups.most ? null : value, max: atLeast ? null : value, atLeast };
  };

  return sentence => {
    const numerals = [...sentence.matchAll(counted)].flatMap(match => quantityOf(sentence, match) ?? []);
    const persons = [...sentence.matchAll(onePerson)].map(({ index: start, 0: text }) => ({
      ...{ value: 1, min: 1, max: 1, atLeast: false, person: true, further: false },
      ...{ start, end: start + text.length },
    }));
    return [...numerals, ...persons.filter(one => !numerals.some(number => one.start < number.end && number.start < one.end))];
  };
}

import { type CasualtyGrammar, type CasualtyMetric, type CasualtyPattern } from './casualty';
import { QUANTITY } from './masked-sentence';
import type { Reporting } from './reporter';

/** The words of one metric; each is a pattern without groups, and each is optional. */
export interface MetricWords {
  /** Nouns whose number rises and falls: "the number of dead". */
  toll?: string;
  /** Nouns right behind a quantity: "12 dead". */
  beside?: string;
  /** Verbs that may stand before those whom they befall: "погибли 12 человек". */
  first?: string;
  /** Verbs with a doer, before the group: "killed 12 people". */
  active?: string;
  /** Predicates behind the group: "12 people were killed". */
  after?: string;
  /** Nouns before the group: "the death of 12 people". */
  of?: string;
}

/** What a language says of casualties, from which its grammar is made. */
export interface CasualtyWords {
  metrics: Readonly<Partial<Record<CasualtyMetric, MetricWords>>>;
  hint: string;
  quantities: CasualtyGrammar['quantities'];
  /** Words at which a counted group ends. */
  stop: string;
  /** Words that join two groups: "and". */
  joiner: string;
  /** Words between a group and its predicate. */
  between: string;
  /** How many other words may stand there, where the predicate closes the sentence; none unless said. */
  gap?: number;
  /** How many words may stand between a verb and those whom it befalls; 4 unless said. */
  reach?: number;
  /** What makes of a group behind it the doer: "by". */
  agent: string;
  /** What moves a toll to its new number: "rose to"; `${Q}` stands for the old number. */
  moved: string;
  /** The word for the count of all losses: "bilan". */
  account: string;
  /** Adjectives between a number and a noun beside it: "12 confirmed dead". */
  confirmed: string;
  partBefore: string;
  partAfter: string;
  unreal: string;
  further: string;
  background: string;
  reporting: Reporting;
}

/** The place of the old number in `moved`. */
export const OLD_NUMBER = QUANTITY;

const ORDER: readonly CasualtyMetric[] = ['MISSING', 'DETAINED', 'HOSPITALISED', 'KILLED', 'INJURED'];
/** The forms of a pattern, in the order in which they read a sentence, and the words that each is made of. */
const SOURCE_OF = {
  account: 'beside',
  toll: 'toll',
  tollLast: 'toll',
  first: 'first',
  active: 'active',
  of: 'of',
  beside: 'beside',
  after: 'after',
} as const;
const TOLLS: ReadonlySet<string> = new Set(['account', 'toll', 'tollLast']);
const END = '(?![\\p{L}])';
/** "two of the three": the second number is not told of. */
const PART_OF = `${QUANTITY}\\s+(?:der|dieser|des|de ces|das|dos|dei|delle|degli|из)`;
const ASIDE = '(?:\\s?[,(–—-]\\s?[^,;.()–—]{1,90}[,)–—-])?';

/** Makes the grammar of a language from its words. Free word order is read verb first, then verb last; a number is taken once. */
export function casualtyGrammarOf(words: CasualtyWords): CasualtyGrammar {
  const word = `(?!(?:${words.stop})${END})[\\p{L}\\d][\\p{L}\\d’'.-]*`;
  const one = `${QUANTITY}(?:\\s+${word}){0,6}?`;
  const group = `(?<q>${one}(?:\\s*,\\s*${one})*\\s*,?\\s+(?:${words.joiner})\\s+${one}|${one})`;
  const between = `(?:,?\\s+(?:${words.between})${END})*`;
  const gap = words.gap ? `(?:\\s+${word}){0,${words.gap}}?` : '';
  const reach = words.reach ?? 4;
  const noun = `(?:\\s+(?:${words.confirmed})${END}){0,2}`;
  const forms: readonly [keyof typeof SOURCE_OF, (source: string) => string][] = [
    ['account', source => `(?:${words.account})${END}[^.;]{0,80}?(?:${words.moved})\\s+(?<q>${QUANTITY})${noun}\\s+(?:${source})${END}`],
    ['toll', source => `(?:${source})${END}[^.;]{0,80}?(?:${words.moved})\\s+(?<q>${QUANTITY})`],
    ['tollLast', source => `(?:${words.moved})\\s+(?<q>${QUANTITY})\\s+(?:\\p{L}{1,3}\\s+)?(?:${source})${END}`],
    ['first', source => `(?<!${QUANTITY}(?:\\s+${word}){0,4}\\s+)(?:${source})${END}${ASIDE}(?:\\s+${word}){0,${reach}}?\\s+${group}`],
    ['active', source => `(?:${source})${END}(?:\\s+${word}){0,3}?\\s+${group}`],
    ['of', source => `(?:${source})\\s*${group}`],
    ['beside', source => `(?<q>${QUANTITY})${noun}\\s+(?:${source})${END}`],
    ['after', source => `(?<!(?<![\\p{L}])(?:${words.agent}|${PART_OF})\\s+)${group}${ASIDE}${between}${gap}\\s+(?:${source})${END}`],
  ];
  const patterns = forms.flatMap(([form, sourceOf]) =>
    ORDER.flatMap((metric): CasualtyPattern[] => {
      const source = words.metrics[metric]?.[SOURCE_OF[form]];
      if (!source) return [];
      const expression = inLowerCase(`(?<![\\p{L}])(?:${sourceOf(source)})`, 'dgu');
      return [{ metric, expression, toll: TOLLS.has(form), active: form === 'active' || form === 'first' }];
    }),
  );
  const predicates = ORDER.flatMap(metric => [words.metrics[metric]?.beside ?? [], words.metrics[metric]?.after ?? []].flat()).join('|');
  const anywhere = (source: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${source})${END}`, 'iu');
  return {
    hint: new RegExp(words.hint, 'iu'),
    quantities: words.quantities,
    patterns,
    partBefore: inLowerCase(`(?<![\\p{L}])(?:${words.partBefore})\\s*$`, 'u'),
    partAfter: inLowerCase(`^\\s+(?:${words.partAfter})`, 'u'),
    unreal: inLowerCase(`(?<![\\p{L}])(?:${words.unreal})\\s+(?:[\\p{L}’'-]+\\s+){0,4}$`, 'u'),
    further: anywhere(words.further),
    background: anywhere(words.background),
    skipsBackground: true,
    lowerCase: true,
    predicateAfter: inLowerCase(`^(?:\\s+${word}){0,4}${between}${gap}\\s+(?:${predicates})${END}`, 'u'),
    reporting: words.reporting,
  };
}

/** The small letters of the languages read here: a class that compiles ten times faster than all letters of the world. */
const LETTERS = 'a-zß-öø-ÿœа-яё';

/** A pattern for text in lower case: its letters are small and its class of letters is the short one. */
function inLowerCase(source: string, flags: string): RegExp {
  return new RegExp(
    source
      .replace(/\[[^\]]*\]/g, set => set.replaceAll('\\p{L}', LETTERS))
      .replaceAll('\\p{L}', `[${LETTERS}]`)
      .replace(/\\u[\dA-Fa-f]{4}|\\\w|\p{Lu}/gu, piece => (piece.length === 1 ? piece.toLowerCase() : piece)),
    flags,
  );
}

import { QUANTITY, maskQuantities, quantitiesIn, type MaskedSentence } from './masked-sentence';
import { type Quantity, type QuantityMention, sumOf } from './quantity';
import type { Reporting } from './reporter';

/** What a number in a sentence counts. HIT: people shot or struck of whom the sentence does not say whether they live. */
export type CasualtyMetric = 'KILLED' | 'INJURED' | 'HOSPITALISED' | 'MISSING' | 'DETAINED' | 'HIT';

/** A pattern over a masked sentence; its group `q` holds the quantities. */
export interface CasualtyPattern {
  metric: CasualtyMetric;
  /** Whether it speaks of a total ("the death toll rose to 5"), which a later sentence brings up to date. */
  toll?: boolean;
  /** Whether the verb comes first, after its doer. */
  active?: boolean;
  /** Whether it tells of some of those hurt only: "two are in critical condition". */
  part?: boolean;
  expression: RegExp;
}

/** The grammar of casualties in one language. */
export interface CasualtyGrammar {
  /** Without one of these words a sentence is not looked into. */
  hint: RegExp;
  quantities: (sentence: string) => QuantityMention[];
  /** In order: a quantity that one pattern has taken is not looked at again. */
  patterns: readonly CasualtyPattern[];
  /** What stands before a part of a total: "including", "among them". */
  partBefore: RegExp;
  /** What stands after a part of a total: "of the dead", "of them". */
  partAfter: RegExp;
  /** What makes a clause no report: "could", "threatened to". */
  unreal: RegExp;
  /** What makes a number come on top of another: "four were also killed". */
  further: RegExp;
  /** What moves a sentence to another event than the article's own. */
  background: RegExp;
  /** Whether numbers of another event are left out even where the article leads with them. */
  skipsBackground?: boolean;
  /** Whether the patterns are written in lower case and read the sentence so, which compiles ten times faster than a flag. */
  lowerCase?: boolean;
  /** How the sentence names who gives the number. */
  reporting?: Reporting;
  /** What follows a quantity that is itself the subject of another predicate. */
  predicateAfter: RegExp;
}

/** A number of casualties as one sentence gives it. */
export interface CasualtyMention {
  metric: CasualtyMetric;
  quantity: Quantity;
  toll: boolean;
  part: boolean;
  background: boolean;
  /** Whether a doer stands before it: "a bomber killed five". */
  active: boolean;
  /** Offsets in the sentence. */
  start: number;
  end: number;
}

/** Beyond these no one writes a sentence, and the patterns would take long. */
const LONGEST_SENTENCE = 900;
const MOST_QUANTITIES = 20;

/** Reads the numbers of casualties in one sentence; a date of the article's own year moves it to no other event. */
export function casualtiesIn(whole: string, grammar: CasualtyGrammar, year: string | null = null): CasualtyMention[] {
  const sentence = whole.slice(0, LONGEST_SENTENCE);
  if (!grammar.hint.test(sentence)) return [];
  const told = year ? sentence.replaceAll(year, '') : sentence;
  if (grammar.skipsBackground && grammar.background.test(told)) return [];
  const found = maskQuantities(sentence, grammar.quantities(sentence).slice(0, MOST_QUANTITIES));
  const masked = grammar.lowerCase ? { ...found, text: lowerCaseOf(found.text) } : found;
  if (masked.quantities.length === 0) return [];
  const taken = new Set<QuantityMention>();
  const mentions: CasualtyMention[] = [];
  for (const pattern of grammar.patterns)
    for (const match of masked.text.matchAll(pattern.expression)) {
      const mention = mentionOf(told, masked, pattern, match, grammar, taken);
      if (mention) mentions.push(mention);
    }
  return mentions.sort((one, other) => one.start - other.start);
}

/** The text in lower case, no offset moved. */
function lowerCaseOf(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function mentionOf(
  sentence: string,
  masked: MaskedSentence,
  { metric, toll = false, active = false, part = false }: CasualtyPattern,
  match: RegExpMatchArray & { index: number },
  grammar: CasualtyGrammar,
  taken: Set<QuantityMention>,
): CasualtyMention | null {
  const [from = 0, to = 0] = match.indices?.groups?.q ?? [];
  const piece = masked.text.slice(from, to);
  let quantities = quantitiesIn(piece, masked);
  const rest = masked.text.slice(to);
  if (active && quantities.length > 1 && grammar.predicateAfter.test(rest)) quantities = quantities.slice(0, -1);
  quantities = quantities.filter(one => !taken.has(one));
  if (quantities.length === 0 || grammar.unreal.test(masked.text.slice(Math.max(0, match.index - 60), from))) return null;
  for (const one of quantities) taken.add(one);
  const before = masked.text.slice(0, from);
  const numbers = quantities.filter(one => one.value !== null);
  if (numbers.some(one => one.value === 0)) return null;
  const quantity = quantities.length === 1 && quantities[0] ? quantities[0] : sumOf(quantities);
  const place = { start: masked.original(Math.min(match.index, from)), end: masked.original(match.index + match[0].length) };
  return {
    metric,
    quantity: { ...quantity, further: quantity.further || grammar.further.test(match[0]) },
    toll,
    active,
    part: part || grammar.partBefore.test(before) || grammar.partAfter.test(masked.text.slice(masked.text.indexOf(piece, from) + 1)),
    background: grammar.background.test(sentence),
    ...place,
  };
}

/** One quantity or several named together, with the words that tell whom they count. */
export function countedGroup(word: string, joiner: string): string {
  const one = `${QUANTITY}(?:\\s+${word}){0,6}?`;
  return `(?<q>${one}(?:\\s*(?:,\\s*|,?\\s+${joiner}\\s+(?:(?:her|his|their|its|the|at least)\\s+)?)${one})*)`;
}

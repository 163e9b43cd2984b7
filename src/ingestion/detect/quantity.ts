/** How many, as a sentence puts it: a number, an interval ("dozens", "between 200 and 300"), or one person ("a man"). */
export interface Quantity {
  /** The number itself; null where only an interval is said. */
  value: number | null;
  min: number | null;
  max: number | null;
  atLeast: boolean;
  /** Whether no numeral stands there, only one person: "a man", "another woman". */
  person: boolean;
  /** Whether it comes on top of others: "another three", "two others". */
  further: boolean;
}

/** A quantity with its place in a sentence. */
export interface QuantityMention extends Quantity {
  start: number;
  end: number;
}

/** A quantity that is one exact number. */
export function exactly(value: number): Quantity {
  return { value, min: value, max: value, atLeast: false, person: false, further: false };
}

/** The quantity of two groups named together: "a woman and three children". */
export function sumOf(quantities: readonly Quantity[]): Quantity {
  const total = (read: (one: Quantity) => number | null): number | null =>
    quantities.reduce<number | null>((sum, one) => (sum === null || read(one) === null ? null : sum + (read(one) ?? 0)), 0);
  return {
    value: total(one => one.value),
    min: total(one => one.min),
    max: total(one => one.max),
    atLeast: quantities.some(one => one.atLeast),
    person: quantities.every(one => one.person),
    further: quantities.every(one => one.further),
  };
}

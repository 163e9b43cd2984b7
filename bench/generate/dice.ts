import { hash } from 'node:crypto';

/** Choices that fall the same way in each run. */
export interface Dice {
  /** From 0 to 1. */
  next(): number;
  /** A whole number from 0 to below this. */
  below(count: number): number;
  /** A whole number from one to the other. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of a list whose first are far more frequent than its last, as words in a text are (Zipf's law). */
  frequent<T>(list: readonly T[]): T;
  /** A key. */
  uuid(): string;
}

/** Dice for one thing, so that it comes out the same whatever else is made. */
export function diceFor(name: string): Dice {
  const next = numbersFor(name);
  const below = (count: number): number => Math.floor(next() * count);
  const word = (): string => Math.floor(next() * 4_294_967_296).toString(16).padStart(8, '0'); // prettier-ignore
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: probability => next() < probability,
    pick: list => list[below(list.length)] as never,
    frequent: list => list[Math.floor(list.length ** next()) - 1] as never,
    uuid() {
      const hex = word() + word() + word() + word();
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}

/** Numbers from 0 to 1 (sfc32): with 128 bits of state, so that no two of many thousand series ever run into each other. */
function numbersFor(name: string): () => number {
  const seed = hash('sha256', name, 'buffer');
  let [a, b, c, d] = [0, 4, 8, 12].map(at => seed.readInt32LE(at)) as [number, number, number, number];
  return () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
}

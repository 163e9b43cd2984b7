import type { Dice } from './dice';

/** How exactly a time is known. */
export type Precision = 'MINUTE' | 'HOUR' | 'DAY';

const hour = 3_600_000;
const day = 24 * hour;

/** The end of the period that a time stands for, as `newsgraph_period_end` has it. */
export function periodEnd(at: Date, precision: Precision): Date {
  const length = { MINUTE: 0, HOUR: hour, DAY: day }[precision];
  return length ? new Date((Math.floor(at.getTime() / length) + 1) * length) : at;
}

/** When a story takes place, and for how long it is told. */
export interface Span {
  from: number;
  milliseconds: number;
}

/** A moment of the story: most lie in its first days. */
export function momentIn(dice: Dice, { from, milliseconds }: Span): Date {
  return new Date(Math.floor((from + milliseconds * dice.next() ** 3) / 1_000) * 1_000);
}

/** A moment that is later by some hours. */
export function later(at: Date, hours: number): Date {
  return new Date(at.getTime() + Math.round(hours * hour));
}

/** The two clocks of a fact, out of when it was reported. */
export function clocksOf(at: Date, precision: Precision): { reported_at: Date; precision: Precision; public_at: Date; recorded_at: Date } {
  const public_at = periodEnd(at, precision);
  return { reported_at: at, precision, public_at, recorded_at: later(public_at, 0.2) };
}

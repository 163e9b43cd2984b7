import { type Moment, periodEnd } from '../../platform/moment';

/** The earlier of two moments. */
export function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

/** The later of two moments. */
export function later(a: Date, b: Date): Date {
  return a < b ? b : a;
}

/** From when something reported at this time counts as public: the end of its period, but never later than we learnt it. */
export function publicFrom({ at, precision }: Moment, recordedAt: Date): Date {
  return earlier(periodEnd(at, precision), recordedAt);
}

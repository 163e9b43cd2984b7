/** What of a story the clock shows: from its first day over the moment that set it off to its last activity, in milliseconds. */
export interface ClockSpan {
  start: number;
  origin: number;
  end: number;
}

/** A mark on the axis: where, and how long after the origin. */
export interface ClockTick {
  position: number;
  label: string;
}

const hour = 3_600_000;
const day = 24 * hour;

/** As long as this the clock runs about evenly; then ever more time takes the same room. */
const grain = 3 * hour;

/** The room for what came before the origin. */
const before = 0.1;

const steps: readonly [ms: number, label: string][] = [
  [hour, '1 hour'],
  [3 * hour, '3 h'],
  [6 * hour, '6 h'],
  [12 * hour, '12 h'],
  [day, '1 day'],
  [2 * day, '2 days'],
  [4 * day, '4 days'],
  [7 * day, '1 week'],
  [14 * day, '2 weeks'],
  [30.44 * day, '1 month'],
  [91.3 * day, '3 months'],
  [182.6 * day, '6 months'],
  [365.25 * day, '1 year'],
  [730.5 * day, '2 years'],
  [1826 * day, '5 years'],
  [3652 * day, '10 years'],
];

const stretched = (ms: number): number => Math.log1p(Math.max(0, ms) / grain);

/** The room before the origin, none where the story begins with it. */
function roomBefore({ start, origin }: ClockSpan): number {
  return start < origin ? before : 0;
}

/** Where an instant lies, 0 to 1. News comes in hours at first and in months at last, so the first hours get as much room as the last year. */
export function positionOf(at: number, span: ClockSpan): number {
  const { start, origin, end } = span;
  const room = roomBefore(span);
  if (at < origin) return room * (1 - Math.min(1, stretched(origin - at) / (stretched(origin - start) || 1)));
  return Math.min(1, room + ((1 - room) * stretched(at - origin)) / (stretched(end - origin) || 1));
}

/** The instant at a position: the inverse of `positionOf`. */
export function instantAt(position: number, span: ClockSpan): number {
  const { start, origin, end } = span;
  const room = roomBefore(span);
  if (position < room) return origin - Math.expm1((1 - position / room) * stretched(origin - start)) * grain;
  return origin + Math.expm1(((position - room) / (1 - room)) * stretched(end - origin)) * grain;
}

/** Marks that stand at least `gap` apart. */
export function clockTicks(span: ClockSpan, gap: number): ClockTick[] {
  const ticks: ClockTick[] = [];
  for (const [ms, label] of steps) {
    const position = positionOf(span.origin + ms, span);
    if (span.origin + ms > span.end || position > 0.995) break;
    if (position - (ticks.at(-1)?.position ?? roomBefore(span)) >= gap) ticks.push({ position, label });
  }
  return ticks;
}

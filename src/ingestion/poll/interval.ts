/** The bounds of the time from one poll to the next, in seconds. */
export const shortestInterval = 300;
export const longestInterval = 86_400;

/** Caches are told times that have little to do with news, so their wish counts up to an hour. */
const longestCacheWish = 3_600;

/** What is known of a feed when its next poll is planned. */
export interface Pace {
  /** The interval so far, in seconds. */
  intervalSeconds: number;
  /** How many articles were new; null for the first reading, whose items say nothing about the pace. */
  itemsNew: number | null;
  /** How long the feed asks to be left alone (`ttl`, `sy:updatePeriod`). */
  ttlSeconds: number | null;
  /** How long its answer says that it stays as it is. */
  freshSeconds: number | null;
}

/**
 * The next interval after a poll that went well: shorter after news, longer without, never shorter than the feed or its caches wish.
 *
 * Half for three new articles or more, three quarters for one or two, half as long again for none: a feed settles where about every second
 * poll brings something, and one that wakes up is followed every 5 minutes within a few polls.
 */
export function nextInterval({ intervalSeconds, itemsNew, ttlSeconds, freshSeconds }: Pace): number {
  const factor = itemsNew === null ? 1 : itemsNew >= 3 ? 0.5 : itemsNew > 0 ? 0.75 : 1.5;
  const wish = Math.max(ttlSeconds ?? 0, Math.min(freshSeconds ?? 0, longestCacheWish));
  return within(Math.max(intervalSeconds * factor, wish));
}

/** How long to wait after so many failures in a row, in seconds: 5 minutes, then twice as long each time, up to a day. */
export function backOff(failures: number): number {
  return within(shortestInterval * 2 ** Math.min(20, Math.max(0, failures - 1)));
}

/** Spreads what would come at once: the time, a part of it shorter or longer. */
export function jittered(seconds: number, part: number, random: () => number): number {
  return seconds * (1 + part * (2 * random() - 1));
}

function within(seconds: number): number {
  return Math.round(Math.min(longestInterval, Math.max(shortestInterval, seconds)));
}

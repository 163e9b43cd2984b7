import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { freshSeconds } from '../../../src/ingestion/poll/freshness';
import { backOff, jittered, longestInterval, nextInterval, type Pace, shortestInterval } from '../../../src/ingestion/poll/interval';

const pace: Pace = { intervalSeconds: 900, itemsNew: 0, ttlSeconds: null, freshSeconds: null };

describe('the time to the next poll', () => {
  it('gets shorter while a feed brings news, down to 5 minutes, and longer while it does not, up to a day', () => {
    const run = (itemsNew: number): number[] => {
      const intervals = [900];
      for (let times = 0; times < 14; times += 1)
        intervals.push(nextInterval({ ...pace, intervalSeconds: intervals.at(-1) ?? 0, itemsNew }));
      return intervals;
    };
    expect(run(5).slice(0, 4)).toEqual([900, 450, 300, 300]);
    expect(run(0).slice(0, 4)).toEqual([900, 1350, 2025, 3038]);
    expect(run(0).at(-1)).toBe(86_400);
  });

  it('does not follow from the first reading, which brings everything that is there', () => {
    expect(nextInterval({ ...pace, itemsNew: null })).toBe(900);
  });

  it('is never shorter than the feed asks for; what caches are told counts up to an hour', () => {
    expect(nextInterval({ ...pace, itemsNew: 9, ttlSeconds: 7_200 })).toBe(7_200);
    expect(nextInterval({ ...pace, itemsNew: 9, freshSeconds: 1_800 })).toBe(1_800);
    expect(nextInterval({ ...pace, itemsNew: 9, freshSeconds: 31_536_000 })).toBe(3_600);
  });

  it('stays within its bounds, whatever is given', () => {
    const number = fc.option(fc.nat(10_000_000), { nil: null });
    fc.assert(
      fc.property(fc.nat(1_000_000), number, number, number, fc.nat(1_000), (intervalSeconds, itemsNew, ttlSeconds, fresh, failures) => {
        for (const seconds of [nextInterval({ intervalSeconds, itemsNew, ttlSeconds, freshSeconds: fresh }), backOff(failures)]) {
          expect(seconds).toBeGreaterThanOrEqual(shortestInterval);
          expect(seconds).toBeLessThanOrEqual(longestInterval);
        }
      }),
    );
  });

  it('is spread, so that what began together does not stay together', () => {
    expect([jittered(100, 0.2, () => 0), jittered(100, 0.2, () => 0.5), jittered(100, 0.2, () => 1)]).toEqual([80, 100, 120]);
  });
});

describe('what an answer says of its freshness', () => {
  const now = new Date('2024-03-23T12:00:00Z');
  it.each([
    [{ 'cache-control': 'public, max-age=600' }, 600],
    [{ 'cache-control': 'max-age=600', age: '100' }, 500],
    [{ 'cache-control': 'max-age="60"', expires: 'Sat, 23 Mar 2024 13:00:00 GMT' }, 60],
    [{ expires: 'Sat, 23 Mar 2024 13:00:00 GMT' }, 3_600],
    [{ expires: '0' }, null],
    [{ expires: 'Sat, 23 Mar 2024 11:00:00 GMT' }, null],
    [{ 'cache-control': 'no-cache, max-age=600' }, null],
    [{}, null],
  ])('%j: %p', (headers, seconds) => {
    expect(freshSeconds(headers as Record<string, string>, now)).toBe(seconds);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ClockSpan, clockTicks, instantAt, positionOf } from '../../src/web/chart/story-clock';

const minute = 60_000;
const spans = fc
  .tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 60, max: 5_000_000 }))
  .map(([start, before, after]): ClockSpan => ({
    start: start * minute,
    origin: (start + before) * minute,
    end: (start + before + after) * minute,
  }));

describe('the clock of a story', () => {
  it('runs forward, from 0 to 1', () => {
    fc.assert(
      fc.property(spans, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (span, one, other) => {
        const at = (share: number): number => positionOf(span.start + share * (span.end - span.start), span);
        expect(at(Math.min(one, other))).toBeLessThanOrEqual(at(Math.max(one, other)) + 1e-9);
        expect([at(0), at(1)]).toEqual([0, expect.closeTo(1, 9)]);
      }),
    );
  });

  it('finds the instant that a position stands for', () => {
    fc.assert(
      fc.property(spans, fc.double({ min: 0, max: 1, noNaN: true }), (span, position) => {
        expect(positionOf(instantAt(position, span), span)).toBeCloseTo(position, 6);
      }),
    );
  });

  it('marks the hours, then the weeks, then the years, with room between them', () => {
    const start = Date.parse('2024-03-22T16:58Z');
    const ticks = clockTicks({ start, origin: start, end: Date.parse('2026-03-13') }, 0.08);
    expect(ticks.map(({ label }) => label)).toContain('1 year');
    expect(ticks.every(({ position }, index) => index === 0 || position - (ticks[index - 1]?.position ?? 0) >= 0.08)).toBe(true);
  });
});

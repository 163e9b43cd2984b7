import { describe, expect, it } from '@jest/globals';
import { amountOf, tollSeries } from '../../src/web/chart/toll-series';
import type { Figure } from '../../src/web/story/story-query';

const figure = (fields: Partial<Figure>): Figure => ({
  id: 'figure',
  metric: 'KILLED',
  value: 1,
  min: null,
  max: null,
  atLeast: false,
  official: true,
  reportedAt: '2024-03-23T00:00:00.000Z',
  publicAt: '2024-03-24T00:00:00.000Z',
  precision: 'DAY',
  note: null,
  sequence: null,
  reporter: { name: 'The authorities', actor: { kind: 'STATE' }, source: null },
  event: { id: 'attack', title: 'The attack', occurredAt: '2024-03-22T17:00:00.000Z' },
  retraction: null,
  citations: [],
  ...fields,
});

describe('the path of a toll', () => {
  it('puts what is known to the day between the exact times around it', () => {
    const [first, between, last] = tollSeries([
      figure({ value: 133, precision: 'MINUTE', reportedAt: '2024-03-23T13:23:00.000Z' }),
      figure({ value: 115 }),
      figure({ value: 93, precision: 'MINUTE', reportedAt: '2024-03-23T09:08:00.000Z' }),
    ]);
    expect([first?.height, between?.height, last?.height]).toEqual([93, 115, 133]);
    expect(between?.at).toBeGreaterThan(first?.at ?? Infinity);
    expect(between?.at).toBeLessThan(last?.at ?? 0);
  });

  it('follows the authorities on the main event, and no one else', () => {
    const points = tollSeries([
      figure({ value: 150, official: false, reporter: { name: 'A paper', actor: null, source: { kind: 'NEWS_OUTLET' } } }),
      figure({ value: 7, event: { id: 'other', title: 'Raids', occurredAt: '2024-03-22T17:00:00.000Z' } }),
      figure({ value: 40 }),
      figure({ value: 20 }),
      figure({ value: 99, retraction: { reason: 'a mistake', at: '2024-03-24T00:00:00.000Z' } }),
    ]);
    expect(points.map(({ height, onPath, kind }) => [height, onPath, kind])).toEqual([
      [20, true, 'official'],
      [40, true, 'official'],
      [7, false, 'official'],
      [150, false, 'outlet'],
    ]);
  });

  it('joins nothing where the numbers are of different events', () => {
    const of = (id: string, value: number): Figure => figure({ value, event: { id, title: id, occurredAt: '2024-03-22T17:00:00.000Z' } });
    expect(tollSeries([of('raids', 147), of('chase', 4), of('border', 11)]).some(({ onPath }) => onPath)).toBe(false);
  });

  it('says a number as it was given', () => {
    expect(amountOf({ value: 60, min: 60, max: null, atLeast: true })).toBe('at least 60');
    expect(amountOf({ value: null, min: 34, max: 40, atLeast: false })).toBe('34 to 40');
    expect(amountOf({ value: null, min: null, max: 12, atLeast: false })).toBe('up to 12');
    expect(amountOf({ value: 1234, min: null, max: null, atLeast: false })).toBe('1,234');
  });
});

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coveredShare, dot, emptyVector, lengthOf, minus, plus, unitVector, type Vector } from '../../../src/ingestion/assign/vector';

const weighted = fc.uniqueArray(fc.tuple(fc.nat(40), fc.double({ min: 0.1, max: 9, noNaN: true })), {
  selector: ([term]) => term,
  minLength: 1,
});
const vectors = weighted.map(terms => unitVector(terms, 50));
const asMap = ({ terms, weights }: Vector): Map<number, number> => new Map([...terms].map((term, i) => [term, weights[i] as number]));

it('an article has the length one in each channel, and is as like another as the other is like it', () => {
  fc.assert(
    fc.property(vectors, vectors, (a, b) => {
      expect(lengthOf(a)).toBeCloseTo(1, 4);
      expect(dot(a, b)).toBeCloseTo(dot(b, a), 5);
      expect(dot(a, a)).toBeCloseTo(1, 4);
      expect(coveredShare(a, b)).toBeLessThanOrEqual(1.0001);
      expect(coveredShare(a, plus(a, b, 100))).toBeCloseTo(1, 4);
    }),
  );
});

it('a story holds the sum of its articles', () => {
  fc.assert(
    fc.property(vectors, vectors, (a, b) => {
      const sum = asMap(plus(a, b, 100));
      expect(new Set(sum.keys())).toEqual(new Set([...a.terms, ...b.terms]));
      for (const [term, weight] of sum) expect(weight).toBeCloseTo((asMap(a).get(term) ?? 0) + (asMap(b).get(term) ?? 0), 5);
    }),
  );
});

it('a story from which an article is taken out holds what the others say', () => {
  fc.assert(
    fc.property(vectors, vectors, (a, b) => {
      const left = asMap(minus(plus(a, b, 100), b));
      expect(new Set(left.keys())).toEqual(new Set(a.terms));
      for (const [term, weight] of left) expect(weight).toBeCloseTo(asMap(a).get(term) ?? 0, 5);
    }),
  );
});

it('a story keeps its heaviest terms when there are too many', () => {
  const many = (from: number): Vector => ({
    terms: Uint32Array.from({ length: 20 }, (_, i) => from + i),
    weights: Float32Array.from({ length: 20 }, (_, i) => i + 1),
  });
  const { terms, weights } = plus(many(0), many(100), 20);
  expect(terms.length).toBe(20);
  expect(Math.min(...weights)).toBeGreaterThanOrEqual(10);
  expect([...terms]).toEqual([...terms].sort((a, b) => a - b));
  expect(dot(emptyVector, { terms, weights })).toBe(0);
});

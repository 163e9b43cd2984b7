import { expect, it } from '@jest/globals';
import { TermStatistics } from '../../../src/ingestion/assign/term-statistics';

it('a word of every article weighs little and a word of one weighs much', () => {
  const statistics = new TermStatistics();
  for (let article = 0; article < 2_000; article++) statistics.count([1, 2 + (article % 10), 1_000 + article]);
  const [everywhere, tenth, once] = [1, 2, 1_001].map(term => statistics.weight(term, 0.02));
  expect(everywhere).toBeLessThan(0.2);
  expect(tenth).toBeGreaterThan(everywhere as number);
  expect(once).toBeGreaterThan(tenth as number);
});

it('before anything was read, a word of the kind that is common weighs less', () => {
  const statistics = new TermStatistics();
  expect(statistics.weight(1, 0.4)).toBeLessThan(statistics.weight(2, 0.01));
});

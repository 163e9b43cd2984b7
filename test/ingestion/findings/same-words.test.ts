import { expect, it } from '@jest/globals';
import { sayTheSame, wordsOf } from '../../../src/ingestion/findings/same-words';

const same = (one: string, other: string): boolean => sayTheSame(wordsOf(one), wordsOf(other));

it('takes what papers cut at either end, or print with other marks, for one quotation', () => {
  const whole = 'We will not rest until those who planned this attack are brought to justice, wherever they hide';
  expect(same(whole, 'we will not rest until those who planned this attack are brought to justice')).toBe(true);
  expect(same(whole.slice(0, 60), whole.slice(12))).toBe(true);
  expect(same('“It’s over.”', 'It’s over')).toBe(true);
});

it('keeps apart what only shares some words, and short words that differ', () => {
  expect(same('The attack was planned abroad, we are sure of that', 'We are sure that the attack was not planned abroad')).toBe(false);
  const dead = (count: string): string => `${count} people were killed in the attack on the market in the old town`;
  expect(same(dead('Twelve'), dead('Fifteen'))).toBe(false);
  expect(same('no comment', 'no further comment')).toBe(false);
  expect(same('Five people were killed in the blast', 'Nine people were hurt in the blaze')).toBe(false);
});

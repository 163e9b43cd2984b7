import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WordList } from '../../../src/ingestion/assign/lexicon/word-list';
import { wordMeanings } from '../../../src/ingestion/assign/lexicon/word-meanings';
import { readSignals } from '../../../src/ingestion/assign/signals';
import { TermStatistics } from '../../../src/ingestion/assign/term-statistics';
import { dot } from '../../../src/ingestion/assign/vector';
import { wordsOf } from '../../../src/ingestion/assign/words';

const likeliest = (language: string, written: string): string | undefined =>
  wordMeanings()
    .meaningOf(wordsOf(written, 1)[0]?.text ?? '', language)
    ?.reduce((best, each) => (each.share > best.share ? each : best)).english;

describe('a word means in English', () => {
  it.each([
    ['es', 'terremoto', 'earthquake'],
    ['pt', 'bandeira', 'flag'],
    ['fr', 'cérémonie', 'ceremony'],
    ['de', 'Medaille', 'medal'],
    ['ru', 'золото', 'gold'],
    ['it', 'sindaco', 'mayor'],
    ['tr', 'deprem', 'earthquake'],
    ['en', 'earthquake', 'earthquake'],
  ])('%s %s: %s', (language, word, english) => {
    expect(likeliest(language, word)).toBe(english);
  });

  it('the same in all its forms, whatever the country', () => {
    expect(['церемония', 'церемонии', 'церемонией', 'церемонию'].map(form => likeliest('ru', form))).toEqual(Array(4).fill('ceremony'));
    expect(likeliest('es-MX', 'terremotos')).toBe('earthquake');
  });

  it('nothing where it is a name, or too short to be sure of its language', () => {
    expect(likeliest('ru', 'Ксюлопрохов')).toBeUndefined();
    expect(likeliest('sl', 'on')).toBeUndefined();
  });

  it('in shares that are 1 in all', () => {
    const shares = wordMeanings().meaningOf('ganar', 'es') ?? [];
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 1);
  });
});

it('two titles in two languages without a name in common are alike', () => {
  const concepts = (title: string, language: string) =>
    readSignals({ title, text: null, publishedAt: null, language }, new TermStatistics()).concepts;
  const spanish = concepts('El terremoto destruye una escuela', 'es');
  expect(dot(spanish, concepts('Earthquake destroys a school', 'en'))).toBeGreaterThan(0.4);
  expect(dot(spanish, concepts('Parliament debates fuel taxes', 'en'))).toBe(0);
});

it('a list of words finds what is in it, and nothing else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/)), fc.stringMatching(/^[a-z]{1,6}$/), (words, other) => {
      const sorted = words.sort();
      const list = new WordList(Buffer.from(sorted.map(word => `${word}\n`).join('')), sorted.length);
      expect(sorted.map(word => list.indexOf(word))).toEqual(sorted.map((_, place) => place));
      expect(sorted.map((_, place) => list.at(place))).toEqual(sorted);
      expect(list.indexOf(other)).toBe(sorted.indexOf(other));
      const sharedWith = (word: string): number => [...word, ''].findIndex((letter, i) => letter !== other[i] || letter === '');
      expect(list.nearestByStart(other, 6).shared).toBe(Math.max(0, ...sorted.map(sharedWith)));
    }),
  );
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSearchQuery, SearchQueryError } from '../../src/dossier/search-query';

describe('a search', () => {
  it.each([
    ['moscow attack', 'moscow attack'],
    ['  moscow \t attack\n', 'moscow attack'],
    ['"crocus city hall" toll', '"crocus city hall" toll'],
    ['"crocus\n  city"', '"crocus city"'],
    ['moscow OR krasnogorsk', 'moscow OR krasnogorsk'],
    ['attack -kabul -"city hall"', 'attack -kabul -"city hall"'],
    ['attack OR -kabul', 'attack OR -kabul'],
    ['foo"bar baz"-qux', 'foo "bar baz" -qux'],
    ['теракт крокус', 'теракт крокус'],
  ])('%j asks the database for %j', (given, text) => expect(parseSearchQuery(given)).toEqual({ text, filters: {} }));

  it.each([
    ['to or not', 'to "or" not'],
    ['"OR"', '"OR"'],
    ['war -OR', 'war -"OR"'],
    ['http://example.org/a?b=1', '"http://example.org/a?b=1"'],
    ['at 12:30', 'at "12:30"'],
    ['a|b & !c (d)', '"a|b" "&" "!c" "(d)"'],
    ['isis-k', '"isis-k"'],
    ["it's 1:b", '"it\'s" "1:b"'],
    ['Путин:слово', '"Путин:слово"'],
    ['nul\u0000byte', 'nul byte'],
  ])('%j puts in quotes what the database would read as more than words: %j', (given, text) => {
    expect(parseSearchQuery(given)).toEqual({ text, filters: {} });
  });

  it('takes out fields as filters, wherever they stand and as often as they come', () => {
    expect(
      parseSearchQuery(
        'country:ru attack language:en country:"UA" Source:"The Times" stance:condemnation toll kind:STATEMENT language:zh-Hant',
      ),
    ).toEqual({
      text: 'attack toll',
      filters: { country: ['RU', 'UA'], language: ['en', 'zh-Hant'], source: ['The Times'], stance: ['CONDEMNATION'], kind: ['STATEMENT'] },
    });
  });

  it('takes dates and date-times after and before', () => {
    expect(parseSearchQuery('toll after:2024-03-22 before:2024-03-23T15:00:00+03:00').filters).toEqual({
      after: new Date('2024-03-22T00:00:00Z'),
      before: new Date('2024-03-23T12:00:00Z'),
    });
  });
});

describe('a search that cannot be read', () => {
  it.each([
    ['moscow "crocus city', 7, 'The quote at character 8 is not closed: end the phrase with another ".'],
    ['a source:"tass', 9, 'The quote at character 10 is not closed: end the phrase with another ".'],
    ['moscow ""', 7, 'The phrase at character 8 is empty: put words between its quotes.'],
    ['OR moscow', 0, 'The OR at character 1 needs a word or "phrase" on both sides: quotes make it a word to look for.'],
    ['moscow OR', 7, 'The OR at character 8 needs a word or "phrase" on both sides'],
    ['moscow OR OR kabul', 7, 'The OR at character 8 needs a word or "phrase" on both sides'],
    ['moscow OR country:RU kabul', 7, 'The OR at character 8 needs a word or "phrase" on both sides'],
    ['moscow - kabul', 7, 'The - at character 8 excludes nothing: put the word or "phrase" to exclude right after a single -.'],
    ['moscow -', 7, 'The - at character 8 excludes nothing'],
    ['moscow --kabul', 7, 'The - at character 8 excludes nothing'],
    ['moscow -country:RU', 7, 'The - at character 8 stands before a field: only words and "phrases" can be excluded.'],
    ['', 0, 'The search at character 1 has nothing to look for: give at least one word or "phrase" that is not excluded with -.'],
    [' \n', 0, 'The search at character 1 has nothing to look for'],
    ['-kabul -"city hall"', 0, 'The search at character 1 has nothing to look for'],
    ['country:RU', 0, 'The search at character 1 has nothing to look for'],
    ['& !', 0, 'The search at character 1 has nothing to look for'],
    ['toll country:', 5, 'The field country at character 6 has no value: write it right after the colon, as in country:RU.'],
    ['toll source:""', 5, 'The field source at character 6 has no value'],
    [
      'toll county:RU',
      5,
      'The field county at character 6 is unknown: the fields are language, country, source, stance, kind, after, before.',
    ],
    ['toll country:Russia', 13, 'The country "Russia" at character 14 is not a code: give its two letters, such as RU.'],
    ['toll after:2024-02-30', 11, 'The time at character 12 cannot be read. "2024-02-30" names a day that does not exist'],
    ['toll before:yesterday', 12, 'The time at character 13 cannot be read. "yesterday" is not a time: give a date such as 2024-03-22'],
    ['toll after:2024-03-22 after:2024-03-23', 22, 'The field after at character 23 was given before: give it once.'],
    ['a'.repeat(501), 500, 'What stands at character 501 is too much: a search may have 500 characters.'],
  ])('%j is refused at %i, and told what would be right', (given, position, sentence) => {
    expect(() => parseSearchQuery(given)).toThrow(SearchQueryError);
    expect(() => parseSearchQuery(given)).toThrow(expect.objectContaining({ position, message: expect.stringContaining(sentence) }));
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'OR',
    'or',
    '-',
    '"',
    ' ',
    '  ',
    ':',
    'a',
    'moscow',
    'country:',
    'after:',
    '2024-03-22',
    'RU',
    '//',
    '&',
    '|',
    '!',
    '(',
    '\u0000',
    'é',
    '12:30',
    '\\',
    "'",
    '*',
  );
  const search = fc.oneof(
    fc.array(piece, { maxLength: 20 }).map(pieces => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('is read, or refused with a position inside it', () => {
    fc.assert(
      fc.property(search, given => {
        try {
          parseSearchQuery(given);
        } catch (error) {
          expect(error).toBeInstanceOf(SearchQueryError);
          expect((error as SearchQueryError).position).toBeLessThanOrEqual(given.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('means the same when what was read of it is read again', () => {
    fc.assert(
      fc.property(search, given => {
        const text = textOf(given);
        fc.pre(text !== null);
        expect(parseSearchQuery(text ?? '')).toEqual({ text, filters: {} });
      }),
      { numRuns: 1000, maxSkipsPerRun: 1000 },
    );
  });
});

function textOf(given: string): string | null {
  try {
    return parseSearchQuery(given).text;
  } catch {
    return null;
  }
}

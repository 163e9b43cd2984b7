import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { feedDate } from '../../../src/ingestion/feed/dates';

const table: [written: string, iso: string | null][] = [
  ['Fri, 22 Mar 2024 18:45:00 GMT', '2024-03-22T18:45:00.000Z'],
  ['Fri, 22 Mar 2024 21:45:00 +0300', '2024-03-22T18:45:00.000Z'],
  ['Friday, 22 March 2024 14:45:00 EDT', '2024-03-22T18:45:00.000Z'],
  ['22 Mar 24 18:45 UT', '2024-03-22T18:45:00.000Z'],
  ['Fri Mar 22 18:45:00 2024', '2024-03-22T18:45:00.000Z'],
  ['Fri Mar 22 2024 21:45:00 GMT+0300 (MSK)', '2024-03-22T18:45:00.000Z'],
  ['Fri, 22 Mar 2024 21:45:00 Europe/Moscow', '2024-03-22T18:45:00.000Z'],
  ['Fri, 22 Mar 2024 18:45:60 GMT', '2024-03-22T18:45:59.000Z'],
  ['Fri, 22 Mar 2024 24:00:00 GMT', '2024-03-23T00:00:00.000Z'],
  ['2024-03-22T18:45:00Z', '2024-03-22T18:45:00.000Z'],
  ['2024-03-22T21:45:00.25+03:00', '2024-03-22T18:45:00.250Z'],
  ['2024-03-22 18:45', '2024-03-22T18:45:00.000Z'],
  ['20240322T184500Z', '2024-03-22T18:45:00.000Z'],
  ['2024-082', '2024-03-22T00:00:00.000Z'],
  ['2024-03', '2024-03-01T00:00:00.000Z'],
  ['24-03-22', '2024-03-22T00:00:00.000Z'],
  ['1711133100', '2024-03-22T18:45:00.000Z'],
  ['1711133100000', '2024-03-22T18:45:00.000Z'],
  ['March 22nd, 2024 at 6:45 p.m.', '2024-03-22T18:45:00.000Z'],
  ['Mar. 22, 2024 12:05 AM', '2024-03-22T00:05:00.000Z'],
  ['3/22/2024 6:45:00 PM', '2024-03-22T18:45:00.000Z'],
  ['22/03/2024', '2024-03-22T00:00:00.000Z'],
  ['22.03.2024 18:45', '2024-03-22T18:45:00.000Z'],
  ['2024/03/22', '2024-03-22T00:00:00.000Z'],
  ['22 марта 2024 18:45', '2024-03-22T18:45:00.000Z'],
  ['Freitag, 22. März 2024 - 18:45', '2024-03-22T18:45:00.000Z'],
  ['mar., 26 mars 2024 10:00:00 +0100', '2024-03-26T09:00:00.000Z'],
  ['22 de marzo de 2024', '2024-03-22T00:00:00.000Z'],
  ['22 Μαρτίου 2024', '2024-03-22T00:00:00.000Z'],
  ['الجمعة، 22 مارس 2024', '2024-03-22T00:00:00.000Z'],
  ['2024年3月22日 18時45分', '2024-03-22T18:45:00.000Z'],
  ['2024-03-23 오전 03:45:00', '2024-03-22T18:45:00.000Z'],
  ['٢٢ مارس ٢٠٢٤', '2024-03-22T00:00:00.000Z'],
  ['Fri, 30 Feb 2024 18:45:00 GMT', null],
  ['Fri, 99 Mar 2024 18:45:00 GMT', null],
  ['2023-02-29', null],
  ['2024-03-22T25:00:00Z', null],
  ['Fri, 22 Mar 2024 1:2:3:4 GMT', null],
  ['0000-00-00 00:00:00', null],
  ['0001-01-01T00:00:00Z', null],
  ['yesterday', null],
  ['', null],
];

describe('dates of feeds', () => {
  it.each(table)('reads %j as %j', (written, iso) => expect(feedDate(written)).toBe(iso));

  it('reads every instant that JavaScript writes, in each of its forms', () => {
    const instants = fc.date({ min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, date => {
        const seconds = new Date(Math.floor(date.getTime() / 1_000) * 1_000).toISOString();
        expect(feedDate(date.toISOString())).toBe(date.toISOString());
        expect(feedDate(date.toUTCString())).toBe(seconds);
      }),
    );
  });

  it('never throws, and answers with an instant or with nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'0123456789:/.-+ TZapm') }), (words, signs) => {
        for (const text of [words, signs, `${signs} ${words}`]) {
          const date = feedDate(text);
          if (date !== null) expect(new Date(date).toISOString()).toBe(date);
        }
      }),
    );
  });
});

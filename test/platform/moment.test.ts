import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MomentError, parseMoment, periodEnd, Precision } from '../../src/platform/moment';

describe('a time as it was given', () => {
  it('is known to the day when it is a date alone', () => {
    expect(parseMoment('2024-03-22')).toEqual({ at: new Date('2024-03-22T00:00:00Z'), precision: 'DAY' });
    expect(parseMoment('2024-02-29', 'DAY').at).toEqual(new Date('2024-02-29T00:00:00Z'));
  });

  it('is known to the minute when it has a time of day and a zone', () => {
    expect(parseMoment('2024-03-22T20:15:30+03:00')).toEqual({ at: new Date('2024-03-22T17:15:30Z'), precision: 'MINUTE' });
    expect(parseMoment('2024-03-22T17:15Z')).toEqual({ at: new Date('2024-03-22T17:15:00Z'), precision: 'MINUTE' });
    expect(parseMoment('2024-03-22T17:15:00.123456Z').at).toEqual(new Date('2024-03-22T17:15:00.123Z'));
  });

  it('is known to the hour when the giver says so', () => {
    expect(parseMoment('2024-03-22T17:30:00Z', 'HOUR')).toEqual({ at: new Date('2024-03-22T17:30:00Z'), precision: 'HOUR' });
  });

  it.each([
    ['2024-03-22T17:15:00', '"2024-03-22T17:15:00" has no time zone: end it with Z for UTC, or with an offset such as +03:00.'],
    ['2024-02-30', '"2024-02-30" names a day that does not exist: the calendar has no 2024-02-30.'],
    ['2023-02-29T10:00Z', '"2023-02-29T10:00Z" names a day that does not exist: the calendar has no 2023-02-29.'],
    ['2024-13-01', '"2024-13-01" names a day that does not exist: the calendar has no 2024-13-01.'],
    [
      '2024-03-22T24:00Z',
      '"2024-03-22T24:00Z" names a time that does not exist: hours go from 00 to 23, minutes and seconds from 00 to 59.',
    ],
    ['2024-03-22T10:00+99:00', '"2024-03-22T10:00+99:00" names a time that does not exist'],
    ['22 March 2024', '"22 March 2024" is not a time: give a date such as 2024-03-22, or a date-time such as 2024-03-22T17:15:00Z.'],
    ['2024-03-22 17:15Z', '"2024-03-22 17:15Z" is not a time'],
    ['', '"" is not a time'],
  ])('is refused as %j with a sentence that helps', (text, sentence) => {
    expect(() => parseMoment(text)).toThrow(MomentError);
    expect(() => parseMoment(text)).toThrow(sentence);
  });

  it('is refused when its precision says more or less than its text shows', () => {
    expect(() => parseMoment('2024-03-22', 'MINUTE')).toThrow('"2024-03-22" is a date alone, so its precision is DAY, not MINUTE');
    expect(() => parseMoment('2024-03-22', 'HOUR')).toThrow('"2024-03-22" is a date alone, so its precision is DAY, not HOUR');
    expect(() => parseMoment('2024-03-22T17:15Z', 'DAY')).toThrow('gives a time of day, so its precision is not DAY');
  });

  it('reads every instant that the system writes', () => {
    const instant = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });
    fc.assert(fc.property(instant, at => expect(parseMoment(at.toISOString()).at).toEqual(at)));
  });

  it('is read or refused with a sentence, whatever the text', () => {
    const near = fc.stringMatching(/^\d{4}-[01]\d-[0-3]\d(T[0-2]\d:[0-6]\d(Z|\+\d\d:\d\d)?)?$/);
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), text => {
        try {
          expect(parseMoment(text).at.getTime()).not.toBeNaN();
        } catch (error) {
          expect(error).toBeInstanceOf(MomentError);
        }
      }),
    );
  });
});

describe('the instant by which a time counts as public', () => {
  const at = new Date('2024-03-22T17:15:00Z');

  it('is the time itself, the end of its hour, or the end of its day in UTC', () => {
    expect(periodEnd(at, 'MINUTE')).toEqual(at);
    expect(periodEnd(at, 'HOUR')).toEqual(new Date('2024-03-22T18:00:00Z'));
    expect(periodEnd(at, 'DAY')).toEqual(new Date('2024-03-23T00:00:00Z'));
  });

  it('is a whole period later for a time on the edge of two', () => {
    expect(periodEnd(new Date('2024-03-22T00:00:00Z'), 'DAY')).toEqual(new Date('2024-03-23T00:00:00Z'));
    expect(periodEnd(new Date('2024-03-22T17:00:00Z'), 'HOUR')).toEqual(new Date('2024-03-22T18:00:00Z'));
  });

  it('never comes before the time, and keeps the order of times', () => {
    const instant = fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2100-01-01') });
    fc.assert(
      fc.property(instant, instant, fc.constantFrom(...Object.values(Precision)), (one, other, precision) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        expect(periodEnd(earlier, precision).getTime()).toBeGreaterThanOrEqual(earlier.getTime());
        expect(periodEnd(earlier, precision).getTime()).toBeLessThanOrEqual(periodEnd(later, precision).getTime());
      }),
    );
  });
});

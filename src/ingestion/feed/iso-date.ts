import type { LocalTime } from './dates';

const fullForm =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?|(\d{2})(\d{2})|-?(\d{3}))?(?:(?:[t ]\s?|[t ]?(?=\d{2}:))(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?)?\s*(z|(?!am|pm)[a-z]{2,4}|(?:gmt|utc)?\s?[+-]\d{1,2}(?::?\d{2})?)?$/i;
const shortForm = /^-?(\d{2})(?:(-?)(\d{2})(?:\2(\d{2}))?)?$/;
const shortOrdinalForm = /^(\d{2})(\d{3})$/;

/** Reads ISO 8601 and its profiles, with a space for the T, loose zones, days of the year (2003-335) and years of two digits (03-12-31). */
export function isoDate(text: string): LocalTime | null {
  const full = fullForm.exec(text);
  if (full) {
    const [, year, month, day, basicMonth, basicDay, ordinal, hour, minute, second, fraction, zone] = full;
    const time = {
      hour: Number(hour ?? 0),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
      fraction: Number(`0.${fraction ?? 0}`) * 1_000,
      zone: zone?.replace(/\s/g, '') ?? null,
    };
    if (ordinal) return { ...dayOfYear(Number(year), Number(ordinal)), ...time };
    return { year: Number(year), month: Number(month ?? basicMonth ?? 1), day: Number(day ?? basicDay ?? 1), ...time };
  }
  const ordinal = shortOrdinalForm.exec(text);
  if (ordinal) return dayOfYear(century(ordinal[1]), Number(ordinal[2]));
  const short = shortForm.exec(text);
  if (!short || text.length < 5) return null;
  return { year: century(short[1]), month: Number(short[3] ?? 1), day: Number(short[4] ?? 1) };
}

function century(digits = ''): number {
  return Number(digits) < 50 ? 2000 + Number(digits) : 1900 + Number(digits);
}

function dayOfYear(year: number, ordinal: number): { year: number; month: number; day: number } {
  const date = new Date(Date.UTC(year, 0, ordinal));
  return date.getUTCFullYear() === year ? { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() } : { year, month: 0, day: 0 };
}

import { monthOf } from '../feed/month-names';
import { zoneOffset } from '../feed/zone-offsets';

/**
 * The time that a text gives, in the form that `parseMoment` reads: a day as `2024-03-22`, a time with its own zone as `2024-03-22T18:45:00+03:00`.
 *
 * A clock time whose zone is not said is not known, so only its day is kept. Null when the text gives no time, or one that the calendar lacks.
 */
export function writtenDate(text: string): string | null {
  const short = text.slice(0, 300).trim();
  return isoDate(short) ?? zonedEnglishDate(short) ?? namedDate(short) ?? numericDate(short) ?? epochDate(short);
}

/** The day in an address such as /2024/03/22/ or -20240322-; null when there is none. */
export function dateInAddress(url: string): string | null {
  const path = /^https?:\/\/[^/]+(\/[^?#]*)/.exec(url)?.[1] ?? '';
  const [, year, month, date] =
    /(?:^|[/_-])((?:19|20)\d\d)[/_-]([01]?\d)[/_-]([0-3]?\d)(?=[/_.-]|$)/.exec(path) ??
    /[/_-](20[0-3]\d)([01]\d)([0-3]\d)(?=[/_.-]|\d{0,6}(?:[/_.-]|$))/.exec(path) ??
    [];
  return year && month && date ? day(year, month, date) : null;
}

const iso =
  /(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[T\s]\s?|\s*,\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2})?)?/i;

function isoDate(text: string): string | null {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/.exec(text);
  const [, year, month, date, hour, minute, second, zone] = compact ?? iso.exec(text) ?? [];
  return year && month && date ? withTime(day(year, month, date), hour, minute, second, zone) : null;
}

function withTime(date: string | null, hour?: string, minute?: string, second?: string, zone?: string): string | null {
  if (!date || !hour || !minute || !zone || Number(hour) > 23 || Number(minute) > 59) return date;
  const offset = offsetOf(zone);
  if (!offset || (offset === 'Z' && Number(hour) === 0 && Number(minute) === 0 && Number(second ?? 0) === 0)) return date;
  return `${date}T${hour.padStart(2, '0')}:${minute}:${Number(second ?? 0) > 59 ? '59' : (second ?? '00')}${offset}`;
}

function offsetOf(zone: string): string | null {
  const minutes = zoneOffset(zone, new Date(0));
  if (minutes === null || minutes === 0) return minutes === null ? null : 'Z';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** As in mail and in scripts: `Fri Apr 28 2023 18:15:11 GMT+0200`, `Fri, 28 Apr 2023 18:15:11 EST`. */
function zonedEnglishDate(text: string): string | null {
  const [, first, second, year, hour, minute, seconds, half, named, offset] =
    /([A-Za-z]{3,9}|\d{1,2})[\s.]+([A-Za-z]{3,9}|\d{1,2})\.?,?\s+(\d{4}),?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?\s*\(?([A-Z]{2,4})?([+-]\d{1,2}:?\d{2})?/i.exec(
      text,
    ) ?? [];
  const zone = offset ?? named;
  if (!first || !second || !year || !hour || !minute || !zone) return null;
  const month = monthOf(first) ?? monthOf(second);
  const date = /^\d/.test(first) ? first : second;
  return month && /^\d/.test(date) ? withTime(day(year, String(month), date), hourOf(hour, half), minute, seconds, zone) : null;
}

function hourOf(hour: string, half?: string): string {
  if (!half) return hour;
  return String((Number(hour) % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0));
}

const dayMonthYear =
  /(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?\s*(?:de\s+|of\s+|d[’']|-)?\s*(\p{L}{3,12})\.?,?\s*(?:de\s+|del\s+|-)?\s*((?:19|20)\d{2})(?!\d)/giu;
const monthDayYear = /(?<![\p{L}\d])(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})(?!\d)/giu;
const yearMonthDay = /((?:19|20)\d{2})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/;

function namedDate(text: string): string | null {
  const [, asianYear, asianMonth, asianDay] = yearMonthDay.exec(text) ?? [];
  if (asianYear && asianMonth && asianDay) return day(asianYear, asianMonth, asianDay);
  for (const [, date, name, year] of text.matchAll(dayMonthYear)) {
    const month = monthOf(name ?? '');
    if (month && date && year) return day(year, String(month), date);
  }
  for (const [, name, date, year] of text.matchAll(monthDayYear)) {
    const month = monthOf(name ?? '');
    if (month && date && year) return day(year, String(month), date);
  }
  return null;
}

function numericDate(text: string): string | null {
  const [, first, sign, second, year] = /(?<!\d)(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d{2}|\d{2})(?!\d)/.exec(text) ?? [];
  if (first && second && year) {
    const full = year.length === 2 ? `20${year}` : year;
    if (year.length === 2 && sign !== '.') return null;
    return Number(second) > 12 ? day(full, first, second) : day(full, second, first);
  }
  const [, whole, month, date] = /(?<!\d)((?:19|20)\d{2})[./](\d{1,2})[./](\d{1,2})(?!\d)/.exec(text) ?? [];
  return whole && month && date ? day(whole, month, date) : null;
}

function epochDate(text: string): string | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null;
  return `${new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().slice(0, 19)}Z`;
}

function day(year: string, month: string, date: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) && Number(year) >= 1990 ? text : null;
}

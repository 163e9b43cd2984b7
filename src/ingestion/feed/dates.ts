import { isoDate } from './iso-date';
import { monthOf, plainWord, usualMonthOf } from './month-names';
import { zoneOffset } from './zone-offsets';

/** The parts of a local time, as they are written. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** Milliseconds. */
  fraction?: number;
  /** A name or an offset. Without one the time is taken as UTC. */
  zone?: string | null;
}

interface Clock {
  hour: number;
  minute: number;
  second: number;
  fraction: number;
  zone: string | null;
}

const longest = 120;
/** RFC 822 as it should be: most dates are of this form. */
const mailForm = /^(?:[A-Z][a-z]{2}, ?)?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? (GMT|UTC|Z|[+-]\d{4})$/;
const clockForm =
  /(?<![\d:])(\d{1,2})(?:[:h](\d{1,2})(?:[:.](\d{1,2})(?:[.,](\d{1,9}))?)?|(?=\s*[ap]m\b))(?![\d:])\s*([ap]m\b)?\s*(z\b|(?:[a-z]{2,5}\s*)?[+-]\s?\d{1,2}:?\d{0,2}(?![\d-])|\(?[a-z]+\/[a-z_/]+\)?|[a-z]{2,5}\b)?/;
const regionForm = /[A-Za-z_]+\/[A-Za-z_/]+/;

/**
 * Reads a date the way it stands in feeds: RFC 822 and 3339 with their usual mistakes, seconds since 1970, month names of some sixty languages, a.m. and
 * p.m., ordinals, slashes, dots, zone names. What cannot be, such as 30 February or 25:00, is null; so is what names no day.
 *
 * @returns ISO 8601 in UTC, to the millisecond
 */
export function feedDate(written: string): string | null {
  if (written.length > longest) return null;
  const text = digitsInLatin(written.normalize('NFKC')).replace(/\s+/g, ' ').trim();
  if (!text) return null;
  if (/^-?\d{9,10}(\.\d+)?$/.test(text)) return instant(Number(text) * 1_000);
  if (/^\d{12,13}$/.test(text)) return instant(Number(text));
  const mail = mailForm.exec(text);
  const month = mail && usualMonthOf(mail[2] ?? '');
  if (mail && month) {
    const [, day, , year, hour, minute, second, zone] = mail;
    return isoString({
      year: Number(year),
      month,
      day: Number(day),
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second ?? 0),
      zone,
    });
  }
  const iso = isoDate(text);
  if (iso) return isoString(iso);
  return looseDate(text);
}

/** The instant of a local time; null if there is no such day or time. */
export function isoString({ year, month, day, hour = 0, minute = 0, second = 0, fraction = 0, zone = null }: LocalTime): string | null {
  if (year < 1900 || hour > 24 || minute > 59 || second > 60 || (hour === 24 && (minute || second))) return null;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null;
  const local = midnight.getTime() + ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1_000 + fraction;
  const offset = zone ? zoneOffset(zone, new Date(local)) : 0;
  return offset === null ? null : instant(local - offset * 60_000);
}

function instant(milliseconds: number): string | null {
  const date = new Date(Math.trunc(milliseconds));
  const year = date.getUTCFullYear();
  return year >= 1900 && year < 2200 ? date.toISOString() : null;
}

function looseDate(text: string): string | null {
  const isKorean = /오전|오후/.test(text);
  const region = regionForm.exec(text)?.[0];
  const plain = withHalfDays(text.toLowerCase())
    .replace(/(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/g, '$1-$2-$3 ')
    .replace(
      /(\d{1,2})\s*[時시点點]\s*(\d{1,2})\s*[分분](?:\s*(\d{1,2})\s*[秒초])?/g,
      (_, hour: string, minute: string, second?: string) => `${hour}:${minute}:${second ?? '00'}`,
    )
    .replace(/(\d)t(?=\d{1,2}:)/g, '$1 ');
  const found = clockForm.exec(plain);
  const clock = found ? clockOf(found, region) : null;
  if ((found && !clock) || (!found && /\d:\d/.test(plain))) return null;
  const rest = found ? `${plain.slice(0, found.index)} ${plain.slice(found.index + found[0].length)}` : plain;
  const day = dayOf(rest);
  if (!day) return null;
  return isoString({ ...day, ...clock, zone: clock?.zone ?? day.zone ?? (isKorean ? '+0900' : null) });
}

function withHalfDays(text: string): string {
  return text
    .replace(/\b([ap])\.?\s?m\b\.?/g, '$1m')
    .replace(
      /(?:(오전|午前|上午)|(?:오후|午後|下午))\s*(\d{1,2}[:時시点點]\s*\d{1,2}(?:[:分분]\s*\d{1,2})?\s*[分분秒초]?)/g,
      (_, morning: string | undefined, time: string) =>
        `${time.replace(/\s*[時시点點]\s*|\s*[分분]\s*(?=\d)/g, ':').replace(/[分분秒초]/g, '')} ${morning ? 'am' : 'pm'}`,
    );
}

function clockOf(found: RegExpExecArray, region: string | undefined): Clock | null {
  const [, hours = '', minute = '0', second = '0', fraction = '', half, zoneText] = found;
  let hour = Number(hours);
  if (half) {
    if (hour > 12 && half === 'am') return null;
    if (hour < 12 && half === 'pm') hour += 12;
    if (hour === 12 && half === 'am') hour = 0;
  }
  const zone = zoneText?.includes('/') && region ? region : (zoneText ?? null);
  const isWord = zone && /^[a-z]+$/.test(zone) && zoneOffset(zone, new Date(0)) === null;
  if (isWord) found[0] = found[0].slice(0, found[0].length - zone.length);
  return {
    hour,
    minute: Number(minute),
    second: Number(second),
    fraction: Number(`0.${fraction || 0}`) * 1_000,
    zone: isWord ? null : zone,
  };
}

/** The day in what is left when the clock is taken away. */
function dayOf(text: string): { year: number; month: number; day: number; zone?: string } | null {
  const numeric = /(?<!\d)(\d{1,4})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)/.exec(text);
  if (numeric) return numericDay(numeric);
  const words = text.match(/\p{L}[\p{L}\p{M}.'’]*|\d+/gu) ?? [];
  const numbers = words.map((digits, index) => ({ digits, index })).filter(({ digits }) => /^\d/.test(digits));
  const named = namedMonth(words, usualMonthOf) ?? namedMonth(words, monthOf);
  if (!named) return null;
  const { month, index: monthIndex } = named;
  const yearAt = numbers.findIndex(({ digits }) => digits.length === 4);
  const year =
    yearAt >= 0
      ? numbers.splice(yearAt, 1)[0]
      : numbers.length > 1
        ? numbers.splice(
            numbers.findLastIndex(({ index }) => index > monthIndex),
            1,
          )[0]
        : undefined;
  const day = numbers.shift();
  if (!year || numbers.some(({ digits }) => digits.length > 2)) return null;
  return { year: fullYear(year.digits), month, day: day ? Number(day.digits) : 1 };
}

function namedMonth(words: string[], read: (word: string) => number | null): { month: number; index: number } | null {
  for (const [index, word] of words.entries()) {
    if (/^\d/.test(word) || /^[a-z]{1,2}$/.test(plainWord(word))) continue;
    const month = read(word);
    if (month && !(index === 0 && isWeekday(word, words))) return { month, index };
  }
  return null;
}

/** "Mar." at the head of a date is Tuesday in French and Spanish if a month follows. */
function isWeekday(word: string, words: string[]): boolean {
  return words.slice(1).some(other => /^\p{L}/u.test(other) && plainWord(other).length > 2 && monthOf(other) !== null && other !== word);
}

function numericDay([, a = '', sign, b = '', c = '']: RegExpExecArray): { year: number; month: number; day: number } | null {
  if (a.length === 4) return { year: Number(a), month: Number(b), day: Number(c) };
  if (c.length === 3 || a.length === 3) return null;
  const year = fullYear(c);
  const monthFirst = sign === '/' && Number(a) <= 12;
  return monthFirst || Number(b) > 12 ? { year, month: Number(a), day: Number(b) } : { year, month: Number(b), day: Number(a) };
}

/** RFC 2822, 4.3: two digits below 50 are of this century. Years past 2400 are counted from the Buddha. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 3) return year + 1900;
  if (year > 2400) return year - 543;
  return digits.length > 2 ? year : year < 50 ? year + 2000 : year + 1900;
}

/** Digits of all scripts as 0 to 9. */
function digitsInLatin(text: string): string {
  return text.replace(/[^ -~]/g, sign => (/\p{Nd}/u.test(sign) ? String(valueOfDigit(sign)) : sign));
}

/** The digits of a script follow one another from its zero. */
function valueOfDigit(sign: string): number {
  let code = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return value;
}

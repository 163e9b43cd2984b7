/** How exactly a time is known. */
export const Precision = { MINUTE: 'MINUTE', HOUR: 'HOUR', DAY: 'DAY' } as const;
export type Precision = keyof typeof Precision;

/** A time and how exactly it is known. */
export interface Moment {
  at: Date;
  precision: Precision;
}

/** Says which text is not a time, and what would be right. */
export class MomentError extends Error {
  override name = 'MomentError';
}

/**
 * Reads a time as people and feeds of records give it: a date is known to the day, a date-time with its zone to the minute.
 *
 * @param precision  what the giver says: HOUR makes a date-time known to the hour only; it may not say more or less than the text shows
 * @throws MomentError  a sentence that names the text and what would be right
 */
export function parseMoment(text: string, precision?: Precision): Moment {
  const [, date, time, zone] = form.exec(text) ?? [];
  if (!date) throw new MomentError(`${shown(text)} is not a time: give a date such as 2024-03-22, or a date-time such as ${example}.`);
  if (!isOnCalendar(date)) throw new MomentError(`${shown(text)} names a day that does not exist: the calendar has no ${date}.`);
  if (!time) return knownToTheDay(text, date, precision);

  if (!zone) throw new MomentError(`${shown(text)} has no time zone: end it with Z for UTC, or with an offset such as +03:00.`);
  if (!onTheClock.test(time) || !offset.test(zone)) {
    throw new MomentError(`${shown(text)} names a time that does not exist: hours go from 00 to 23, minutes and seconds from 00 to 59.`);
  }
  if (precision === 'DAY') {
    throw new MomentError(`${shown(text)} gives a time of day, so its precision is not DAY: give the date alone, or MINUTE or HOUR.`);
  }
  return { at: new Date(`${date}T${time}${zone}`), precision: precision ?? 'MINUTE' };
}

/** The instant by which a time of this precision counts as public: what is known to the day counts from the end of that day in UTC. */
export function periodEnd(at: Date, precision: Precision): Date {
  const length = periodLength[precision];
  return length ? new Date((Math.floor(at.getTime() / length) + 1) * length) : at;
}

const example = '2024-03-22T17:15:00Z';
const form = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;
const onTheClock = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/;
const offset = /^(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const periodLength: Record<Precision, number> = { MINUTE: 0, HOUR: 3_600_000, DAY: 86_400_000 };

function knownToTheDay(text: string, date: string, precision: Precision = 'DAY'): Moment {
  if (precision !== 'DAY') {
    throw new MomentError(`${shown(text)} is a date alone, so its precision is DAY, not ${precision}: add the time, as in ${example}.`);
  }
  return { at: new Date(`${date}T00:00:00Z`), precision };
}

function isOnCalendar(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

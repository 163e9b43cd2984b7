import type { ReactElement } from 'react';

/** How exactly a time is known. */
export type Precision = 'MINUTE' | 'HOUR' | 'DAY';

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const days = format({ day: 'numeric', month: 'long', year: 'numeric' });
const shortDays = format({ day: 'numeric', month: 'long' });
const weekdays = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const times = format({ hour: '2-digit', minute: '2-digit' });

/** "22 March 2024" */
export function dayOf(at: string): string {
  return days.format(new Date(at));
}

/** "22 March" */
export function shortDayOf(at: string): string {
  return shortDays.format(new Date(at));
}

/** "Friday 22 March 2024" */
export function weekdayOf(at: string): string {
  return weekdays.format(new Date(at)).replace(',', '');
}

/** "19:58" */
export function timeOf(at: string): string {
  return times.format(new Date(at));
}

/** "22 March 2024, 19:58 UTC", or no more than is known of it. */
export function momentOf(at: string, precision: Precision = 'MINUTE'): string {
  if (precision === 'DAY') return dayOf(at);
  return `${dayOf(at)}, ${precision === 'HOUR' ? 'about ' : ''}${timeOf(at)} UTC`;
}

/** How exactly an instant is known of which nobody says it: midnight to the millisecond stands for the day. */
export function precisionOf(at: string): Precision {
  return at.endsWith('T00:00:00.000Z') ? 'DAY' : 'MINUTE';
}

/** The moment when an instant was over: the end of its day where no more than that is known. */
export function endOf(at: string, precision = precisionOf(at)): number {
  return Date.parse(at) + (precision === 'DAY' ? 24 * 3_600_000 : 0);
}

/** An instant, said as precisely as it is known, in UTC. */
export function Moment({ at, precision, brief }: { at: string; precision?: Precision; brief?: boolean }): ReactElement {
  const known = precision === 'DAY' ? at.slice(0, 10) : at.replace(/(:00)?\.000Z$/, 'Z');
  return <time dateTime={known}>{brief ? briefly(at, precision) : momentOf(at, precision)}</time>;
}

/** Within a day that is named already. */
function briefly(at: string, precision: Precision = 'MINUTE'): string {
  if (precision === 'DAY') return `on ${shortDayOf(at)}`;
  return precision === 'HOUR' ? `about ${timeOf(at)}` : timeOf(at);
}

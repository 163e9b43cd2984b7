import type { TimelineItem } from './story-query';

/** What happened on one day: first what has an hour, then what is known to the day only. */
export interface TimelineDay {
  /** Such as 2024-03-22. */
  day: string;
  timed: TimelineItem[];
  untimed: TimelineItem[];
}

/** When an entry happened, was said or was reported. */
export function timeOfItem(item: TimelineItem): string {
  if (item.__typename === 'Event') return item.occurredAt;
  return item.__typename === 'Statement' ? item.issuedAt : item.reportedAt;
}

/** Entries by day, the days in order. */
export function daysOf(items: readonly TimelineItem[]): TimelineDay[] {
  const days = new Map<string, TimelineDay>();
  for (const item of items) {
    const day = timeOfItem(item).slice(0, 10);
    const found = days.get(day) ?? { day, timed: [], untimed: [] };
    days.set(day, found);
    (item.precision === 'DAY' ? found.untimed : found.timed).push(item);
  }
  return [...days.values()]
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .map(({ day, timed, untimed }) => ({
      day,
      timed: timed.sort((one, other) => (timeOfItem(one) < timeOfItem(other) ? -1 : 1)),
      untimed: untimed.sort((one, other) => rank(one) - rank(other)),
    }));
}

/** What happened comes before what was counted and said about it. */
function rank({ __typename: type }: TimelineItem): number {
  return ['Event', 'Figure', 'Statement'].indexOf(type);
}

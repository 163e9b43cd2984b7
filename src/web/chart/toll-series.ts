import type { Amount, Figure } from '../story/story-query';

/** Who gave a number: it decides the shape of the mark. */
export type ReporterKind = 'official' | 'outlet' | 'agency' | 'other';

/** A figure in its place. */
export interface TollPoint {
  figure: Figure;
  at: number;
  kind: ReporterKind;
  low: number;
  high: number;
  /** Where the curve passes. */
  height: number;
  /** It belongs to the path of the authorities about the main event. */
  onPath: boolean;
}

/** The kind of who reported it. */
export function reporterKindOf({ official, reporter }: Figure): ReporterKind {
  if (official) return 'official';
  const kind = reporter.source?.kind ?? reporter.actor?.kind;
  if (kind === 'NEWS_AGENCY') return 'agency';
  return kind === 'NEWS_OUTLET' || kind === 'BROADCASTER' || kind === 'OUTLET' ? 'outlet' : 'other';
}

/** The number as people say it: "at least 60", "34 to 40". */
export function amountOf({ value, min, max, atLeast }: Amount): string {
  const number = new Intl.NumberFormat('en-GB');
  if (min !== null && max !== null && min !== max) return `${number.format(min)} to ${number.format(max)}`;
  const one = value ?? min ?? max ?? 0;
  if (atLeast || (value === null && max === null)) return `at least ${number.format(one)}`;
  return value === null && min === null ? `up to ${number.format(one)}` : number.format(one);
}

/**
 * The figures of one metric in their order, each in its place. What is known to the day only lies within that day between its neighbours, since that
 * is all that is known; the official path is that of the event which has most official figures.
 */
export function tollSeries(figures: readonly Figure[]): TollPoint[] {
  const standing = figures.filter(({ retraction }) => !retraction).reverse(); // the ledger gives the latest first
  const main = mainEventOf(standing);
  const times = placesInTime(standing);
  return standing.map((figure, index) => {
    const { value, min, max } = figure;
    const low = min ?? value ?? max ?? 0;
    const high = max ?? value ?? min ?? 0;
    const onPath = figure.official && (figure.event?.id ?? null) === main;
    return { figure, at: times[index] ?? 0, kind: reporterKindOf(figure), low, high, height: value ?? (low + high) / 2, onPath };
  });
}

/** The event that most official figures are about; undefined where they are about so many that no line may join them. */
function mainEventOf(figures: readonly Figure[]): string | null | undefined {
  const counts = new Map<string | null, number>();
  const official = figures.filter(figure => figure.official);
  for (const { event } of official) counts.set(event?.id ?? null, (counts.get(event?.id ?? null) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most && most[1] > official.length / 2 ? most[0] : undefined;
}

/** Exact times stay; a run of inexact ones is spread over what lies between the exact times around it. */
function placesInTime(figures: readonly Figure[]): number[] {
  const exact = figures.map(({ precision, reportedAt }) => (precision === 'MINUTE' ? Date.parse(reportedAt) : null));
  return figures.map((figure, index) => {
    const known = exact[index];
    if (known !== null && known !== undefined) return known;
    const day = figures
      .map((other, place) => ({ other, place }))
      .filter(({ other }) => other.reportedAt.slice(0, 10) === figure.reportedAt.slice(0, 10));
    const before = day.filter(({ place }) => place < index && exact[place]).at(-1);
    const after = day.find(({ place }) => place > index && exact[place]);
    const floor = before ? exact[before.place]! : Math.max(Date.parse(figure.reportedAt), Date.parse(figure.event?.occurredAt ?? '') || 0);
    const ceiling = after ? exact[after.place]! : Date.parse(figure.publicAt);
    const run = day.filter(({ place }) => !exact[place] && place > (before?.place ?? -1) && place < (after?.place ?? Infinity));
    const turn = run.findIndex(({ place }) => place === index) + 1;
    return floor + ((Math.max(ceiling, floor) - floor) * turn) / (run.length + 1);
  });
}

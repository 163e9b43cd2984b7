import type { CasualtyMention, CasualtyMetric } from './casualty';

/** A number of casualties with its place in the article. */
export interface PlacedMention extends CasualtyMention {
  part: boolean;
  /** -1 for the title, else the number of its sentence. */
  sentence: number;
}

const LEAD = 3;

/**
 * The numbers of the event that the article leads with, for one metric, the best total first: a running toll before a plain count, the title and lead
 * before the rest; what belongs to an earlier or another event is left out.
 */
export function mainEventMentions(mentions: readonly PlacedMention[], metric: CasualtyMetric): PlacedMention[] {
  return mentions
    .filter(mention => mention.metric === metric && !(mention.background && mention.sentence >= LEAD))
    .map(mention => ({ mention, weight: weightOf(mention) }))
    .sort((one, other) => other.weight - one.weight || one.mention.sentence - other.mention.sentence || one.mention.start - other.mention.start)
    .map(({ mention }) => mention);
}

function weightOf({ sentence, quantity, toll, part, background }: PlacedMention): number {
  const place = sentence < 0 ? 5 : sentence < LEAD ? 6 : sentence < 8 ? 4 : 2;
  return (
    place +
    (toll ? 4 : 0) -
    (quantity.value === null ? 4 : 0) -
    (quantity.person ? 1.5 : 0) -
    (part ? 5 : 0) -
    (background ? 4 : 0) -
    (quantity.further && metricTotalIsElsewhere(quantity.further) ? 1 : 0)
  );
}

function metricTotalIsElsewhere(further: boolean): boolean {
  return further;
}

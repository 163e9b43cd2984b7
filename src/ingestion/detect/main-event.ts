import type { CasualtyMention, CasualtyMetric } from './casualty';
import type { Reporter } from './reporter';

/** A number of casualties with its place in the article. */
export interface PlacedMention extends CasualtyMention {
  /** -1 for the title, else the number of its sentence. */
  sentence: number;
  /** Whether a number was named, or only one victim told of. */
  told?: boolean;
  /** Who gives the number, where the grammar of the language says. */
  reporter?: Reporter | null;
}

const LEAD = 3;
const EARLY = 8;

/** Above this the reports count the attacker or leave him out on purpose. */
const MOST_OF_ONE_HAND = 4;

/**
 * The numbers of the event that the article leads with, for one metric, the best total first: a running toll before a plain count, the title and lead
 * before the rest; what belongs to an earlier or another event is left out.
 */
export function mainEventMentions(mentions: readonly PlacedMention[], metric: CasualtyMetric): PlacedMention[] {
  return mentions
    .filter(mention => mention.metric === metric && !(mention.background && mention.sentence >= LEAD))
    .map(mention => ({ mention, weight: weightOf(mention) }))
    .sort(
      (one, other) => other.weight - one.weight || one.mention.sentence - other.mention.sentence || one.mention.start - other.mention.start,
    )
    .map(({ mention }) => mention);
}

function weightOf({ sentence, quantity, toll, part, background }: PlacedMention): number {
  const place = sentence < 0 ? 5.5 : sentence < LEAD ? 6 : sentence < EARLY ? 4 : 2;
  const less =
    (quantity.value === null ? 4 : 0) + (quantity.person ? 1.5 : 0) + (part ? 5 : 0) + (background ? 4 : 0) + (quantity.further ? 1 : 0);
  return place + (toll ? 4 : 0) - less;
}

/** How many were killed, hurt, missing and detained, by all that the article tells of its event; null where it gives no number. */
export interface CasualtyTotals {
  killed: number | null;
  injured: number | null;
  missing: number | null;
  detained: number | null;
}

/** What else the article tells: that someone died or was hurt though no number is given, that the attacker killed himself. */
export interface ToldWithoutNumber {
  killed: boolean;
  injured: boolean;
  /** Whether someone is named, or pointed at, as hurt, whatever is told of the dead. */
  named: boolean;
  selfKilled: boolean;
}

/**
 * Adds up an article. Those shot or struck, less the dead, are the injured; an attacker who killed himself after killing others is one more dead
 * unless a sentence counts him already; a death told of without a number is one.
 */
export function casualtyTotalsOf(mentions: readonly PlacedMention[], told: ToldWithoutNumber): CasualtyTotals {
  const counted = mentions.filter(({ told: single }) => !single);
  const [death] = mainEventMentions(counted, 'KILLED');
  const [injury] = mainEventMentions(counted, 'INJURED');
  const [hit] = mainEventMentions(counted, 'HIT');
  let killed = death?.quantity.value ?? (!death && told.killed ? 1 : null);
  if (killed !== null && killed <= MOST_OF_ONE_HAND && death?.active && told.selfKilled) {
    const others = mainEventMentions(counted, 'KILLED').filter(({ active, part, sentence }) => !active && !part && sentence < 12);
    killed = Math.max(killed + 1, ...others.map(({ quantity }) => quantity.value ?? 0));
  }
  let injured = (injury ?? mainEventMentions(counted, 'HOSPITALISED')[0])?.quantity.value ?? null;
  if (hit && hit.sentence < EARLY && hit.quantity.value !== null) {
    const rest = Math.max(0, hit.quantity.value - (killed ?? 0));
    if (injured === null || rest > injured) injured = rest;
  }
  if (injured === null && !injury && (killed ? told.named : told.injured)) injured = 1;
  return {
    killed,
    injured,
    missing: mainEventMentions(counted, 'MISSING')[0]?.quantity.value ?? null,
    detained: mainEventMentions(counted, 'DETAINED')[0]?.quantity.value ?? null,
  };
}

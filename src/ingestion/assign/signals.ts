import type { ArticleText } from './article-text';
import { readBags } from './bags';
import { type Channel, channels } from './channels';
import type { TermStatistics } from './term-statistics';
import { unitVector, type Vector } from './vector';
import { writtenAt } from './written-at';

/** What an article is compared by. */
export interface Signals {
  title: Vector;
  /** Title and first paragraphs. */
  lead: Vector;
  body: Vector;
  /** Names, alone and with the word after. */
  names: Vector;
  /** How words begin by sound, countries and numbers: what is the same in all languages. */
  sound: Vector;
  /** Countries and numbers alone. */
  marks: Vector;
  /** Numbers with the word beside them: dates, ages, counts. */
  counted: Vector;
  /** Pairs of neighbouring words of the title and lead. */
  pairs: Vector;
  /** What the words of title and lead mean, whatever their language; those of unknown meaning, mostly names, by their sound. */
  concepts: Vector;
  /** How much its lead and its sounds tell: many rare terms weigh much, few common ones little. */
  leadMass: number;
  soundMass: number;
  /** When it was written, in milliseconds, as `writtenAt` tells. */
  at: number | null;
  /** Whether it says when it was published. */
  isDated: boolean;
  /** When it arrived, in milliseconds. */
  firstSeenAt: number | null;
  language: string;
  words: number;
}

/** How many terms an article keeps in a channel. */
export const articleTerms: Record<Channel, number> = {
  title: 32,
  lead: 72,
  body: 128,
  names: 40,
  sound: 56,
  marks: 16,
  counted: 24,
  pairs: 48,
  concepts: 72,
};

/** Reads an article's signals; unless it was counted before, its terms count from now on among those seen. */
export function readSignals(article: ArticleText, statistics: TermStatistics, { isCounted = false } = {}): Signals {
  const { bags, textWords } = readBags(article);
  if (!isCounted)
    statistics.count(
      new Set(['body', 'names', 'sound', 'counted', 'pairs', 'concepts'].flatMap(channel => [...bags[channel as Channel].keys()])),
    );

  const weights = (channel: Channel) =>
    [...bags[channel]].map(
      ([term, { times, expected }]) => [term, (times < 1 ? times : 1 + Math.log(times)) * statistics.weight(term, expected)] as const,
    );
  const vectors = Object.fromEntries(channels.map(channel => [channel, unitVector(weights(channel), articleTerms[channel])])) as Record<
    Channel,
    Vector
  >;
  const mass = (channel: Channel) => Math.sqrt(weights(channel).reduce((sum, [, weight]) => sum + weight * weight, 0));
  return {
    ...vectors,
    leadMass: mass('lead'),
    soundMass: mass('sound'),
    at: writtenAt(article)?.getTime() ?? null,
    isDated: article.publishedAt !== null,
    firstSeenAt: article.firstSeenAt?.getTime() ?? null,
    language: article.language ?? 'und',
    words: textWords,
  };
}

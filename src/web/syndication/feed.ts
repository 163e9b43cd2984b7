import type { Precision } from '../../../schema/operations';

/** A document that an entry rests on. */
export interface FeedSource {
  url: string;
  title: string;
}

/** One entry of a feed, in whatever form it goes out. All its text is plain. */
export interface FeedEntry {
  /** Stays when the fact is corrected, so that readers show an update and no second entry. */
  id: string;
  kind: 'Story' | 'Article' | 'Event' | 'Statement' | 'Figure';
  url: string;
  title: string;
  paragraphs: string[];
  /** What was corrected or withdrawn, as a sentence; it belongs to the paragraphs, too. */
  correction: string | null;
  author: string | null;
  language: string | null;
  /** The time that it is about, as exactly as it is known. */
  at: string;
  precision: Precision;
  publishedAt: Date;
  updatedAt: Date;
  /** When this system learnt the latest about it: what caches compare. */
  learntAt: Date;
  sources: FeedSource[];
}

/** A feed of a story or of a search, in whatever form it goes out. */
export interface Feed {
  id: string;
  title: string;
  description: string;
  homeUrl: string;
  selfUrl: string;
  /** Where earlier entries are; null where there are none. */
  nextUrl: string | null;
  updatedAt: Date;
  learntAt: Date;
  /** The newest first. */
  entries: FeedEntry[];
}

/** What every feed of ours is by. */
export const FEED_AUTHOR = 'Newsgraph';

/** The latest of some times. */
export function latest(times: readonly Date[]): Date {
  return new Date(Math.max(0, ...times.map(Number)));
}

import { writeAtom } from './atom';
import type { Feed } from './feed';
import { writeJsonFeed } from './json-feed';
import { writeRss } from './rss';

/** A form in which a feed goes out. */
export interface FeedForm {
  type: string;
  write: (feed: Feed) => string;
}

/** The forms that every feed comes in, by the ending of its address. */
export const FEED_FORMS: Readonly<Record<string, FeedForm>> = {
  rss: { type: 'application/rss+xml', write: writeRss },
  atom: { type: 'application/atom+xml', write: writeAtom },
  json: { type: 'application/feed+json', write: writeJsonFeed },
};

/** The type of the ending `.jsonld`: stories and searches are written in words of their own there. */
export const JSON_LD_TYPE = 'application/ld+json';

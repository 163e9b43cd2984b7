/** What kind of document a feed came as. */
export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap';

/** A person or body that is named as author. */
export interface FeedPerson {
  name: string | null;
  email: string | null;
  url: string | null;
}

/** A file that comes with an item. */
export interface FeedEnclosure {
  url: string;
  type: string | null;
  length: number | null;
}

/** A picture, a video or a sound that an item shows. */
export interface FeedMedia {
  url: string;
  type: string | null;
  medium: string | null;
}

/** What a feed says about itself. Times are ISO 8601 in UTC, null where nothing legible is given. */
export interface FeedHead {
  format: FeedFormat;
  id: string | null;
  title: string | null;
  description: string | null;
  /** The site that the feed belongs to. */
  link: string | null;
  selfLink: string | null;
  /** WebSub hubs. */
  hubs: string[];
  language: string | null;
  authors: FeedPerson[];
  categories: string[];
  image: string | null;
  publishedAt: string | null;
  updatedAt: string | null;
  /** How long the feed asks to be left alone. */
  ttlMinutes: number | null;
}

/** Where an item's identity comes from. */
export type IdentityBasis = 'GUID' | 'LINK' | 'FINGERPRINT';

/** One item, clean: `…Text` is plain text, `…Html` is sanitised and safe to serve, addresses are absolute http or https. */
export interface FeedItem {
  id: string;
  identityBasis: IdentityBasis;
  url: string | null;
  title: string;
  authors: FeedPerson[];
  publishedAt: string | null;
  updatedAt: string | null;
  summaryText: string | null;
  summaryHtml: string | null;
  contentText: string | null;
  contentHtml: string | null;
  enclosures: FeedEnclosure[];
  media: FeedMedia[];
  image: string | null;
  categories: string[];
  language: string | null;
  source: { title: string | null; url: string | null } | null;
  geo: { lat: number | null; lon: number | null } | null;
}

/** An item that could not be read. */
export interface FeedItemSetAside {
  /** Counted from 0 over all items of the document. */
  index: number;
  reason: string;
}

/** A feed that was read. */
export interface ParsedFeed {
  feed: FeedHead;
  items: FeedItem[];
  setAside: FeedItemSetAside[];
}

/** What is known of a document before it is read. */
export interface FeedDocument {
  contentType?: string | null;
  /** The address that it came from in the end. */
  url?: string | null;
  /** Headers of the answer, names in lower case. */
  headers?: Record<string, string>;
}

import { parseFeed } from '../../../src/ingestion/feed/parse-feed';
import type { FeedDocument, FeedItem, ParsedFeed } from '../../../src/ingestion/feed/parsed-feed';

/** Reads a feed that is written as text. */
export function read(text: string, document: FeedDocument = { url: 'https://news.example/feed.xml' }): ParsedFeed {
  return parseFeed(Buffer.from(text), document);
}

/** The one item of an RSS feed, by what stands in it. */
export function rssItem(inner: string, document?: FeedDocument): FeedItem {
  return only(read(`<rss version="2.0"><channel><title>News</title><item>${inner}</item></channel></rss>`, document));
}

/** The one entry of an Atom feed, by what stands in it. */
export function atomEntry(inner: string, document?: FeedDocument): FeedItem {
  return only(read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry>${inner}</entry></feed>`, document));
}

function only({ items }: ParsedFeed): FeedItem {
  const [item] = items;
  if (!item || items.length > 1) throw new Error(`There are ${items.length} items.`);
  return item;
}

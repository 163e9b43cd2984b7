import { parseRssFeed, type RssFeed } from 'feedsmith';
import { decodeFeed } from './charset';
import { type DocumentOutline, outlineDocument } from './document-outline';
import { FeedError } from './feed-error';
import { feedShape } from './feed-shape';
import { itemShape } from './item-shape';
import { readJsonFeed } from './json-feed';
import type { FeedDocument, FeedItem, ParsedFeed } from './parsed-feed';
import { type Reading, urlOf } from './reading';
import { alternateLink, linksOf } from './shape-parts';
import { readXml } from './xml-tree';

/**
 * Reads a feed from its bytes: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed, news sitemaps. An item that cannot be read is set aside with the
 * reason, and the others are read.
 *
 * @throws FeedError  if the document as a whole cannot be read
 */
export function parseFeed(bytes: Uint8Array, document: FeedDocument = {}): ParsedFeed {
  const text = decodeFeed(bytes, document.contentType ?? document.headers?.['content-type']);
  const base = documentBase(document);
  const start = /\S/.exec(text)?.index;
  if (start === undefined) throw new FeedError('The document is empty.');
  if (text[start] === '{' || text[start] === '[') return readJsonFeed(text, base);
  return shapeOutline(outlineDocument(readXml(text), base), document);
}

/** RFC 3986, 5.1: Content-Location, itself relative to where the document came from, then that. */
function documentBase({ url, headers }: FeedDocument): string | null {
  const own = url ? (URL.parse(url)?.href ?? null) : null;
  const location = headers?.['content-location'];
  return location ? (URL.parse(location, own ?? undefined)?.href ?? own) : own;
}

function shapeOutline(outline: DocumentOutline, { headers }: FeedDocument): ParsedFeed {
  const feed = mapped(outline);
  const reading = readingOf(outline, feed);
  const language = outline.head.language ?? headers?.['content-language'] ?? null;
  const head = feedShape(feed, reading, language, outline.format);
  const items: FeedItem[] = [];
  const setAside = [...outline.setAside];
  for (const item of feed.items ?? []) {
    const index = Number(item.comments);
    const surroundings = outline.items[index] ?? { language: null, originalLink: null, originalEnclosure: null };
    try {
      items.push(itemShape(item, reading, { head, ...surroundings }));
    } catch (error) {
      setAside.push({ index, reason: `The item could not be read: ${(error as Error).message}.` });
    }
  }
  return { feed: head, items, setAside };
}

/** A feed that holds nothing is what feedsmith refuses still. */
function mapped({ xml }: DocumentOutline): RssFeed.Feed<string> {
  try {
    return parseRssFeed(xml, { parseDateFn: date => date });
  } catch {
    return {};
  }
}

/** Where the document's own address is not known, its self link and then its site stand in. */
function readingOf({ values }: DocumentOutline, feed: RssFeed.Feed<string>): Reading {
  const absolute: Reading = { values, fallbackBase: null };
  const stand = [linksOf(feed.atom?.links, 'self')[0]?.href, feed.link, alternateLink(feed.atom?.links)?.href];
  for (const token of stand) {
    const url = urlOf(absolute, token);
    if (url && /^https?:/.test(url)) return { values, fallbackBase: url };
  }
  return absolute;
}

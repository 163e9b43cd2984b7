import { type JsonFeed, parseJsonFeed } from 'feedsmith';
import { isAbsolute } from '../sanitise/safe-url';
import { FeedError } from './feed-error';
import { fingerprintOf } from './fingerprint';
import { leadOf } from './lead';
import { feedLimits } from './limits';
import { distinctPeople, personOf } from './people';
import type { FeedHead, FeedItem, FeedItemSetAside, FeedMedia, FeedPerson, ParsedFeed } from './parsed-feed';
import { bothOf, dateOf, lineOf, type Reading, textOf, urlOf } from './reading';
import { FeedValues, type FeedValue } from './values';

const htmlKeys = new Set(['content_html']);
const deepest = 32;

/**
 * Reads JSON Feed 1.0 and 1.1.
 *
 * @throws FeedError  for what is no JSON, or no feed
 */
export function readJsonFeed(text: string, base: string | null): ParsedFeed {
  const values = new FeedValues();
  const document = parseJson(text);
  const setAside = itemsSetAside(document);
  const feed = mapped(withTokens(document, '', values, base, 0));
  const url = urlOf({ values, fallbackBase: base }, feed.feed_url);
  const reading: Reading = { values, fallbackBase: base ?? url ?? urlOf({ values, fallbackBase: null }, feed.home_page_url) };
  const head = jsonHead(feed, reading);
  const items = (feed.items ?? []).map(item => jsonItem(item, reading, head));
  return { feed: head, items, setAside };
}

/** A feed that holds nothing is what feedsmith refuses still. */
function mapped(document: unknown): JsonFeed.Feed<string> {
  try {
    return parseJsonFeed(document, { parseDateFn: date => date });
  } catch {
    return {};
  }
}

function parseJson(text: string): Record<string, unknown> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new FeedError(`The document is not JSON: ${(error as Error).message}.`);
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw new FeedError('The document is JSON, but no JSON Feed.');
  return normalised(document as Record<string, unknown>);
}

/** Versions that are misspelt do not matter where there are items; `author` of 1.0 may stand beside `authors` of 1.1. */
function normalised(document: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(document.items) && !/jsonfeed\.org\/version\//.test(typeof document.version === 'string' ? document.version : '')) {
    throw new FeedError('The document is JSON, but no JSON Feed.');
  }
  document.version = 'https://jsonfeed.org/version/1.1';
  for (const holder of [document, ...((document.items ?? []) as unknown[])]) {
    if (typeof holder !== 'object' || holder === null) continue;
    const { author, authors } = holder as Record<string, unknown>;
    if (author && Array.isArray(authors)) (holder as Record<string, unknown>).authors = [...(authors as unknown[]), author];
  }
  return document;
}

/** Items must be objects; the list is shortened in place to what will be read. */
function itemsSetAside(document: Record<string, unknown>): FeedItemSetAside[] {
  const setAside: FeedItemSetAside[] = [];
  if (!Array.isArray(document.items)) return setAside;
  document.items = document.items.filter((item: unknown, index) => {
    const isItem = typeof item === 'object' && item !== null && !Array.isArray(item);
    if (!isItem) setAside.push({ index, reason: 'The item is not an object.' });
    else if (index === feedLimits.items) setAside.push({ index, reason: `The feed has more than ${feedLimits.items} items.` });
    return isItem && index < feedLimits.items;
  });
  return setAside;
}

function withTokens(value: unknown, key: string, values: FeedValues, base: string | null, depth: number): unknown {
  if (depth > deepest) return undefined;
  if (typeof value === 'string') {
    if (key === 'version' || !value.trim()) return value;
    const limit = key.startsWith('content') || key === 'summary' ? feedLimits.longText : feedLimits.shortText;
    return values.keep({ text: value.trim().slice(0, limit), kind: kindOf(key), base, language: null });
  }
  if (typeof value === 'number' && (key === 'id' || key === 'title')) return String(value);
  if (Array.isArray(value)) return value.map(inner => withTokens(inner, key, values, base, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withTokens(inner, name.toLowerCase(), values, base, depth + 1)]),
  );
}

function kindOf(key: string): FeedValue['kind'] {
  return htmlKeys.has(key) ? 'HTML' : key === 'title' ? 'MAYBE_HTML' : 'TEXT';
}

function jsonHead(feed: JsonFeed.Feed<string>, reading: Reading): FeedHead {
  return {
    format: 'json',
    id: urlOf(reading, feed.feed_url),
    title: lineOf(reading, feed.title) ?? urlOf(reading, feed.home_page_url),
    description: textOf(reading, feed.description),
    link: urlOf(reading, feed.home_page_url),
    selfLink: urlOf(reading, feed.feed_url),
    hubs: (feed.hubs ?? []).flatMap(({ url }) => urlOf(reading, url) ?? []),
    language: lineOf(reading, feed.language),
    authors: jsonPeople(feed.authors, reading),
    categories: [],
    image: urlOf(reading, feed.icon) ?? urlOf(reading, feed.favicon),
    publishedAt: null,
    updatedAt: null,
    ttlMinutes: null,
  };
}

function jsonItem(item: JsonFeed.Item<string>, reading: Reading, head: FeedHead): FeedItem {
  const url = urlOf(reading, item.url) ?? urlOf(reading, item.external_url) ?? permanentId(item, reading);
  const own = reading.fallbackBase || !url || !isAbsolute(url) ? reading : { ...reading, fallbackBase: url };
  const content = item.content_html ?? item.content_text;
  const { text: contentText, html: contentHtml } = bothOf(own, content);
  const { text: summaryText, html: summaryHtml } = bothOf(own, item.summary);
  const title = lineOf(own, item.title) ?? leadOf(summaryText ?? contentText) ?? url ?? '';
  const guid = lineOf(own, item.id);
  const image = urlOf(own, item.image) ?? urlOf(own, item.banner_image);
  const authors = jsonPeople(item.authors, own);
  const publishedAt = item.date_published ? dateOf(own, item.date_published) : null;
  return {
    id: guid ?? url ?? fingerprintOf([title, contentText, publishedAt]),
    identityBasis: guid ? 'GUID' : url ? 'LINK' : 'FINGERPRINT',
    url,
    title,
    authors: authors.length ? authors : head.authors,
    publishedAt,
    updatedAt: item.date_modified ? dateOf(own, item.date_modified) : null,
    summaryText,
    summaryHtml,
    contentText,
    contentHtml,
    enclosures: (item.attachments ?? []).flatMap(({ url: token, mime_type: type, size_in_bytes: size }) => {
      const address = urlOf(own, token);
      return address ? [{ url: address, type: lineOf(own, type), length: size ?? null }] : [];
    }),
    media: [item.image, item.banner_image].flatMap((token): FeedMedia[] => {
      const address = urlOf(own, token);
      return address ? [{ url: address, type: null, medium: 'image' }] : [];
    }),
    image,
    categories: [...new Set((item.tags ?? []).flatMap(tag => lineOf(own, tag) ?? []))],
    language: lineOf(own, item.language) ?? head.language,
    source: null,
    geo: null,
  };
}

function permanentId({ id }: JsonFeed.Item<string>, reading: Reading): string | null {
  const said = lineOf(reading, id);
  return said && /^https?:\/\//i.test(said) ? said : null;
}

function jsonPeople(people: JsonFeed.Author[] | undefined, reading: Reading): FeedPerson[] {
  return distinctPeople(
    (people ?? []).map(({ name, url }) => {
      const said = personOf(lineOf(reading, name) ?? '');
      const address = urlOf(reading, url);
      return said || address ? { name: said?.name ?? null, email: said?.email ?? null, url: address } : null;
    }),
  );
}

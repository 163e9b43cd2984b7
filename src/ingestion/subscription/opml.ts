import { htmlTokens } from '../sanitise/html-tokens';
import type { FeedToRegister } from './register-feed';

/** A feed as a list of feeds (OPML 2.0) names it, with our own settings where we wrote the list. */
export interface ListedFeed extends FeedToRegister {
  homepage?: string | null;
}

/** A list that cannot be read, with the reason. */
export class OpmlError extends Error {
  override name = 'OpmlError';
}

/** The namespace of our own attributes. */
const namespace = 'urn:x-newsgraph:opml:1';
const mostFeeds = 100_000;
const deepest = 1_000;

/**
 * Reads a list of feeds. Outlines that hold others are folders, those with `xmlUrl` feeds; what else is there is passed over.
 *
 * @throws OpmlError  where there is no OPML, or too much of it
 */
export function readOpml(text: string): ListedFeed[] {
  const feeds: ListedFeed[] = [];
  const folders: (string | null)[] = [];
  let isOpml = false;
  for (const token of htmlTokens(text, new Set())) {
    if (token.type === 'TEXT') continue;
    if (token.name === 'opml') isOpml = true;
    if (token.name !== 'outline') continue;
    if (token.type === 'END') {
      folders.pop();
      continue;
    }
    const given = token.attributes;
    const url = given.get('xmlurl')?.trim();
    const title = given.get('title')?.trim() || given.get('text')?.trim() || null;
    if (url) feeds.push(feedOf(url, title, folders, given));
    if (text[token.to - 2] !== '/') folders.push(url ? null : title?.replaceAll('/', '∕') || null);
    if (feeds.length > mostFeeds || folders.length > deepest)
      throw new OpmlError(`The list names more than ${mostFeeds} feeds, or nests folders deeper than ${deepest} levels: split it.`);
  }
  if (!isOpml) throw new OpmlError('The file is no list of feeds: an OPML file begins with <opml>.');
  return feeds;
}

function feedOf(url: string, title: string | null, folders: (string | null)[], given: ReadonlyMap<string, string>): ListedFeed {
  return {
    url,
    title,
    folder: folders.filter(folder => folder !== null).join('/') || categoryOf(given.get('category')),
    homepage: given.get('htmlurl')?.trim() || null,
    source: given.get('newsgraph:source')?.trim() || null,
    sourceName: given.get('newsgraph:sourcename')?.trim() || title,
    intervalMinutes: numberOf(given.get('newsgraph:intervalminutes')),
    fullText: flagOf(given.get('newsgraph:fulltext')),
    paused: flagOf(given.get('newsgraph:paused')),
  };
}

/** A feed as it is written into a list. */
export interface FeedToList {
  url: string;
  title: string | null;
  folder: string | null;
  homepage: string | null;
  source: string;
  sourceName: string;
  intervalMinutes: number;
  fullText: boolean;
  paused: boolean;
}

interface Folder {
  feeds: FeedToList[];
  folders: Map<string, Folder>;
}

/** Writes a list of feeds with its folders and our settings: what `readOpml` reads back as it was. */
export function writeOpml(feeds: readonly FeedToList[], title: string, now: Date): string {
  const root: Folder = { feeds: [], folders: new Map() };
  for (const feed of feeds) {
    let place = root;
    for (const name of feed.folder?.split('/').filter(Boolean) ?? []) {
      const inner = place.folders.get(name) ?? { feeds: [], folders: new Map<string, Folder>() };
      place.folders.set(name, inner);
      place = inner;
    }
    place.feeds.push(feed);
  }
  const head = `  <head>\n    <title>${escaped(title)}</title>\n    <dateCreated>${now.toUTCString()}</dateCreated>\n  </head>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0" xmlns:newsgraph="${namespace}">\n${head}\n  <body>\n${outlines(root, '    ')}  </body>\n</opml>\n`;
}

function outlines({ feeds, folders }: Folder, indent: string): string {
  const inner = [...folders].map(([name, folder]) => {
    return `${indent}<outline text="${escaped(name)}">\n${outlines(folder, `${indent}  `)}${indent}</outline>\n`;
  });
  const own = feeds.map(feed => {
    const name = feed.title ?? feed.url;
    const attributes = {
      type: 'rss',
      text: name,
      title: name,
      xmlUrl: feed.url,
      ...(feed.homepage && { htmlUrl: feed.homepage }),
      'newsgraph:source': feed.source,
      'newsgraph:sourceName': feed.sourceName,
      'newsgraph:intervalMinutes': String(feed.intervalMinutes),
      ...(feed.fullText && { 'newsgraph:fullText': 'true' }),
      ...(feed.paused && { 'newsgraph:paused': 'true' }),
    };
    const written = Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`);
    return `${indent}<outline ${written.join(' ')}/>\n`;
  });
  return [...inner, ...own].join('');
}

function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex -- XML 1.0 has no place for these
  const legal = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
  return legal.replace(/[&<>"\n\t\r]/g, character => `&#${character.charCodeAt(0)};`);
}

/** OPML 2.0: categories are paths that begin with a slash, with commas between. */
function categoryOf(category: string | undefined): string | null {
  return (
    category
      ?.split(',', 1)[0]
      ?.trim()
      .replace(/^\/+|\/+$/g, '') || null
  );
}

function numberOf(text: string | undefined): number | null {
  const value = Number(text);
  return text && value >= 5 && value <= 1_440 ? value : null;
}

function flagOf(text: string | undefined): boolean | null {
  return text === undefined ? null : text.trim().toLowerCase() === 'true';
}

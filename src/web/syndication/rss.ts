import { generateRssFeed } from 'feedsmith';
import type { Feed } from './feed';
import { entryHtml } from './entry-html';

const ttlMinutes = 5;

/** Writes a feed as RSS 2.0. */
export function writeRss(feed: Feed): string {
  return generateRssFeed({
    title: feed.title,
    link: feed.homeUrl,
    description: feed.description || feed.title,
    language: 'en',
    lastBuildDate: feed.updatedAt,
    generator: 'Newsgraph',
    ttl: ttlMinutes,
    atom: {
      links: [
        { rel: 'self', type: 'application/rss+xml', href: feed.selfUrl },
        ...(feed.nextUrl ? [{ rel: 'next', type: 'application/rss+xml', href: feed.nextUrl }] : []),
      ],
    },
    items: feed.entries.map(entry => ({
      title: entry.title,
      link: entry.url,
      guid: { value: entry.id, isPermaLink: false },
      pubDate: entry.publishedAt,
      description: entryHtml(entry),
      categories: [{ name: entry.kind }],
      dc: entry.author ? { creators: [entry.author] } : undefined,
      dcterms: { modified: [entry.updatedAt] },
    })),
  });
}

import { generateJsonFeed, type JsonFeed } from 'feedsmith';
import { FEED_AUTHOR, type Feed } from './feed';
import { entryHtml } from './entry-html';

/** Writes a feed as JSON Feed 1.1. */
export function writeJsonFeed(feed: Feed): string {
  const document = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrl,
    next_url: feed.nextUrl ?? undefined,
    description: feed.description || undefined,
    language: 'en',
    authors: [{ name: FEED_AUTHOR }],
    items: feed.entries.map(entry => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entryHtml(entry) || entry.title,
      content_text: entry.paragraphs.join('\n\n') || entry.title,
      date_published: entry.publishedAt,
      date_modified: entry.updatedAt,
      authors: entry.author ? [{ name: entry.author }] : undefined,
      tags: [entry.kind],
      language: entry.language ?? undefined,
    })),
  }) as JsonFeed.Feed<string>;
  return JSON.stringify({ ...document, items: document.items ?? [] });
}

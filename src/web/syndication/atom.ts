import { generateAtomFeed } from 'feedsmith';
import { FEED_AUTHOR, type Feed } from './feed';
import { entryHtml } from './entry-html';

const type = 'application/atom+xml';

/** Writes a feed as Atom (RFC 4287); earlier entries are linked by RFC 5005. */
export function writeAtom(feed: Feed): string {
  return generateAtomFeed({
    id: feed.id,
    title: { value: feed.title },
    subtitle: feed.description ? { value: feed.description } : undefined,
    updated: feed.updatedAt,
    authors: [{ name: FEED_AUTHOR }],
    generator: { text: 'Newsgraph' },
    xml: { lang: 'en' },
    links: [
      { rel: 'self', type, href: feed.selfUrl },
      { rel: 'alternate', type: 'text/html', href: feed.homeUrl },
      ...(feed.nextUrl ? [{ rel: 'next', type, href: feed.nextUrl }] : []),
    ],
    entries: feed.entries.map(entry => ({
      id: `urn:newsgraph:${entry.id}`,
      title: { value: entry.title },
      published: entry.publishedAt,
      updated: entry.updatedAt,
      content: { type: 'html', value: entryHtml(entry) || entry.title },
      authors: entry.author ? [{ name: entry.author }] : undefined,
      categories: [{ term: entry.kind }],
      links: [
        { rel: 'alternate', type: 'text/html', href: entry.url },
        ...entry.sources.map(({ url, title }) => ({ rel: 'via', href: url, title })),
      ],
    })),
  });
}

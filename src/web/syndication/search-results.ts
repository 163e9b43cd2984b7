import type { Feed, FeedEntry } from './feed';
import { postingOf } from './posting';

/** Writes the feed of a search as a SearchResultsPage of schema.org, in JSON-LD. */
export function writeSearchResults(feed: Feed): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'SearchResultsPage',
    '@id': feed.homeUrl,
    url: feed.homeUrl,
    name: feed.title,
    description: feed.description,
    dateModified: feed.updatedAt.toISOString(),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: feed.entries.length,
      itemListElement: feed.entries.map((entry, at) => ({ '@type': 'ListItem', position: at + 1, item: postingOf(entry, typeOf(entry)) })),
    },
  });
}

function typeOf({ kind }: FeedEntry): 'BlogPosting' | 'NewsArticle' | 'Article' {
  if (kind === 'Article') return 'NewsArticle';
  return kind === 'Story' ? 'Article' : 'BlogPosting';
}

import { FEED_AUTHOR, type FeedEntry } from './feed';

/** Who publishes what is posted here, in JSON-LD. */
export const AUTHOR = { '@type': 'Organization', name: FEED_AUTHOR };

/** An entry as something that was posted, by the words of schema.org, in JSON-LD. */
export function postingOf(entry: FeedEntry, type: 'BlogPosting' | 'NewsArticle' | 'Article'): object {
  return {
    '@type': type,
    '@id': `urn:newsgraph:${entry.id}`,
    identifier: entry.id,
    url: entry.url,
    headline: entry.title,
    articleBody: entry.paragraphs.join('\n\n') || entry.title,
    articleSection: entry.kind,
    inLanguage: entry.language ?? undefined,
    author: entry.author ? { '@type': 'Organization', name: entry.author } : AUTHOR,
    datePublished: entry.publishedAt.toISOString(),
    dateModified: entry.updatedAt.toISOString(),
    correction: entry.correction ?? undefined,
    citation: entry.sources.map(({ url, title }) => ({ '@type': 'CreativeWork', url, name: title })),
  };
}

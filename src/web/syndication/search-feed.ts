import type { SearchFeedQuery, SearchFeedQueryVariables } from '../../../schema/operations';
import { webUrl } from '../../ingestion/sanitise/safe-url';
import type { Ask } from '../ask';
import { eventEntry, statementEntry } from './fact-entry';
import { type Feed, type FeedEntry, latest } from './feed';
import { operationText } from './operation-text';
import { plain, shortened } from './plain-text';
import { addressOf, storyPath } from '../page/address';
import { momentOf } from '../page/moment';
import type { FeedAddresses } from './story-feed';

/** What the feed of a search is asked for. */
export interface SearchFeedRequest {
  query: string;
  asOf: string | null;
}

type Found = SearchFeedQuery['search']['nodes'][number];

/**
 * Reads the feed of a search: what fits best, the newest first.
 *
 * @throws Refusal  that says where the query is wrong
 */
export async function readSearchFeed(ask: Ask, { query, asOf }: SearchFeedRequest, { base, self }: FeedAddresses): Promise<Feed> {
  const variables: SearchFeedQueryVariables = { query, asOf };
  const { search } = await ask<SearchFeedQuery>(operationText('SearchFeed'), variables);
  const entries = search.nodes.flatMap(node => entryOf(node, base, asOf)).sort((one, other) => +other.publishedAt - +one.publishedAt);
  const title = plain(`Newsgraph: ${query}`);
  return {
    id: base + addressOf('/search', { q: query, asOf }),
    title: asOf ? `${title} (as known ${momentOf(asOf)})` : title,
    description: `What a search for ${plain(query)} finds.`,
    homeUrl: base + addressOf('/search', { q: query, asOf }),
    selfUrl: new URL(base + self).href,
    nextUrl: null,
    updatedAt: latest(entries.map(({ updatedAt }) => updatedAt)),
    learntAt: latest(entries.map(({ learntAt }) => learntAt)),
    entries,
  };
}

function entryOf(node: Found, base: string, asOf: string | null): FeedEntry[] {
  const pageOf = (slug: string): string => base + addressOf(storyPath(slug), { asOf });
  if (node.__typename === 'Event') return [eventEntry(node, pageOf(node.story.slug))];
  if (node.__typename === 'Statement') return [statementEntry(node, pageOf(node.story.slug))];
  return node.__typename === 'Article' ? articleEntry(node) : [storyEntry(node, pageOf(node.slug))];
}

function articleEntry({
  id,
  url,
  title,
  about,
  language,
  firstSeenAt,
  revisedAt,
  publicAt,
  source,
}: Found & { __typename: 'Article' }): FeedEntry[] {
  const address = webUrl(url);
  if (!address) return [];
  const published = new Date(publicAt);
  const revised = new Date(revisedAt ?? 0);
  return [
    {
      id,
      kind: 'Article',
      url: address,
      title: shortened(plain(title)),
      paragraphs: [about ?? '', source.name].map(plain).filter(Boolean),
      correction: null,
      author: plain(source.name),
      language,
      at: publicAt,
      precision: 'MINUTE',
      publishedAt: published,
      updatedAt: latest([published, revised]),
      learntAt: latest([new Date(firstSeenAt), revised]),
      sources: [{ url: address, title: plain(source.name) }],
    },
  ];
}

function storyEntry({ id, headline, summary, startedAt, revisions }: Found & { __typename: 'Story' }, page: string): FeedEntry {
  return {
    id,
    kind: 'Story',
    url: page,
    title: shortened(plain(headline)),
    paragraphs: [plain(summary)].filter(Boolean),
    correction: null,
    author: null,
    language: 'en',
    at: startedAt,
    precision: 'MINUTE',
    publishedAt: new Date(startedAt),
    updatedAt: latest([startedAt, ...revisions.map(({ reportedAt }) => reportedAt)].map(time => new Date(time))),
    learntAt: latest(revisions.map(({ recordedAt }) => new Date(recordedAt))),
    sources: [],
  };
}

import type { Precision } from '../page/moment';

/** What can be searched, in the order of the page. */
export const searchKinds = ['STORY', 'ARTICLE', 'STATEMENT', 'EVENT'] as const;

/** One of them. */
export type SearchKind = (typeof searchKinds)[number];

/** What the page of a search asks; each kind is counted, so that one can be chosen. */
export const searchDocument = `query SearchPage($query: String!, $in: [SearchKind!], $asOf: DateTime, $after: String) {
  search(query: $query, in: $in, asOf: $asOf, first: 20, after: $after) {
    totalCount
    edges {
      highlight
      node {
        __typename
        ... on Story { id slug lastActivityAt }
        ... on Article { id title url language publishedAt precision firstSeenAt source { slug name country { code name } } articleStory: story { slug headline } }
        ... on Statement { id issuedAt precision stances issuer { name country { code name } } factStory: story { slug headline } }
        ... on Event { id kind occurredAt precision factStory: story { slug headline } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
  ${searchKinds.map(kind => `${kind}: search(query: $query, in: [${kind}], asOf: $asOf, first: 1) { totalCount }`).join('\n  ')}
}`;

interface Place {
  code: string;
  name: string;
}

interface FoundIn {
  slug: string;
  headline: string;
}

/** Something that was found. */
export type SearchHit =
  | { __typename: 'Story'; id: string; slug: string; lastActivityAt: string }
  | {
      __typename: 'Article';
      id: string;
      title: string;
      url: string;
      language: string | null;
      publishedAt: string | null;
      precision: Precision;
      firstSeenAt: string;
      source: { slug: string; name: string; country: Place | null };
      articleStory: FoundIn | null;
    }
  | {
      __typename: 'Statement';
      id: string;
      issuedAt: string;
      precision: Precision;
      stances: string[];
      issuer: { name: string; country: Place | null };
      factStory: FoundIn;
    }
  | { __typename: 'Event'; id: string; kind: string; occurredAt: string; precision: Precision; factStory: FoundIn };

/** What a search found. */
export type SearchView = Record<SearchKind, { totalCount: number }> & {
  search: {
    totalCount: number;
    edges: { highlight: string; node: SearchHit }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

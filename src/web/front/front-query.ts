import type { HourCount } from '../story/story-query';

/** What the front page asks. */
export const frontDocument = `query FrontPage($after: String) {
  stories(first: 20, after: $after, orderBy: { field: LAST_ACTIVITY_AT, direction: DESC }) {
    totalCount
    nodes {
      slug headline summary status startedAt lastActivityAt
      tallies { metric latestOfficial { value min max atLeast } }
      coverage { articleCount sourceCount languageCount countryCount byHour { hour articleCount } }
      statements(first: 1) { totalCount nodes { says: summary issuedAt precision issuer { name } } }
      articles(first: 1) { nodes { title url language publishedAt precision firstSeenAt source { name } } }
    }
    pageInfo { hasNextPage endCursor }
  }
  active: feeds(first: 1, filter: { statuses: [ACTIVE] }) { totalCount }
  failing: feeds(first: 10, filter: { statuses: [FAILING] }) {
    totalCount
    nodes { id url title lastSucceededAt consecutiveFailures lastProblem nextPollAt }
  }
  gone: feeds(first: 1, filter: { statuses: [GONE] }) { totalCount }
  paused: feeds(first: 1, filter: { statuses: [PAUSED] }) { totalCount }
}`;

/** A story as the front page shows it. */
export interface StoryCard {
  slug: string;
  headline: string;
  summary: string;
  status: string;
  startedAt: string;
  lastActivityAt: string;
  tallies: { metric: string; latestOfficial: { value: number | null; min: number | null; max: number | null; atLeast: boolean } | null }[];
  coverage: { articleCount: number; sourceCount: number; languageCount: number; countryCount: number; byHour: HourCount[] };
  statements: {
    totalCount: number;
    nodes: { says: string; issuedAt: string; precision: 'MINUTE' | 'HOUR' | 'DAY'; issuer: { name: string } }[];
  };
  articles: {
    nodes: {
      title: string;
      url: string;
      language: string | null;
      publishedAt: string | null;
      precision: 'MINUTE' | 'HOUR' | 'DAY';
      firstSeenAt: string;
      source: { name: string };
    }[];
  };
}

/** A feed that does not answer as it should. */
export interface FailingFeed {
  id: string;
  url: string;
  title: string | null;
  lastSucceededAt: string | null;
  consecutiveFailures: number;
  lastProblem: string | null;
  nextPollAt: string;
}

/** What the front page shows. */
export interface FrontView {
  stories: { totalCount: number; nodes: StoryCard[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  active: { totalCount: number };
  failing: { totalCount: number; nodes: FailingFeed[] };
  gone: { totalCount: number };
  paused: { totalCount: number };
}

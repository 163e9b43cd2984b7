import type { Precision } from '../page/moment';

const figure = `fragment Told on Figure {
  id metric value min max atLeast official reportedAt precision publicAt note sequence
  reporter { name actor { kind } source { kind } }
  event { id title occurredAt }
  retraction { reason at }
  citations { url }
}`;

/** What the page of a story asks; `whole` is what its clock needs, whatever moment is looked at. */
export const storyDocument = `query StoryPage($slug: String!, $asOf: DateTime, $articles: String) {
  story(slug: $slug, asOf: $asOf) {
    id slug headline summary status startedAt lastActivityAt
    tallies { metric low high reportCount latestOfficial { value min max atLeast reportedAt precision reporter { name } } }
    figures(first: 1) { totalCount }
    events(first: 1) { totalCount }
    statements(first: 1) { totalCount }
    responses(first: 1) { totalCount }
    responseMap { country { code name } status statementCount stances { stance count } firstAt }
    claims(first: 50) {
      totalCount
      nodes {
        id kind proposition status note
        positions(first: 40) {
          totalCount
          nodes { id polarity takenAt precision evidence retraction { at } holder { name } basis { __typename ... on Statement { id } ... on Article { url title language } } }
        }
      }
    }
    coverage {
      articleCount sourceCount languageCount countryCount originCount
      byHour { hour articleCount }
      byCountry { country { code name } articleCount }
      byLanguage { language articleCount }
    }
    articles(first: 20, after: $articles) {
      totalCount
      nodes { id title url publishedAt precision firstSeenAt language syndicatedFrom source { name country { name } } }
      pageInfo { hasNextPage endCursor }
    }
  }
  whole: story(slug: $slug) {
    startedAt lastActivityAt
    revisions { headline reportedAt precision }
    figures(last: 1) { nodes { event { occurredAt } } }
    coverage { byHour { hour articleCount } }
  }
}`;

/** The figures of the metric that stands first, and of the one that was chosen. */
export const figuresDocument = `query StoryPageFigures($slug: String!, $asOf: DateTime, $leading: Metric!, $chosen: Metric!) {
  story(slug: $slug, asOf: $asOf) {
    leading: figures(metric: $leading, first: 100) { nodes { ...Told } }
    chosen: figures(metric: $chosen, first: 100) { nodes { ...Told } }
  }
}
${figure}`;

/** One page of what happened, was said and was counted. */
export const timelineDocument = `query StoryPageTimeline($slug: String!, $asOf: DateTime, $kinds: [TimelineKind!], $first: Int!, $after: String) {
  story(slug: $slug, asOf: $asOf) {
    timeline(first: $first, after: $after, kinds: $kinds) {
      totalCount
      nodes {
        __typename
        ... on Event {
          id kind title about: summary occurredAt precision endedAt endedPrecision publicAt retraction { reason at }
          place { name }
          citations { url }
        }
        ... on Statement {
          id says: summary issuedAt precision channel stances publicAt retraction { reason at }
          issuer { name country { name } }
          speaker { name role }
          citations { url }
        }
        ... on Figure { ...Told }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}
${figure}`;

/** A document that carries a fact. */
export interface Citation {
  url: string;
}

interface Withdrawn {
  retraction: { reason: string; at: string } | null;
}

/** A number, as far as it is given. */
export interface Amount {
  value: number | null;
  min: number | null;
  max: number | null;
  atLeast: boolean;
}

/** A figure of the ledger. */
export interface Figure extends Amount, Withdrawn {
  id: string;
  metric: string;
  official: boolean;
  reportedAt: string;
  precision: Precision;
  publicAt: string;
  note: string | null;
  sequence: number | null;
  reporter: { name: string; actor: { kind: string } | null; source: { kind: string } | null };
  event: { id: string; title: string; occurredAt: string } | null;
  citations: Citation[];
}

/** What the figures of one metric amount to. */
export interface Tally {
  metric: string;
  low: number;
  high: number;
  reportCount: number;
  latestOfficial: (Amount & { reportedAt: string; precision: Precision; reporter: { name: string } }) | null;
}

/** How one country responded. */
export interface CountryResponse {
  country: { code: string; name: string };
  status: 'RESPONDED' | 'NO_RESPONSE_SEEN' | 'NOT_MONITORED';
  statementCount: number;
  stances: { stance: string; count: number }[];
  firstAt: string | null;
}

/** A position on a claim. */
export interface Position {
  id: string;
  polarity: 'SUPPORTS' | 'DISPUTES' | 'DENIES';
  takenAt: string;
  precision: Precision;
  evidence: string | null;
  retraction: { at: string } | null;
  holder: { name: string };
  basis: { __typename: 'Statement'; id: string } | { __typename: 'Article'; url: string; title: string; language: string | null };
}

/** A contested proposition. */
export interface Claim {
  id: string;
  kind: string;
  proposition: string;
  status: string;
  note: string | null;
  positions: { totalCount: number; nodes: Position[] };
}

/** How much was told in an hour. */
export interface HourCount {
  hour: string;
  articleCount: number;
}

/** How widely the story is told. */
export interface Coverage {
  articleCount: number;
  sourceCount: number;
  languageCount: number;
  countryCount: number;
  originCount: number;
  byHour: HourCount[];
  byCountry: { country: { code: string; name: string }; articleCount: number }[];
  byLanguage: { language: string; articleCount: number }[];
}

/** An article of the story. */
export interface StoryArticle {
  id: string;
  title: string;
  url: string;
  publishedAt: string | null;
  precision: Precision;
  firstSeenAt: string;
  language: string | null;
  syndicatedFrom: string | null;
  source: { name: string; country: { name: string } | null };
}

/** All that the page shows but the timeline. */
export interface Story {
  id: string;
  slug: string;
  headline: string;
  summary: string;
  status: string;
  startedAt: string;
  lastActivityAt: string;
  tallies: Tally[];
  figures: { totalCount: number };
  events: { totalCount: number };
  statements: { totalCount: number };
  responses: { totalCount: number };
  responseMap: CountryResponse[];
  claims: { totalCount: number; nodes: Claim[] };
  coverage: Coverage;
  articles: { totalCount: number; nodes: StoryArticle[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/** What the clock of the page needs. */
export interface WholeStory {
  startedAt: string;
  lastActivityAt: string;
  revisions: { headline: string; reportedAt: string; precision: Precision }[];
  figures: { nodes: { event: { occurredAt: string } | null }[] };
  coverage: { byHour: HourCount[] };
}

/** An event of the timeline. */
export interface EventItem extends Withdrawn {
  __typename: 'Event';
  id: string;
  kind: string;
  title: string;
  about: string | null;
  occurredAt: string;
  precision: Precision;
  endedAt: string | null;
  endedPrecision: Precision | null;
  publicAt: string;
  place: { name: string } | null;
  citations: Citation[];
}

/** A statement of the timeline. */
export interface StatementItem extends Withdrawn {
  __typename: 'Statement';
  id: string;
  says: string;
  issuedAt: string;
  precision: Precision;
  channel: string;
  stances: string[];
  publicAt: string;
  issuer: { name: string; country: { name: string } | null };
  speaker: { name: string; role: string | null } | null;
  citations: Citation[];
}

/** A figure of the timeline. */
export interface FigureItem extends Figure {
  __typename: 'Figure';
}

/** One entry of the timeline. */
export type TimelineItem = EventItem | StatementItem | FigureItem;

/** A page of the timeline. */
export interface Timeline {
  totalCount: number;
  nodes: TimelineItem[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

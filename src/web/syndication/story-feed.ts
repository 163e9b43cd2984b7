import type { StoryFeedQuery, StoryFeedQueryVariables } from '../../../schema/operations';
import type { Ask } from '../ask';
import { eventEntry, figureEntry, statementEntry } from './fact-entry';
import { type Feed, type FeedEntry, latest } from './feed';
import { operationText } from './operation-text';
import { plain } from './plain-text';
import { addressOf, storyPath } from '../page/address';
import { momentOf } from '../page/moment';

/** What a story's feed is asked for. */
export interface StoryFeedRequest {
  slug: string;
  asOf: string | null;
  /** The place from which earlier entries are wanted. */
  before?: string | null;
  /** How many of the latest; 100 where not given. */
  last?: number;
}

/** The addresses that a feed names. */
export interface FeedAddresses {
  /** The server as readers reach it, without a slash at its end. */
  base: string;
  /** The feed itself, below it. */
  self: string;
}

/** The story that a feed is about, as its operation reads it. */
export type StoryOfFeed = NonNullable<StoryFeedQuery['story']>;

/** A story with the feed that is made of it. */
export interface StoryFeed extends Feed {
  story: StoryOfFeed;
}

/** Reads the feed of a story; null where there is none, or where it was not public yet. */
export async function readStoryFeed(
  ask: Ask,
  { slug, asOf, before = null, last = 100 }: StoryFeedRequest,
  { base, self }: FeedAddresses,
): Promise<StoryFeed | null> {
  const variables: StoryFeedQueryVariables = { slug, asOf, before, last };
  const { story } = await ask<StoryFeedQuery>(operationText('StoryFeed'), variables);
  if (!story) return null;
  const homeUrl = base + addressOf(storyPath(story.slug), { asOf });
  const entries = story.timeline.nodes.flatMap(node => entryOf(node, homeUrl)).sort((one, other) => +other.publishedAt - +one.publishedAt);
  const { hasPreviousPage, startCursor } = story.timeline.pageInfo;
  const revisions = story.revisions.map(({ reportedAt }) => new Date(reportedAt));
  return {
    story,
    id: `urn:newsgraph:${story.id}`,
    title: plain(asOf ? `${story.headline} (as known ${momentOf(asOf)})` : story.headline),
    description: plain(story.summary),
    homeUrl,
    selfUrl: new URL(base + self).href,
    nextUrl: hasPreviousPage && startCursor ? withParameter(base + self, 'before', startCursor) : null,
    updatedAt: latest([...revisions, ...entries.map(({ updatedAt }) => updatedAt)]),
    learntAt: latest([...story.revisions.map(({ recordedAt }) => new Date(recordedAt)), ...entries.map(({ learntAt }) => learntAt)]),
    entries,
  };
}

function entryOf(node: StoryOfFeed['timeline']['nodes'][number], page: string): FeedEntry[] {
  if (node.__typename === 'Event') return [eventEntry(node, page)];
  if (node.__typename === 'Statement') return [statementEntry(node, page)];
  return node.__typename === 'Figure' ? [figureEntry(node, page)] : [];
}

function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address);
  url.searchParams.set(name, value);
  return url.href;
}

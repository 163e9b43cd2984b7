import type { Ask } from '../ask';
import type { ClockSpan } from '../chart/story-clock';
import { endOf } from '../page/moment';
import {
  type Figure,
  figuresDocument,
  type Story,
  storyDocument,
  type Tally,
  type Timeline,
  timelineDocument,
  type WholeStory,
} from './story-query';
import type { StoryRequest } from './story-request';

/** All that the page of a story shows. */
export interface StoryView {
  request: StoryRequest;
  story: Story;
  whole: WholeStory;
  timeline: Timeline;
  /** The metric whose numbers are drawn; absent where nothing is counted. */
  tally: Tally | undefined;
  /** The latest hundred of that metric, and of the one that stands first. */
  figures: { leading: Figure[]; chosen: Figure[] };
  /** Of the whole story. */
  clock: ClockSpan;
  /** Of what was known at the moment that is looked at. */
  known: ClockSpan;
}

/** So many entries of the timeline stand on one page: a few requests of a hundred. */
const entries = 400;
const perRequest = 100;

/** Reads a story for its page; null where there was none at that moment. */
export async function readStory(ask: Ask, request: StoryRequest): Promise<StoryView | null> {
  const [told, timeline] = await Promise.all([readFacts(ask, request), readTimeline(ask, request)]);
  if (!told) return null;
  const clock = spanOf(told.whole);
  const end = request.asOf ? Math.max(Date.parse(request.asOf), clock.start + 3_600_000) : clock.end;
  return { request, ...told, timeline, clock, known: { ...clock, origin: Math.min(clock.origin, end), end } };
}

async function readFacts(
  ask: Ask,
  { slug, asOf, articles, metric }: StoryRequest,
): Promise<Pick<StoryView, 'story' | 'whole' | 'tally' | 'figures'> | null> {
  const { story, whole } = await ask<{ story: Story | null; whole: WholeStory | null }>(storyDocument, { slug, asOf, articles });
  if (!story || !whole) return null;
  const [leading] = story.tallies;
  const tally = story.tallies.find(counted => counted.metric === metric?.toUpperCase()) ?? leading;
  if (!leading || !tally) return { story, whole, tally, figures: { leading: [], chosen: [] } };
  const variables = { slug, asOf, leading: leading.metric, chosen: tally.metric };
  const told = await ask<{ story: Record<'leading' | 'chosen', { nodes: Figure[] }> | null }>(figuresDocument, variables);
  const figures = { leading: told.story?.leading.nodes ?? [], chosen: told.story?.chosen.nodes ?? [] };
  return { story, whole, tally, figures };
}

async function readTimeline(ask: Ask, { slug, asOf, kind, after }: StoryRequest): Promise<Timeline> {
  const read = { totalCount: 0, nodes: [], pageInfo: { hasNextPage: true, endCursor: after } } as Timeline;
  while (read.pageInfo.hasNextPage && read.nodes.length < entries) {
    const kinds = kind ? [kind.toUpperCase()] : ['EVENT', 'STATEMENT', 'FIGURE'];
    const variables = { slug, asOf, kinds, first: perRequest, after: read.pageInfo.endCursor };
    const { story } = await ask<{ story: { timeline: Timeline } | null }>(timelineDocument, variables);
    if (!story) break;
    const { totalCount, nodes, pageInfo } = story.timeline;
    Object.assign(read, { totalCount, pageInfo, nodes: [...read.nodes, ...nodes] });
  }
  return read;
}

/** The clock starts to run with what the first figure counts; where nothing is counted, with the story. */
function spanOf({ startedAt, lastActivityAt, figures }: WholeStory): ClockSpan {
  const start = Date.parse(startedAt);
  const end = Math.max(endOf(lastActivityAt), start + 3_600_000);
  const counted = Date.parse(figures.nodes[0]?.event?.occurredAt ?? '') || start;
  return { start, origin: Math.min(Math.max(counted, start), end), end };
}

import { Refusal } from '../../platform/errors';
import { addressOf, storyPath } from '../page/address';

/** What the address of a story's page asks for. */
export interface StoryRequest {
  slug: string;
  /** Null: now. */
  asOf: string | null;
  metric: string | null;
  kind: TimelineKind | null;
  /** Where the page of the timeline begins. */
  after: string | null;
  /** Where the page of the articles begins. */
  articles: string | null;
}

/** What the timeline can be narrowed to. */
export const timelineKinds = ['event', 'statement', 'figure'] as const;

/** One of them. */
export type TimelineKind = (typeof timelineKinds)[number];

/**
 * Reads the query of the address. A form sends the instant without a zone: it is UTC, as all times of the page are.
 *
 * @throws Refusal  BAD_USER_INPUT for a time that is none
 */
export function readStoryRequest(slug: string, search: string): StoryRequest {
  const query = new URLSearchParams(search);
  const kind = timelineKinds.find(known => known === query.get('kind')?.toLowerCase()) ?? null;
  const given = (name: string): string | null => query.get(name) || null;
  return { slug, asOf: instantOf(given('asOf')), metric: given('metric'), kind, after: given('after'), articles: given('articles') };
}

function instantOf(given: string | null): string | null {
  if (given === null) return null;
  const text = given.replace(/ (?=\d\d:?\d\d$)/, '+'); // a plus in an address reads as a blank
  const zoned = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00Z` : /(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`;
  const at = new Date(zoned);
  if (!/^\d{4}-\d\d-\d\d/.test(zoned) || Number.isNaN(at.getTime()))
    throw new Refusal('BAD_USER_INPUT', `"${text.slice(0, 60)}" is not a time: write it like 2024-03-23T00:30Z.`);
  return at.toISOString();
}

/** The same page with something else asked; moving in time or to another kind begins the lists anew. */
export function storyAddress(request: StoryRequest, change: Partial<StoryRequest>, fragment?: string): string {
  const { slug, asOf, metric, kind, after, articles } = { ...request, ...('after' in change ? {} : { after: null }), ...change };
  return addressOf(storyPath(slug), { asOf: asOf?.replace(/:00\.000Z$/, 'Z'), metric, kind, after, articles }, fragment);
}

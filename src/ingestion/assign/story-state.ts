import { channels, type Channel } from './channels';
import type { Signals } from './signals';
import { lengthOf, minus, plus, type Vector } from './vector';

/** A story as clustering knows it: what its articles have in common, and the newest of them. */
export interface StoryState {
  id: string;
  sums: Record<Channel, Vector>;
  lengths: Record<Channel, number>;
  size: number;
  newest: Signals[];
  firstAt: number | null;
  lastAt: number | null;
  /** When the last of its articles arrived. */
  lastArrivedAt: number | null;
  languages: Map<string, number>;
  /** False once it was forgotten or became part of another. */
  isActive: boolean;
}

/** A story of one article. */
export function beginStory(id: string, article: Signals): StoryState {
  return {
    id,
    sums: Object.fromEntries(channels.map(channel => [channel, article[channel]])) as Record<Channel, Vector>,
    lengths: Object.fromEntries(channels.map(channel => [channel, article[channel].terms.length ? 1 : 0])) as Record<Channel, number>,
    size: 1,
    newest: [article],
    firstAt: article.at,
    lastAt: article.at,
    lastArrivedAt: article.firstSeenAt,
    languages: new Map([[article.language, 1]]),
    isActive: true,
  };
}

/** Adds an article to a story. */
export function growStory(story: StoryState, article: Signals): void {
  for (const channel of channels) {
    story.sums[channel] = plus(story.sums[channel], article[channel], STORY_TERMS[channel]);
    story.lengths[channel] = lengthOf(story.sums[channel]);
  }
  story.size++;
  story.newest.push(article);
  if (story.newest.length > REMEMBERED) story.newest.splice(story.size % 3, 1);
  story.firstAt = least(story.firstAt, article.at);
  story.lastAt = greatest(story.lastAt, article.at);
  story.lastArrivedAt = greatest(story.lastArrivedAt, article.firstSeenAt);
  story.languages.set(article.language, (story.languages.get(article.language) ?? 0) + 1);
}

/** Takes another story's articles into a story: the two turned out to be one. */
export function absorbStory(story: StoryState, other: StoryState): void {
  for (const channel of channels) {
    story.sums[channel] = plus(story.sums[channel], other.sums[channel], STORY_TERMS[channel]);
    story.lengths[channel] = lengthOf(story.sums[channel]);
  }
  story.size += other.size;
  story.newest = [...story.newest, ...other.newest].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  while (story.newest.length > REMEMBERED) story.newest.splice(story.newest.length % 3, 1);
  story.firstAt = least(story.firstAt, other.firstAt);
  story.lastAt = greatest(story.lastAt, other.lastAt);
  story.lastArrivedAt = greatest(story.lastArrivedAt, other.lastArrivedAt);
  for (const [language, count] of other.languages) story.languages.set(language, (story.languages.get(language) ?? 0) + count);
}

/** The story as it would be without one of its articles; null where nothing would be left to compare with. */
export function withoutArticle(story: StoryState, article: Signals): StoryState | null {
  const newest = story.newest.filter(each => each !== article);
  if (newest.length === 0) return null;
  const sums = Object.fromEntries(channels.map(channel => [channel, minus(story.sums[channel], article[channel])])) as StoryState['sums'];
  const lengths = Object.fromEntries(channels.map(channel => [channel, lengthOf(sums[channel])])) as StoryState['lengths'];
  const languages = new Map(story.languages).set(article.language, (story.languages.get(article.language) ?? 1) - 1);
  const left = { ...story, newest, sums, lengths, languages, size: story.size - 1 };
  if (newest.length < left.size) return left;
  const times = newest.map(({ at }) => at);
  return { ...left, firstAt: times.reduce(least), lastAt: times.reduce(greatest) };
}

/** A story seen as one article: what it is compared with another story by. */
export function asSignals(story: StoryState): Signals {
  const newest = story.newest.at(-1) as Signals;
  const vectors = Object.fromEntries(channels.map(channel => [channel, scaled(story.sums[channel], story.lengths[channel])])) as Record<
    Channel,
    Vector
  >;
  return {
    ...vectors,
    leadMass: newest.leadMass,
    soundMass: newest.soundMass,
    at: newest.at,
    isDated: newest.isDated,
    firstSeenAt: newest.firstSeenAt,
    language: newest.language,
    words: newest.words,
  };
}

function scaled({ terms, weights }: Vector, length: number): Vector {
  return { terms, weights: length ? weights.map(weight => weight / length) : weights };
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function greatest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

const STORY_TERMS: Record<Channel, number> = {
  title: 120,
  lead: 200,
  body: 256,
  names: 100,
  sound: 160,
  marks: 48,
  counted: 64,
  pairs: 120,
  concepts: 160,
};
const REMEMBERED = 8;

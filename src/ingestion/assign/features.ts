import { type Channel, channels } from './channels';
import type { Signals } from './signals';
import type { StoryState } from './story-state';
import { coveredShare, dot } from './vector';

const coveredChannels = ['title', 'lead', 'sound', 'marks', 'names', 'counted', 'concepts'] as const;
const topChannels = ['lead', 'sound', 'body', 'concepts'] as const;
const contrasted = ['lead.centroid', 'sound.centroid', 'body.centroid', 'concepts.centroid'] as const;

/** How many values at the end come from `contrast`. */
export const contrastedValues = contrasted.length;

/** What each value of `compare` tells, in its order. */
export const featureNames: readonly string[] = [
  ...channels.flatMap(channel => [`${channel}.centroid`, `${channel}.member`]),
  ...coveredChannels.map(channel => `${channel}.covered`),
  ...['both count something', 'both name places or numbers'],
  ...topChannels.map(channel => `${channel}.top3`),
  ...['untitled', 'without text', 'words of the text', 'words of the title'],
  ...['undated', 'one dated', 'gap', 'wide gap', 'age of the story'],
  ...['share of its language', 'single', 'size', 'more than six'],
  ...['lead.mass', 'sound.mass', 'lead.shared mass', 'sound.shared mass', 'gap to the nearest'],
  ...contrasted.map(feature => `${feature} of others`),
];

/** Compares an article with a story: what the model weighs. The last values are left for `contrast`. */
export function compare(article: Signals, story: StoryState): Float64Array {
  const members = Object.fromEntries(
    channels.map(channel => [channel, story.newest.map(member => dot(article[channel], member[channel])).sort((a, b) => b - a)]),
  ) as Record<Channel, number[]>;
  return Float64Array.from([
    ...channels.flatMap(channel => [likenessToSum(article, story, channel), members[channel][0] ?? 0]),
    ...coveredChannels.map(channel => coveredShare(article[channel], story.sums[channel])),
    article.counted.terms.length && story.lengths.counted ? 1 : 0,
    article.marks.terms.length && story.lengths.marks ? 1 : 0,
    ...topChannels.map(channel => meanOfThree(members[channel])),
    ...shapeOf(article),
    ...timesBetween(article, story),
    (story.languages.get(article.language) ?? 0) / story.size,
    ...sizeOf(story),
    article.leadMass / 40,
    article.soundMass / 40,
    ...sharedWithNearest(article, story),
    ...contrasted.map(() => 0),
  ]);
}

/** Tells each comparison how the article's other candidates do: likeness counts for less where everything is alike. */
export function contrast(compared: Float64Array[]): void {
  const last = featureNames.length - contrastedValues;
  for (const [place, feature] of contrasted.entries()) {
    const at = featureNames.indexOf(feature);
    const [top = 0, second = 0] = compared.map(values => values[at] as number).sort((a, b) => b - a);
    for (const values of compared) values[last + place] = (values[at] as number) >= top ? second : top;
  }
}

function likenessToSum(article: Signals, { sums, lengths }: StoryState, channel: Channel): number {
  return lengths[channel] ? dot(article[channel], sums[channel]) / lengths[channel] : 0;
}

function shapeOf({ title, words }: Signals): number[] {
  return [title.terms.length ? 0 : 1, words ? 0 : 1, Math.log1p(words) / 6, Math.min(1, title.terms.length / 16)];
}

function timesBetween(article: Signals, { firstAt, lastAt }: StoryState): number[] {
  if (article.at === null || firstAt === null || lastAt === null) return [1, (article.at === null) === (lastAt === null) ? 0 : 1, 0, 0, 0];
  const gap = Math.abs(article.at - lastAt) / HOUR;
  const age = Math.max(0, article.at - firstAt) / HOUR;
  return [0, 0, Math.log1p(gap) / 5, Math.log1p(gap / 240) / 3, Math.log1p(age) / 5];
}

/** Held low on purpose: where size counts for much, the largest story swallows all. */
function sizeOf({ size }: StoryState): number[] {
  return [size === 1 ? 1 : 0, Math.log2(Math.min(size, 16)) / 4, size > 6 ? 1 : 0];
}

/** How much rare matter the article shares with its nearest of the story's articles, and how far that is in time. */
function sharedWithNearest(article: Signals, story: StoryState): number[] {
  let nearest = story.newest[0] as Signals;
  let most = -1;
  for (const member of story.newest) {
    const likeness = dot(article.lead, member.lead) + dot(article.sound, member.sound);
    if (likeness > most) [nearest, most] = [member, likeness];
  }
  const lead = dot(article.lead, nearest.lead) * article.leadMass * nearest.leadMass;
  const sound = dot(article.sound, nearest.sound) * article.soundMass * nearest.soundMass;
  const gap = article.at !== null && nearest.at !== null ? Math.abs(article.at - nearest.at) / HOUR : 0;
  return [Math.log1p(lead) / 6, Math.log1p(sound) / 6, Math.log1p(gap) / 5];
}

function meanOfThree(sorted: number[]): number {
  const three = sorted.slice(0, 3);
  return three.reduce((sum, value) => sum + value, 0) / (three.length || 1);
}

const HOUR = 3_600_000;

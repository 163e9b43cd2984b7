import { type Channel, channels, type Signals } from './signals';
import type { StoryState } from './story-state';
import { coveredShare, dot } from './vector';

/** What each number of `compare` tells, in its order. */
export const featureNames = [
  ...channels.flatMap(channel => [`${channel}.centroid`, `${channel}.member`]),
  'title.covered', 'lead.covered', 'sound.covered', 'marks.covered', 'names.covered', 'counted.covered', 'story.counted', 'story.marks',
  'lead.top3', 'sound.top3', 'body.top3',
  'untitled', 'textless', 'articleWords', 'titleWords',
  'undated', 'gap', 'gapWide', 'age',
  'sameLanguage', 'single', 'size', 'full',
  'lead.others', 'sound.others', 'body.others',
] as const;

/** Compares an article with a story: what the model of `assign/model.ts` weighs. The three last places are left for `contrast`. */
export function compare(article: Signals, story: StoryState): Float64Array {
  const values: number[] = [];
  const best: Record<string, number[]> = {};
  for (const channel of channels) {
    const length = story.lengths[channel];
    values.push(length ? dot(article[channel], story.sums[channel]) / length : 0);
    const each = story.newest.map(member => dot(article[channel], member[channel])).sort((a, b) => b - a);
    best[channel] = each;
    values.push(each[0] ?? 0);
  }
  values.push(...(['title', 'lead', 'sound', 'marks', 'names', 'counted'] as Channel[]).map(channel => coveredShare(article[channel], story.sums[channel])));
  values.push(article.counted.terms.length && story.lengths.counted ? 1 : 0, article.marks.terms.length && story.lengths.marks ? 1 : 0);
  values.push(...(['lead', 'sound', 'body'] as Channel[]).map(channel => meanOfThree(best[channel] ?? [])));
  values.push(article.title.terms.length ? 0 : 1, article.words ? 0 : 1, Math.log1p(article.words) / 6, Math.min(1, article.title.terms.length / 16));
  const dated = article.at !== null && story.lastAt !== null;
  const gap = dated ? Math.abs((article.at as number) - (story.lastAt as number)) / HOUR : 0;
  values.push(dated ? 0 : 1, Math.log1p(gap) / 5, Math.log1p(gap / 240) / 3);
  values.push(dated ? Math.log1p(Math.max(0, (article.at as number) - (story.firstAt as number)) / HOUR) / 5 : 0);
  values.push((story.languages.get(article.language) ?? 0) / story.size, story.size === 1 ? 1 : 0, Math.log2(Math.min(story.size, 16)) / 4, story.size > 6 ? 1 : 0);
  values.push(0, 0, 0);
  return Float64Array.from(values);
}

/** Tells each comparison how the article's other candidates do: likeness counts for less where everything is alike. */
export function contrast(compared: Float64Array[]): void {
  const last = featureNames.length - 3;
  for (const [place, feature] of (['lead.centroid', 'sound.centroid', 'body.centroid'] as const).entries()) {
    const at = featureNames.indexOf(feature);
    const sorted = compared.map(values => values[at] as number).sort((a, b) => b - a);
    const top = sorted[0] ?? 0;
    const second = sorted[1] ?? 0;
    for (const values of compared) values[last + place] = (values[at] as number) >= top ? second : top;
  }
}

function meanOfThree(sorted: number[]): number {
  const three = sorted.slice(0, 3);
  return three.reduce((sum, value) => sum + value, 0) / (three.length || 1);
}

/** How many values at the end come from `contrast`. */
export const contrastedValues = 3;

const HOUR = 3_600_000;

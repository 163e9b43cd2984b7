import { compare, contrastedValues, featureNames } from './features';
import { asSignals, type StoryState } from './story-state';

/** How many values `compareStories` gives. */
export const storyFeatureCount = featureNames.length + 5;

/**
 * Compares two stories after an article joined the one and might have joined the other.
 *
 * @param joined  the log odds by which the article joined the first
 * @param other  its log odds for the second
 */
export function compareStories(first: StoryState, second: StoryState, joined: number, other: number): Float64Array {
  const values = new Float64Array(storyFeatureCount);
  values.set(compare(asSignals(first), second).subarray(0, featureNames.length - contrastedValues));
  const smaller = Math.min(first.size, second.size);
  const larger = Math.max(first.size, second.size);
  values.set(
    [
      Math.log2(Math.min(smaller, 32)) / 5,
      Math.log2(Math.min(larger, 64)) / 6,
      within(other) / 4,
      within(joined) / 4,
      smaller === 1 ? 1 : 0,
    ],
    featureNames.length,
  );
  return values;
}

function within(odds: number): number {
  return Math.max(-4, Math.min(4, odds));
}

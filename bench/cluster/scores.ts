/** How well a clustering agrees with the labels. */
export interface Scores {
  precision: number;
  recall: number;
  bCubed: number;
  pairs: number;
  stories: number;
  clusters: number;
}

/** B-cubed (Bagga and Baldwin 1998) and the F1 over pairs of articles. */
export function scoresOf(stories: string[], clusters: string[]): Scores {
  const ofStory = countsOf(stories);
  const ofCluster = countsOf(clusters);
  const both = countsOf(stories.map((story, i) => `${story}\n${clusters[i] as string}`));
  let precision = 0;
  let recall = 0;
  let samePairs = 0;
  for (const [key, count] of both) {
    const [story = '', cluster = ''] = key.split('\n');
    precision += count ** 2 / (ofCluster.get(cluster) as number);
    recall += count ** 2 / (ofStory.get(story) as number);
    samePairs += pairsOf(count);
  }
  precision /= stories.length;
  recall /= stories.length;
  const storyPairs = sum([...ofStory.values()].map(pairsOf));
  const clusterPairs = sum([...ofCluster.values()].map(pairsOf));
  return {
    precision,
    recall,
    bCubed: (2 * precision * recall) / (precision + recall),
    pairs: storyPairs + clusterPairs ? (2 * samePairs) / (storyPairs + clusterPairs) : 1,
    stories: ofStory.size,
    clusters: ofCluster.size,
  };
}

function countsOf(labels: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import { StoryClusterer } from '../../src/ingestion/assign/story-clusterer';
import type { ClusterModel } from '../../src/ingestion/assign/cluster-model';
import { clusterAll } from '../../src/ingestion/assign/cluster-all';
import { answerTable } from '../say';
import type { LabelledSet } from './labelled-set';
import { scoresOf } from './scores';

/** Prints how well the stories agree with the labels of each set, and returns the means of B-cubed and pairs. */
export function printQuality(sets: LabelledSet[], model?: ClusterModel): { bCubed: number; pairs: number } {
  const results = sets.map(({ name, articles }) => {
    const clusters = clusterAll(articles, new StoryClusterer(model));
    return {
      name,
      articles: articles.length,
      ...scoresOf(
        articles.map(({ story }) => story),
        clusters,
      ),
    };
  });
  const mean = (of: (result: (typeof results)[number]) => number): number =>
    results.reduce((sum, result) => sum + of(result), 0) / results.length;
  const means = { bCubed: mean(result => result.bCubed), pairs: mean(result => result.pairs) };
  answerTable([
    ['set', 'articles', 'stories', 'found', 'precision', 'recall', 'B-cubed F1', 'pair F1'],
    ...results.map(({ name, articles, stories, clusters, precision, recall, bCubed, pairs }) => [
      name,
      articles,
      stories,
      clusters,
      ...[precision, recall, bCubed, pairs].map(share => share.toFixed(3)),
    ]),
    [
      'mean',
      '',
      '',
      '',
      mean(result => result.precision).toFixed(3),
      mean(result => result.recall).toFixed(3),
      means.bCubed.toFixed(3),
      means.pairs.toFixed(3),
    ],
  ]);
  return means;
}

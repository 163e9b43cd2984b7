import { writeFileSync } from 'node:fs';
import { storyFeatureCount } from '../../src/ingestion/assign/compare-stories';
import { featureNames } from '../../src/ingestion/assign/features';
import type { Network } from '../../src/ingestion/assign/network';
import type { ClusterModel } from '../../src/ingestion/assign/cluster-model';
import { say } from '../say';
import type { LabelledSet } from './labelled-set';
import { readSet, runLabelled } from './labelled-run';
import { type Choice, newNetwork, train, weighted } from './trainable-network';

/**
 * Fits the models to labelled sets, the same in each run. First every article goes where its label says; then the models make the choices and learn from the
 * states that these lead to. Stories unite at even odds while the models learn; in use a union, which the machine never takes back, must be a little more likely,
 * and an article that is dated joins a little sooner.
 */
export function fit(sets: LabelledSet[]): ClusterModel {
  const read = sets.map(readSet);
  const article = newNetwork(featureNames.length, UNITS, 7);
  const stories = newNetwork(storyFeatureCount, 8, 9);
  const model: ClusterModel = { method: METHOD, article, stories, joinAbove: 0.6, joinAboveDated: 0.6, uniteAbove: 0 };
  const round = (name: string, options: { guided?: boolean; unite?: boolean }): { joins: Choice[]; unions: Choice[] } => {
    const runs = read.map(set => runLabelled(set, model, options));
    say(`${name}: ${runs.reduce((sum, run) => sum + run.joins.length, 0)} choices of articles.`);
    return { joins: weighted(runs.map(run => run.joins)), unions: weighted(runs.map(run => run.unions)) };
  };

  const guided = round('Guided by the labels', { guided: true });
  train(article, guided.joins, { epochs: 8, rate: 0.003, seed: 1 });
  const alone = round('By its own choices', { unite: false });
  train(article, [...guided.joins, ...alone.joins], { epochs: 5, rate: 0.002, seed: 2 });
  train(stories, alone.unions, { epochs: 6, rate: 0.003, seed: 3 });
  const whole = round('Uniting stories too', {});
  train(article, [...guided.joins, ...alone.joins, ...whole.joins], { epochs: 12, rate: 0.002, seed: 4 });
  train(stories, [...alone.unions, ...whole.unions], { epochs: 6, rate: 0.002, seed: 5 });
  return { ...model, joinAboveDated: 0.2, uniteAbove: 0.8 };
}

/** Writes fitted models as the source file that the clusterer reads. */
export function writeModel(path: string, { method, article, stories, joinAbove, joinAboveDated, uniteAbove }: ClusterModel): void {
  const text = `import type { ClusterModel } from './cluster-model';

/** The models in use, made by \`npm run bench -- cluster --fit FOLDER\` from labelled streams of news; see docs/decisions/0017-clustering.md. */
export const trainedModel: ClusterModel = {
  method: '${method}',
  joinAbove: ${joinAbove},
  joinAboveDated: ${joinAboveDated},
  uniteAbove: ${uniteAbove},
  article: ${networkText(article)},
  stories: ${networkText(stories)},
};
`;
  writeFileSync(path, text);
}

function networkText({ bias, linear, hidden, hiddenBias, output }: Network): string {
  const list = (numbers: ArrayLike<number>): string => `[${Array.from(numbers, number => +number.toFixed(4)).join(', ')}]`;
  return `{ bias: ${+bias.toFixed(4)}, linear: ${list(linear)}, hiddenBias: ${list(hiddenBias)}, output: ${list(output)}, hidden: [${hidden.map(list).join(', ')}] }`;
}

const METHOD = 'stories-5';
const UNITS = 20;

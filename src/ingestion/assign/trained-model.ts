import type { ClusterModel } from './cluster-model';

/** Placeholder. */
export const trainedModel: ClusterModel = {
  method: 'none',
  joinAbove: 0,
  uniteAbove: 0,
  article: { bias: 0, linear: [], hidden: [], hiddenBias: [], output: [] },
  stories: { bias: 0, linear: [], hidden: [], hiddenBias: [], output: [] },
};

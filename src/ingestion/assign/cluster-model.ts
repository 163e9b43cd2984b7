import type { Network } from './network';

/** The models and limits by which articles are put into stories. */
export interface ClusterModel {
  /** Says which version of method and weights made a choice; kept with each choice. */
  method: string;
  article: Network;
  stories: Network;
  /** Log odds above which an article joins a story, and two stories become one. */
  joinAbove: number;
  uniteAbove: number;
}

import type { Network } from './network';
import type { Signals } from './signals';

/** The models and limits by which articles are put into stories. */
export interface ClusterModel {
  /** Says which version of method and weights made a choice; kept with each choice. */
  method: string;
  article: Network;
  stories: Network;
  /** Log odds above which an article joins a story, one without a date of publication and one with it, and above which two stories become one. */
  joinAbove: number;
  joinAboveDated: number;
  uniteAbove: number;
}

/** Log odds above which this article joins a story: where time tells stories apart too, less is needed. */
export function joinsAbove({ joinAbove, joinAboveDated }: ClusterModel, { isDated }: Signals): number {
  return isDated ? joinAboveDated : joinAbove;
}

import { type Candidate, rivals, StoryClusterer } from '../../src/ingestion/assign/story-clusterer';
import type { Signals } from '../../src/ingestion/assign/signals';
import { type ClusterModel, joinsAbove } from '../../src/ingestion/assign/cluster-model';
import { logOdds } from '../../src/ingestion/assign/network';
import type { LabelledSet } from './labelled-set';
import type { Choice } from './trainable-network';

/** What came of putting a labelled set into stories. */
export interface LabelledRun {
  clusters: string[];
  /** Which of the candidates each article should have joined. */
  joins: Choice[];
  /** Which of two stories should have become one. */
  unions: Choice[];
}

/** A labelled set whose articles were read already. */
export type ReadSet = { story: string; signals: Signals }[];

/** Reads the articles of a set once for all rounds. */
export function readSet({ articles }: LabelledSet): ReadSet {
  const clusterer = new StoryClusterer();
  return articles.map(article => ({ story: article.story, signals: clusterer.read(article) }));
}

/**
 * Puts a labelled set into stories and notes what would have been right, as things stood: the model learns from the states that its own choices lead to
 * (Ross, Gordon and Bagnell 2011).
 *
 * @param guided  every article goes where its label says; the first round, when there is no model
 */
export function runLabelled(
  set: ReadSet,
  model: ClusterModel,
  { guided = false, unite = true }: { guided?: boolean; unite?: boolean },
): LabelledRun {
  const clusterer = new StoryClusterer(model);
  const labels = new Map<string, Map<string, number>>();
  const placed: string[] = [];
  const into = new Map<string, string>();
  const joins: Choice[] = [];
  const unions: Choice[] = [];

  for (const { story: label, signals } of set) {
    const candidates = clusterer.compare(signals);
    const shares = candidates.map(({ story }) => (labels.get(story.id)?.get(label) ?? 0) / story.size);
    if (candidates.length)
      joins.push({
        options: candidates.map(({ values }) => values),
        right: shares.map(share => share >= 0.5),
        weight: 1,
      });
    const best = candidates[0];
    const storyId = guided ? label : best && best.odds > joinsAbove(model, signals) ? best.story.id : `s${placed.length}`;
    clusterer.join(storyId, signals);
    count(labels, storyId, label);
    placed.push(storyId);
    if (!guided && best?.story.id === storyId) reviewUnions(clusterer, candidates);
  }
  return { clusters: placed.map(latest), joins, unions };

  function reviewUnions(clusters: StoryClusterer, [best, ...others]: Candidate[]): void {
    for (const { other, values } of best ? rivals(best, others) : []) {
      const first = (best as Candidate).story;
      const [a, b] = [majority(labels, first.id, first.size), majority(labels, other.story.id, other.story.size)];
      const same = a.label === b.label;
      const weight = Math.sqrt(Math.min(first.size, other.story.size)) * (same ? Math.min(a.share, b.share) : 1);
      unions.push({ options: [values], right: [same], weight });
      if (!unite || logOdds(model.stories, values) <= model.uniteAbove) continue;
      const { from, into: kept } = clusters.absorb(first, other.story);
      into.set(from.id, kept.id);
      for (const [label, times] of labels.get(from.id) ?? []) count(labels, kept.id, label, times);
      return;
    }
  }

  function latest(storyId: string): string {
    const next = into.get(storyId);
    return next ? latest(next) : storyId;
  }
}

function count(labels: Map<string, Map<string, number>>, storyId: string, label: string, times = 1): void {
  const ofStory = labels.get(storyId) ?? new Map<string, number>();
  ofStory.set(label, (ofStory.get(label) ?? 0) + times);
  labels.set(storyId, ofStory);
}

function majority(labels: Map<string, Map<string, number>>, storyId: string, size: number): { label: string; share: number } {
  const [label = '', times = 0] = [...(labels.get(storyId) ?? [])].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { label, share: times / size };
}

import type { Signals } from './signals';
import type { StoryState } from './story-state';
import { dot, type Vector } from './vector';

/**
 * Finds the stories that share rare terms with an article, without looking at the others. A term keeps only the stories that used it last, so that the cost of
 * an article depends on its own length and not on how many stories are active.
 */
export class StoryIndex {
  private readonly byTerm = new Map<number, Set<StoryState>>();

  /** Enters a story under the telling terms of an article of its. */
  enter(story: StoryState, article: Signals): void {
    for (const [term] of tellingTerms(article)) {
      const stories = this.byTerm.get(term);
      if (!stories) {
        this.byTerm.set(term, new Set([story]));
        continue;
      }
      stories.delete(story);
      stories.add(story);
      if (stories.size > STORIES_OF_A_TERM) for (const oldest of stories) {
        stories.delete(oldest);
        break;
      }
    }
  }

  /** The stories that share most with an article, best first. */
  candidates(article: Signals): StoryState[] {
    const shared = new Map<StoryState, number>();
    for (const [term, weight] of tellingTerms(article)) {
      for (const story of this.byTerm.get(term) ?? []) shared.set(story, (shared.get(story) ?? 0) + weight * weight);
    }
    const likely = [...shared].sort((a, b) => b[1] - a[1]).slice(0, LIKELY).map(([story]) => story);
    if (likely.length <= CANDIDATES) return likely;
    const near = likely.map(story => [story, nearness(article, story)] as const).sort((a, b) => b[1] - a[1]);
    return near.slice(0, CANDIDATES).map(([story]) => story);
  }
}

function nearness(article: Signals, { sums, lengths }: StoryState): number {
  return dot(article.lead, sums.lead) / (lengths.lead || 1) + dot(article.sound, sums.sound) / (lengths.sound || 1);
}

function tellingTerms(article: Signals): [number, number][] {
  return [...heaviest(article.lead, 24), ...heaviest(article.sound, 14), ...heaviest(article.names, 8)];
}

function heaviest({ terms, weights }: Vector, count: number): [number, number][] {
  const order = [...weights.keys()].sort((a, b) => (weights[b] as number) - (weights[a] as number)).slice(0, count);
  return order.map(i => [terms[i] as number, weights[i] as number]);
}

const STORIES_OF_A_TERM = 96;
const LIKELY = 40;
const CANDIDATES = 12;

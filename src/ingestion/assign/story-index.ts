import type { Signals } from './signals';
import type { StoryState } from './story-state';
import { dot, type Vector } from './vector';

/**
 * Finds the stories that share rare terms with an article, without looking at the others. A term keeps only the stories that used it last, so that the cost of
 * an article depends on its own length and not on how many stories are active.
 */
export class StoryIndex {
  private readonly byTerm = new Map<number, StoryState | StoryState[]>();

  /** Enters a story under the telling terms of an article of its. */
  enter(story: StoryState, article: Signals): void {
    for (const [term] of tellingTerms(article)) {
      const stories = this.storiesOf(term);
      const at = stories.indexOf(story);
      if (at >= 0) stories.splice(at, 1);
      else if (stories.length >= STORIES_OF_A_TERM) stories.shift();
      stories.push(story);
      this.byTerm.set(term, stories.length === 1 ? story : stories);
    }
  }

  /** The stories that share most with an article, best first. */
  candidates(article: Signals): StoryState[] {
    const shared = new Map<StoryState, number>();
    for (const [term, weight] of tellingTerms(article)) {
      for (const story of this.storiesOf(term)) shared.set(story, (shared.get(story) ?? 0) + weight * weight);
    }
    const likely = [...shared]
      .sort((a, b) => b[1] - a[1])
      .slice(0, LIKELY)
      .map(([story]) => story);
    if (likely.length <= CANDIDATES) return likely;
    const near = likely.map(story => [story, nearness(article, story)] as const).sort((a, b) => b[1] - a[1]);
    return near.slice(0, CANDIDATES).map(([story]) => story);
  }

  /** Lets go of the terms that only stories no longer active used. */
  tidy(): void {
    for (const term of this.byTerm.keys()) {
      const stories = this.storiesOf(term);
      if (stories.length === 0) this.byTerm.delete(term);
      else this.byTerm.set(term, stories.length === 1 ? (stories[0] as StoryState) : stories);
    }
  }

  /** Those still active, the one that used the term last at the end. */
  private storiesOf(term: number): StoryState[] {
    const stories = this.byTerm.get(term) ?? [];
    if (!Array.isArray(stories)) return stories.isActive ? [stories] : [];
    return stories.every(story => story.isActive) ? stories : stories.filter(story => story.isActive);
  }
}

/** How alike they are by words, sounds and meanings; a story that has been quiet for long must be more alike. */
function nearness(article: Signals, { sums, lengths, lastAt }: StoryState): number {
  const likeness = (channel: 'lead' | 'sound' | 'concepts') => dot(article[channel], sums[channel]) / (lengths[channel] || 1);
  const quiet = article.at !== null && lastAt !== null ? Math.abs(article.at - lastAt) / HOUR : 0;
  return likeness('lead') + likeness('sound') + likeness('concepts') - 0.1 * Math.log1p(quiet);
}

function tellingTerms(article: Signals): [number, number][] {
  return [...heaviest(article.lead, 24), ...heaviest(article.sound, 14), ...heaviest(article.names, 8), ...heaviest(article.concepts, 14)];
}

function heaviest({ terms, weights }: Vector, count: number): [number, number][] {
  const order = [...weights.keys()].sort((a, b) => (weights[b] as number) - (weights[a] as number)).slice(0, count);
  return order.map(i => [terms[i] as number, weights[i] as number]);
}

const STORIES_OF_A_TERM = 96;
const LIKELY = 120;
const CANDIDATES = 16;
const HOUR = 3_600_000;

import type { ArticleText } from './article-text';
import { mostCentral } from './central-article';
import { compareStories } from './compare-stories';
import { compare, contrast } from './features';
import type { ClusterModel } from './cluster-model';
import { logOdds } from './network';
import { readSignals, type Signals } from './signals';
import { StoryIndex } from './story-index';
import { absorbStory, beginStory, growStory, type StoryState } from './story-state';
import { TermStatistics } from './term-statistics';
import { trainedModel } from './trained-model';

/** Where an article went, and why. */
export interface Placement {
  storyId: string;
  /** The article began this story. */
  isNew: boolean;
  /** How probable the choice is, 0 to 1, among the stories compared and a new one. */
  score: number;
  method: string;
  /** The article showed another story to be the same; its articles are now this story's. Null most of the time. */
  united: { from: string; into: string; score: number } | null;
}

/** A story that an article was compared with. */
export interface Candidate {
  story: StoryState;
  values: Float64Array;
  odds: number;
}

/** Puts articles into stories one by one, in the order of their arrival, knowing only what came before. In memory; `restore` brings it up to date. */
export class StoryClusterer {
  private readonly statistics = new TermStatistics();
  private readonly index = new StoryIndex();
  private readonly stories = new Map<string, StoryState>();

  constructor(private readonly model: ClusterModel = trainedModel) {}

  /** How many stories are active. */
  get size(): number {
    return this.stories.size;
  }

  /** Puts an article into the story that it tells, or begins one under the id that `newId` gives. */
  place(article: ArticleText, newId: () => string): Placement {
    const signals = this.read(article);
    const candidates = this.compare(signals);
    const best = candidates[0];
    const odds = candidates.map(candidate => Math.exp(candidate.odds)).reduce((sum, each) => sum + each, 1);
    const { method } = this.model;
    if (!best || best.odds <= this.model.joinAbove) {
      const storyId = newId();
      this.join(storyId, signals);
      return { storyId, isNew: true, score: 1 / odds, method, united: null };
    }
    this.join(best.story.id, signals);
    const united = this.unite(candidates);
    return { storyId: united?.into ?? best.story.id, isNew: false, score: Math.exp(best.odds) / odds, method, united };
  }

  /** Enters an article that is in a story already: after a restart, or when an editor put it there. */
  restore(storyId: string, article: ArticleText): void {
    this.join(storyId, this.read(article));
  }

  /** Takes a story out: it went quiet, or an editor closed it to the machine. Articles are no longer compared with it. */
  forget(storyId: string): void {
    const story = this.stories.get(storyId);
    if (story) story.isActive = false;
    this.stories.delete(storyId);
  }

  /** Forgets the stories for which no article arrived since a moment, however old their articles are: an archive that is read in has stories too. */
  forgetQuiet(before: Date): void {
    const quiet = [...this.stories.values()].filter(({ lastArrivedAt }) => lastArrivedAt !== null && lastArrivedAt < before.getTime());
    for (const { id } of quiet) this.forget(id);
    if (quiet.length) this.index.tidy();
  }

  /** Which of a story's articles says most of what all of them say, the earlier of two alike: its headline serves for the story's. -1 when there is none. */
  mostCentral(articles: ArticleText[]): number {
    return mostCentral(articles.map(article => readSignals(article, this.statistics, { isCounted: true })));
  }

  /** Reads the signals of an article, and learns from it how common its terms are. */
  read(article: ArticleText): Signals {
    return readSignals(article, this.statistics);
  }

  /** Compares an article with the stories that the index finds for it, best first. */
  compare(signals: Signals): Candidate[] {
    const stories = this.index.candidates(signals);
    const compared = stories.map(story => compare(signals, story));
    contrast(compared);
    return stories
      .map((story, i) => ({ story, values: compared[i] as Float64Array, odds: logOdds(this.model.article, compared[i] as Float64Array) }))
      .sort((a, b) => b.odds - a.odds);
  }

  /** Adds an article to a story, which begins if it is not known. */
  join(storyId: string, signals: Signals): StoryState {
    const known = this.stories.get(storyId);
    if (known) growStory(known, signals);
    const story = known ?? beginStory(storyId, signals);
    this.stories.set(storyId, story);
    this.index.enter(story, signals);
    return story;
  }

  /** Makes one story of two; the smaller goes into the larger, and of two alike the second. */
  absorb(first: StoryState, second: StoryState): { from: StoryState; into: StoryState } {
    const [into, from] = first.size >= second.size ? [first, second] : [second, first];
    absorbStory(into, from);
    for (const article of from.newest) this.index.enter(into, article);
    this.forget(from.id);
    return { from, into };
  }

  private unite([best, ...others]: Candidate[]): Placement['united'] {
    for (const { other, values } of best ? rivals(best, others) : []) {
      const odds = logOdds(this.model.stories, values);
      if (odds <= this.model.uniteAbove) continue;
      const { from, into } = this.absorb((best as Candidate).story, other.story);
      return { from: from.id, into: into.id, score: 1 / (1 + Math.exp(-odds)) };
    }
    return null;
  }
}

/** The next best stories of an article, compared with the one that it joined. */
export function rivals(best: Candidate, others: Candidate[]): { other: Candidate; values: Float64Array }[] {
  const near = others.filter(({ odds }) => odds > LEAST_ODDS).slice(0, RIVALS);
  return near.map(other => ({ other, values: compareStories(best.story, other.story, best.odds, other.odds) }));
}

const LEAST_ODDS = -4;
const RIVALS = 3;

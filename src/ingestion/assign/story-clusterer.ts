import type { ArticleText } from './article-text';
import { mostCentral } from './central-article';
import { compareStories } from './compare-stories';
import { compare, contrast } from './features';
import { type ClusterModel, joinsAbove } from './cluster-model';
import { logOdds } from './network';
import { readSignals, type Signals } from './signals';
import { StoryIndex } from './story-index';
import { absorbStory, beginStory, growStory, type StoryState, withoutArticle } from './story-state';
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

/** An article that was put into the wrong story, as what came after it shows. */
export interface Correction {
  articleId: string;
  from: string;
  into: string;
  /** How probable the second choice is, 0 to 1, among the stories compared and none of them. */
  score: number;
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
  /** The articles placed last, to be looked at again, the oldest first. */
  private recent: { articleId: string; signals: Signals; story: StoryState }[] = [];

  constructor(private readonly model: ClusterModel = trainedModel) {}

  /** How many stories are active. */
  get size(): number {
    return this.stories.size;
  }

  /** Puts an article into the story that it tells, or begins one under the id that `newId` gives. */
  place(articleId: string, article: ArticleText, newId: () => string): Placement {
    const signals = this.read(article);
    const candidates = this.compare(signals);
    const [best] = candidates;
    const chosen = best && best.odds > joinsAbove(this.model, signals) ? best : null;
    const story = this.join(chosen?.story.id ?? newId(), signals);
    this.recent.push({ articleId, signals, story });
    const united = chosen && this.unite(candidates);
    const score = probabilityOf(chosen?.odds ?? 0, candidates);
    return { storyId: united?.into ?? story.id, isNew: !chosen, score, method: this.model.method, united };
  }

  /**
   * Looks once more at the article after which so many others were placed, and moves it where another story tells it better by now; from a large story
   * none is moved. Call it after each `place`. Null most of the time.
   */
  reconsider(): Correction | null {
    if (this.recent.length <= LOOK_AGAIN_AFTER) return null;
    const { articleId, signals, story } = this.recent.shift() as (typeof this.recent)[number];
    if (!story.isActive || story.size > LARGEST_LEFT) return null;
    const left = withoutArticle(story, signals);
    if (!left && story.size > 1) return null;
    const others = this.index.candidates(signals).filter(other => other !== story);
    const candidates = this.weigh(signals, left ? [left, ...others] : others);
    const own = candidates.find(candidate => candidate.story === left);
    const best = candidates.find(candidate => candidate !== own);
    if (!best || best.odds <= Math.max(joinsAbove(this.model, signals), (own?.odds ?? -Infinity) + MARGIN)) return null;
    if (left) Object.assign(story, left);
    else this.forget(story.id);
    this.join(best.story.id, signals);
    return { articleId, from: story.id, into: best.story.id, score: probabilityOf(best.odds, candidates) };
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
    return this.weigh(signals, this.index.candidates(signals));
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
    this.recent = this.recent.map(placed => (placed.story === from ? { ...placed, story: into } : placed));
    this.forget(from.id);
    return { from, into };
  }

  private weigh(signals: Signals, stories: StoryState[]): Candidate[] {
    const compared = stories.map(story => compare(signals, story));
    contrast(compared);
    return stories
      .map((story, i) => ({ story, values: compared[i] as Float64Array, odds: logOdds(this.model.article, compared[i] as Float64Array) }))
      .sort((a, b) => b.odds - a.odds);
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

/** How probable a choice is among stories and none of them, which has the log odds 0. */
function probabilityOf(odds: number, candidates: Candidate[]): number {
  return Math.exp(odds) / candidates.reduce((sum, candidate) => sum + Math.exp(candidate.odds), 1);
}

const LEAST_ODDS = -4;
const RIVALS = 3;

/** How many articles are placed before one is looked at again. */
const LOOK_AGAIN_AFTER = 60;

/** By how much another story must then be likelier, in log odds. */
const MARGIN = 0.25;

/** How many articles the story may have at most. */
const LARGEST_LEFT = 20;

import type { ArticleText } from './article-text';
import { StoryClusterer } from './story-clusterer';

/** Articles that are put into stories one after the other, and the story of each as things stand. */
export class ClusteredStream {
  private readonly placed: string[] = [];
  private readonly united = new Map<string, string>();

  constructor(private readonly clusterer = new StoryClusterer()) {}

  /** Puts the next article into a story. Returns its place in the stream, from 0. */
  add(article: ArticleText): number {
    const place = this.placed.length;
    const { storyId, united } = this.clusterer.place(String(place), article, () => `story-${place + 1}`);
    this.placed.push(storyId);
    if (united) this.united.set(united.from, united.into);
    const correction = this.clusterer.reconsider();
    if (correction) this.placed[Number(correction.articleId)] = correction.into;
    return place;
  }

  /** The story of the article at a place: stories that became one have one name. */
  storyAt(place: number): string | undefined {
    let latest = this.placed[place];
    for (let next = latest; next !== undefined; next = this.united.get(next)) latest = next;
    return latest;
  }
}

/** The story of each article of a stream, as they stand at its end. */
export function clusterAll(articles: Iterable<ArticleText>, clusterer?: StoryClusterer): string[] {
  const stream = new ClusteredStream(clusterer);
  const places = Array.from(articles, article => stream.add(article));
  return places.map(place => stream.storyAt(place) as string);
}

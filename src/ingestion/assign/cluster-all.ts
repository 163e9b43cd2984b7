import type { ArticleText } from './article-text';
import { StoryClusterer } from './story-clusterer';

/** The story of each article of a stream, as they stand at its end: stories that became one have one name. */
export function clusterAll(articles: Iterable<ArticleText>, clusterer = new StoryClusterer()): string[] {
  const placed: string[] = [];
  const united = new Map<string, string>();
  for (const article of articles) {
    const placement = clusterer.place(article, () => `story-${placed.length + 1}`);
    if (placement.united) united.set(placement.united.from, placement.united.into);
    placed.push(placement.storyId);
  }
  return placed.map(storyId => latestStory(storyId, united));
}

/** What a story is called now, after all that became part of others. */
export function latestStory(storyId: string, united: ReadonlyMap<string, string>): string {
  let latest = storyId;
  for (let next = united.get(latest); next !== undefined; next = united.get(latest)) latest = next;
  return latest;
}

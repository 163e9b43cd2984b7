import type { ArticleText } from './signals';
import { StoryClusterer } from './story-clusterer';

/** The story of each article of a stream, as they stand at its end: stories that became one have one name. */
export function clusterAll(articles: Iterable<ArticleText>, clusterer = new StoryClusterer()): string[] {
  const placed: string[] = [];
  const into = new Map<string, string>();
  for (const article of articles) {
    const { storyId, united } = clusterer.place(article, () => String(placed.length + 1));
    if (united) into.set(united.from, united.into);
    placed.push(storyId);
  }
  return placed.map(storyId => {
    let latest = storyId;
    for (let next = into.get(latest); next; next = into.get(latest)) latest = next;
    return latest;
  });
}

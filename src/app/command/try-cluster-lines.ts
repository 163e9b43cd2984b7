import { createInterface } from 'node:readline';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { latestStory } from '../../ingestion/assign/cluster-all';
import type { ArticleText } from '../../ingestion/assign/article-text';
import { StoryClusterer } from '../../ingestion/assign/story-clusterer';

/** Answers each article among JSON lines with the story that it belongs to once all are read. */
export async function clusterLines(input: Readable, output: Writable): Promise<void> {
  const clusterer = new StoryClusterer();
  const answers: { id: unknown; cluster?: string; error?: string }[] = [];
  const united = new Map<string, string>();
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    let id: unknown = null;
    try {
      const row = JSON.parse(line) as Record<string, unknown>;
      id = row.id ?? null;
      const placement = clusterer.place(articleOf(row), () => `story-${answers.length + 1}`);
      if (placement.united) united.set(placement.united.from, placement.united.into);
      answers.push({ id, cluster: placement.storyId });
    } catch (error) {
      answers.push({ id, error: error instanceof Error ? error.message : String(error) });
    }
  }
  for (const { cluster, ...rest } of answers) {
    const answer = cluster === undefined ? rest : { ...rest, cluster: latestStory(cluster, united) };
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain');
  }
}

function articleOf({ title, text, publishedAt, language }: Record<string, unknown>): ArticleText {
  const at = typeof publishedAt === 'string' ? new Date(publishedAt) : null;
  if (at && Number.isNaN(at.getTime()))
    throw new Error(`"publishedAt" is ${JSON.stringify(publishedAt)}; it must be a moment such as 2024-03-22T20:15:00Z.`);
  return { title: textOrNull(title), text: textOrNull(text), publishedAt: at, language: textOrNull(language) };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

import { createInterface } from 'node:readline';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { ClusteredStream } from '../../ingestion/assign/cluster-all';
import type { ArticleText } from '../../ingestion/assign/article-text';

/** Answers each article among JSON lines with the story that it belongs to once all are read. */
export async function clusterLines(input: Readable, output: Writable): Promise<void> {
  const stream = new ClusteredStream();
  const answers: { id: unknown; place?: number; error?: string }[] = [];
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    let id: unknown = null;
    try {
      const row = JSON.parse(line) as Record<string, unknown>;
      id = row.id ?? null;
      answers.push({ id, place: stream.add(articleOf(row)) });
    } catch (error) {
      answers.push({ id, error: error instanceof Error ? error.message : String(error) });
    }
  }
  for (const { place, ...rest } of answers) {
    const answer = place === undefined ? rest : { ...rest, cluster: stream.storyAt(place) };
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

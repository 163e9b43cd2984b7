import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleText } from '../../src/ingestion/assign/article-text';

/** An article with the story that people say it tells. */
export interface LabelledArticle extends ArticleText {
  story: string;
}

/** Articles in the order of their arrival. */
export interface LabelledSet {
  name: string;
  articles: LabelledArticle[];
}

/** Reads the labelled sets of a folder: each a file of JSON lines {id, title, text, publishedAt, language, story}. */
export function readLabelledSets(folder: string): LabelledSet[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.jsonl'));
  if (files.length === 0) throw new Error(`There is no .jsonl file in ${folder}.`);
  return files.sort().map(file => ({ name: file.replace(/(\.dev)?\.jsonl$/, ''), articles: readArticles(join(folder, file)) }));
}

/** The articles of one half of the stories, so that what is fitted on one half can be tried on the other. */
export function halfOf({ name, articles }: LabelledSet, half: 0 | 1): LabelledSet {
  return { name, articles: articles.filter(({ story }) => sideOf(story) === half) };
}

function sideOf(story: string): number {
  let hash = 7;
  for (let i = 0; i < story.length; i++) hash = (Math.imul(hash, 31) + story.charCodeAt(i)) | 0;
  return (hash >>> 5) & 1;
}

function readArticles(path: string): LabelledArticle[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim());
  return lines.map(line => {
    const { publishedAt, ...row } = JSON.parse(line) as Omit<LabelledArticle, 'publishedAt'> & { publishedAt: string | null };
    return { ...row, publishedAt: publishedAt ? new Date(publishedAt) : null };
  });
}

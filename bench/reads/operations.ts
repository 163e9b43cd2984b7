import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { projectFolder } from '../../src/platform/project-folder';
import { sameStory } from '../generate/sizes';
import { post } from './post';

/** An operation as it is measured. */
export interface Operation {
  /** What it is called on the command line. */
  command: string;
  /** What it is called in `schema/operations`. */
  name: string;
  variables: Record<string, unknown>;
  /** How many times slower than the limit it may be, without and with the cache. */
  most: { off: number; on: number };
}

const slug = sameStory.slug;
const pages = 200;
const pageSize = 20;

/** The operations in the order of the report. */
export const operations: readonly Operation[] = [
  { command: 'story', name: 'StoryInOneRequest', variables: { slug }, most: { off: 1.15, on: 0.2 } },
  { command: 'list', name: 'StoryList', variables: {}, most: { off: 1.15, on: 0.4 } },
  { command: 'timeline', name: 'StoryTimeline', variables: { slug }, most: { off: 1.15, on: 0.2 } },
  { command: 'page', name: 'ArticlePage', variables: { first: pageSize }, most: { off: 1.3, on: 1.3 } },
  { command: 'search', name: 'Search', variables: { query: 'ceasefire talks', first: 20 }, most: { off: 1.3, on: 1.3 } },
  { command: 'map', name: 'ResponseMap', variables: { slug }, most: { off: 1.15, on: 0.2 } },
  { command: 'as-of', name: 'StoryInOneRequest', variables: { slug }, most: { off: 1.3, on: 1.3 } },
];

/** The body of the request for an operation. */
export function bodyOf({ name, variables }: Pick<Operation, 'name' | 'variables'>): string {
  const query = readFileSync(join(projectFolder(), 'schema', 'operations', `${name}.graphql`), 'utf8');
  return JSON.stringify({ operationName: name, query, variables });
}

/** Asks the API how the cursors of each list begin: with a tag that only it knows. */
export async function tagsOf(url: string): Promise<Record<string, string>> {
  const tags: Record<string, string> = {};
  for (const { name, variables } of operations) {
    const [, tag] = /"endCursor" ?: ?"([^"~]+)~/.exec(await post(url, bodyOf({ name, variables }))) ?? [];
    if (tag) tags[name] = tag;
  }
  return tags;
}

/** Fills in what only the rows can say: the cursor before page 200, and the moment in the middle of the story. */
export async function complete(operation: Operation, database: DataSource, tags: Record<string, string>): Promise<Operation> {
  if (operation.command === 'page') {
    const [row] = await database.query<{ ms: string; id: string }[]>(
      `select (extract(epoch from sort_at) * 1000)::bigint as ms, id from article order by sort_at desc, id desc offset $1 limit 1`,
      [pages * pageSize - 1],
    );
    return { ...operation, variables: { ...operation.variables, after: `${tags['ArticlePage']}~${row?.ms}~${row?.id}` } };
  }
  if (operation.command === 'as-of') {
    const [row] = await database.query<{ asOf: Date }[]>(
      `select percentile_disc(0.5) within group (order by t.public_at) as "asOf" from statement t join story s on s.id = t.story_id where s.slug = $1`,
      [slug],
    );
    return { ...operation, variables: { slug, asOf: row?.asOf.toISOString() } };
  }
  return operation;
}

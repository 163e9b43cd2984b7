import { beforeAll } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { loadSample } from '../../src/ingestion/sample/load-sample';
import type { Ask } from './api';

const FOLDER = 'sample/crocus';

/** The slug of the bundled story. */
export const CROCUS = 'crocus-city-hall-attack';

/** Loads the bundled story into the test file's database. */
export function useSample(here: { readonly dataSource: DataSource }): void {
  beforeAll(async () => {
    await loadSample(here.dataSource, FOLDER, { info: () => undefined });
    await here.dataSource.query('analyze');
  });
}

/** The rows of a file of the bundled story, as they lie there. */
export function sampleRows<T>(name: string): T[] {
  return JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as T[];
}

/** A list of a story, and what to read of each row. */
export interface ListOfStory {
  slug: string;
  asOf?: string | null;
  list: string;
  rows: string;
  size?: number;
}

/** Reads a list of a story page by page to its end; fails where the count says otherwise. */
export async function wholeList<T = Record<string, unknown>>(ask: Ask, { slug, asOf, list, rows, size = 100 }: ListOfStory): Promise<T[]> {
  const query = `query ($slug: String!, $asOf: DateTime, $first: Int, $after: String) {
    story(slug: $slug, asOf: $asOf) { list: ${list}(first: $first, after: $after) { totalCount nodes { ${rows} } pageInfo { hasNextPage endCursor } } }
  }`;
  const all: T[] = [];
  for (let after: string | undefined, more = true; more;) {
    const { data, errors } = await ask(query, { slug, asOf, first: size, after });
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
    if (!data.story) return [];
    const { totalCount, nodes, pageInfo } = data.story.list;
    all.push(...nodes);
    more = pageInfo.hasNextPage;
    after = pageInfo.endCursor;
    if (!more && all.length !== totalCount) throw new Error(`${list} counts ${totalCount} rows and brings ${all.length}`);
  }
  return all;
}

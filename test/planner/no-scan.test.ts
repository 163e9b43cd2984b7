import { beforeAll, expect, it } from '@jest/globals';
import { getVariableValues, Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { Pool } from 'pg';
import { load } from '../../bench/generate/load';
import { sameStory } from '../../bench/generate/sizes';
import { plans } from '../../src/app/plans';
import { poolOf } from '../../src/platform/database';
import { Planner } from '../../src/planner/planner';
import { operation, useApi } from '../support/api';
import { useDatabase } from '../support/database';

const here = useDatabase();
const api = useApi(here);

beforeAll(() => load(here.dataSource, here.url, 10_000), 180_000);

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}

/** Names of some hundred rows: joined to a page of as many, they are read faster from end to end. */
const NAMES = ['country', 'source', 'actor'];

/** The tables that grow with the news and that the statements of an operation read from end to end, by the plans that PostgreSQL keeps for them. */
async function scannedBy(query: string, variables: Record<string, unknown>): Promise<string[]> {
  const sent: string[] = [];
  const pool = poolOf(here.dataSource);
  const heard = { query: async (config: { text: string }) => (sent.push(config.text), pool.query({ ...config, name: undefined })) };
  const planner = new Planner(api.planner.schema, heard as unknown as Pool, plans);
  const operationNode = parse(query).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const { coerced = {} } = getVariableValues(planner.schema, operationNode.variableDefinitions ?? [], variables);
  for (const root of planner.roots(operationNode, {}, coerced) ?? []) if ('plan' in root) await planner.run(root.plan(), coerced);
  const scanned: string[] = [];
  const client = await pool.connect();
  for (const text of sent) {
    const count = new Set(text.match(/\$\d+/g)).size;
    await client.query(`prepare looked_at as ${text}`);
    const values = count ? `(${Array(count).fill('null').join()})` : '';
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (format json) execute looked_at${values}`);
    await client.query('deallocate looked_at');
    const visit = (node: PlanNode): void => {
      const table = node['Relation Name'] ?? '';
      if (node['Node Type'] === 'Seq Scan' && !NAMES.includes(table)) scanned.push(table);
      for (const child of node.Plans ?? []) visit(child);
    };
    visit(rows[0]!['QUERY PLAN'][0]!.Plan);
  }
  client.release();
  expect(sent.length).toBeGreaterThan(0);
  return scanned;
}

it('twenty pages, ever deeper into all articles, scan nothing that grows', async () => {
  let after: string | undefined;
  for (let page = 0; page < 20; page += 1) {
    expect(await scannedBy(operation('ArticlePage'), { first: 100, after })).toEqual([]);
    for (let skipped = 0; skipped < 5; skipped += 1) {
      const { data } = await api.ask(`query ($after: String) { articles(first: 100, after: $after) { pageInfo { endCursor } } }`, {
        after,
      });
      after = data.articles.pageInfo.endCursor;
    }
  }
});

it.each([
  'ceasefire talks', 'attack', '"ceasefire talks"', 'attack OR minister', 'minister -attack', 'country:FR attack', 'language:ru минист', 'stance:CONDEMNATION attack',
  'after:2024-03-23 attack', 'before:2025-01-01 talks', 'kind:PRESS_RELEASE talks', 'source:outlet-1 talks', 'nothingthatisthere', 'police', 'border', 'summit', 'flood', 'election', 'court', 'hospital',
])('a search for %s scans nothing that grows', async query => {
  expect(await scannedBy(operation('Search'), { query })).toEqual([]);
}); // prettier-ignore

it.each(['StoryInOneRequest', 'StoryTimeline', 'ContestedClaims'])('%s scans nothing that grows', async name => {
  expect(await scannedBy(operation(name), { slug: sameStory.slug })).toEqual([]);
});

it('the list of stories scans nothing that grows', async () => {
  expect(await scannedBy(operation('StoryList'), { first: 20 })).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoryTimelineDocument, type TypedDocumentString } from '../../schema/operations';
import type { HttpServer } from '../../src/app/http/http-server';
import { useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { startServer } from '../support/http-server';
import { useSample } from '../support/sample';

const guide = 'docs/clients.md';
const text = readFileSync(guide, 'utf8');
const requests = [...text.matchAll(/^\*\*(\d+)\. ([^*]+)\*\*[^]*?```graphql\n([^]*?)```/gm)].map(([, number, name = '', query = '']) => ({
  name: `${number}. ${name}`,
  query,
}));

const here = useDatabase();
const api = useApi(here);
useSample(here);
let server: HttpServer;
beforeAll(async () => {
  server = await startServer(here.dataSource);
});
afterAll(() => server.close());

describe('the guide for client developers', () => {
  it('has ten requests', () => {
    expect(requests).toHaveLength(10);
  });

  it.each(requests)('its request runs and finds something: $name', async ({ query }) => {
    const { data, errors } = await api.ask(query);
    expect(errors).toBeUndefined();
    for (const answer of Object.values(data as Record<string, unknown>)) expect(JSON.stringify(answer).length).toBeGreaterThan(300);
    expect(JSON.stringify(data)).not.toMatch(/"(nodes|edges|responseMap|tallies|figures)":\[\]/);
  });

  it('shows "at least 60" as what was known then, and 149 as what is known now', async () => {
    const { data } = await api.ask(requests[7]?.query ?? '');
    const killed = (story: { tallies: { metric: string; latestOfficial: unknown }[] }): unknown =>
      story.tallies.find(({ metric }) => metric === 'KILLED')?.latestOfficial;
    expect([killed(data.then), killed(data.now)]).toEqual([
      { value: 60, atLeast: true },
      { value: 149, atLeast: false },
    ]);
  });

  it('asks through the generated documents and types', async () => {
    const ask = async <Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> => {
      const body = JSON.stringify({ query: document.toString(), variables });
      const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return ((await response.json()) as { data: Data }).data;
    };
    const { story } = await ask(StoryTimelineDocument, { slug: 'crocus-city-hall-attack', kinds: ['EVENT'] });
    const kinds: ('Event' | 'Statement' | 'Figure' | 'Article')[] = story?.timeline.edges.map(({ node }) => node.__typename) ?? [];
    expect(new Set(kinds)).toEqual(new Set(['Event']));
  });

  it('asks a persisted operation by its hash, as the guide says', async () => {
    const [, extensions = '', variables = ''] = /'extensions=([^']+)'[^']*'variables=([^']+)'/.exec(text) ?? [];
    const { ResponseMap } = JSON.parse(readFileSync('schema/persisted-operations.json', 'utf8')) as Record<string, { sha256Hash: string }>;
    expect(JSON.parse(extensions)).toEqual({ persistedQuery: { version: 1, sha256Hash: ResponseMap?.sha256Hash } });
    const response = await fetch(`${server.url}/graphql?${new URLSearchParams({ extensions, variables }).toString()}`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=5, stale-while-revalidate=60');
    expect(((await response.json()) as { data: { story: { responseMap: unknown[] } } }).data.story.responseMap).toHaveLength(195);
  });

  it('names only addresses that answer', async () => {
    const paths = [...text.matchAll(/`(\/stories\/<slug>[^`]*|\/search\.rss[^`]*)`/g)].map(([, path = '']) =>
      path.replace('<slug>', 'crocus-city-hall-attack').replace('<search>', 'condolences').replace('?since=<cursor>', ''),
    );
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) {
      const response = await fetch(server.url + path, { method: 'HEAD' });
      expect([path, response.status]).toEqual([path, 200]);
    }
  });

  it('links only to what is there', () => {
    const links = [...text.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, link = '']) => resolve(dirname(guide), link));
    expect(links.filter(link => !existsSync(link))).toEqual([]);
  });
});

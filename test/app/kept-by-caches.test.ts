import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { HttpServer } from '../../src/app/http/http-server';
import { operation } from '../support/api';
import { useDatabase } from '../support/database';
import { startServer } from '../support/http-server';
import { article, makeStory, type MadeStory, statement, store } from '../support/makers';

const here = useDatabase();
let http: HttpServer;
let story: MadeStory;

beforeAll(async () => {
  http = await startServer(here.dataSource);
  story = await makeStory(here.db);
  await store(here.db, [article(story), statement(story)]);
});
afterAll(() => http.close());

const hashOf = (name: string): string => createHash('sha256').update(operation(name)).digest('hex');

function address(parameters: Record<string, unknown>): string {
  const texts = Object.entries(parameters).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
  return `${http.url}/graphql?${new URLSearchParams(Object.fromEntries(texts) as Record<string, string>).toString()}`;
}

function persisted(name: string, variables: Record<string, unknown>): string {
  return address({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(name) } }, variables });
}

describe('an answer to a GET', () => {
  it('has a tag that stays while the story stays, and is not sent again to who has it', async () => {
    const url = address({ query: operation('StoryInOneRequest'), variables: { slug: story.slug } });
    const first = await fetch(url);
    const tag = String(first.headers.get('etag'));
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const second = await fetch(url, { headers: { 'if-none-match': tag } });
    expect([second.status, await second.text(), second.headers.get('etag')]).toEqual([304, '', tag]);
    await store(here.db, [statement(story)]);
    const third = await fetch(url, { headers: { 'if-none-match': tag } });
    expect(third.status).toBe(200);
    expect(third.headers.get('etag')).not.toBe(tag);
    expect(await third.json()).toMatchObject({ data: { story: { statements: { totalCount: 2 } } } });
  });

  it('has another tag in the other form, and none where something failed', async () => {
    const url = address({ query: '{ stories { totalCount } }' });
    const [json, other] = await Promise.all(
      ['application/json', 'application/graphql-response+json'].map(accept => fetch(url, { headers: { accept } })),
    );
    expect(json?.headers.get('etag')).not.toBe(other?.headers.get('etag'));
    const failed = await fetch(address({ query: '{ stories(first: 0) { totalCount nodes { slug } } }' }));
    expect(failed.headers.get('etag')).toBeNull();
    expect(failed.headers.get('cache-control')).toBe('no-store');
  });

  it('is the answer that a POST gets, which is never kept', async () => {
    const asked = { query: operation('StoryTimeline'), variables: { slug: story.slug } };
    const post = await fetch(`${http.url}/graphql`, {
      method: 'POST',
      body: JSON.stringify(asked),
      headers: { 'content-type': 'application/json' },
    });
    expect([post.headers.get('etag'), post.headers.get('cache-control')]).toEqual([null, 'no-store']);
    expect(await post.json()).toEqual(await (await fetch(address(asked))).json());
  });
});

describe('a public operation that is named by its hash', () => {
  it('is answered as its text would be, and may be kept by caches for a moment', async () => {
    const response = await fetch(persisted('StoryInOneRequest', { slug: story.slug }));
    expect(response.headers.get('cache-control')).toBe('public, max-age=5, stale-while-revalidate=60');
    const whole = await fetch(address({ query: operation('StoryInOneRequest'), variables: { slug: story.slug } }));
    expect(await response.text()).toBe(await whole.text());
  });

  it('is answered by POST too', async () => {
    const body = { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('ResponseMap') } }, variables: { slug: story.slug } };
    const response = await fetch(`${http.url}/graphql`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    expect(await response.json()).toMatchObject({ data: { story: { responseMap: expect.arrayContaining([]) } } });
  });

  it('is refused with the code that clients know where no operation has the hash', async () => {
    const response = await fetch(address({ extensions: { persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) } } }));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
  });

  it('is not read by a GET where it writes', async () => {
    const response = await fetch(`${persisted('EditStory', {})}&operationName=MergeStories`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

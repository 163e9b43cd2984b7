import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createEngine } from '../../src/app/engine';
import { startApi } from '../../src/app/http/api';
import type { HttpServer } from '../../src/app/http/http-server';
import { createKey } from '../../src/platform/access';
import { Role } from '../../src/platform/api-key.entity';
import { createEgress } from '../../src/platform/egress/egress';
import { createMemoryHostGate } from '../../src/platform/egress/memory-host-gate';
import { createLog } from '../../src/platform/log';
import { type Answer, operation } from '../support/api';
import { useDatabase } from '../support/database';
import { document, type FeedSite, openFeedSite, rss } from '../support/feed-site';

const here = useDatabase();
const text = operation('Feeds');
let site: FeedSite;
let http: HttpServer;
let key: string;

beforeAll(async () => {
  site = await openFeedSite();
  const log = createLog('error');
  const egress = createEgress({ allow: [site.host], gate: createMemoryHostGate({ gapMs: 0 }) });
  const config = { host: '127.0.0.1', port: 0, rateLimit: 0, trustedProxies: 0 };
  http = await startApi({ engine: await createEngine(here.dataSource, log), database: here.dataSource, egress, config, log });
  key = (await createKey(here.db, { name: 'feeds', role: Role.INGESTOR })).secret;
});
afterAll(async () => {
  await http.close();
  await site.close();
});

async function ask(
  query: string,
  variables: object = {},
  operationName?: string,
  authorization: string | null = `Bearer ${key}`,
): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
  const response = await fetch(`${http.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables, operationName }),
  });
  return (await response.json()) as Answer;
}

describe('the public operations about feeds', () => {
  it('register a feed, poll it, and tell how it does', async () => {
    site.pages.set(
      '/rss.xml',
      document(rss([1, 2, 3].map(at => ({ link: `http://outlet.example/${at}`, title: `Item ${at}`, date: '2024-03-23T10:00:00Z' })))),
    );
    const url = `${site.origin}/rss.xml`;
    const registered = (await ask(text, { input: { url } }, 'RegisterFeed')).data.registerFeed.feed;
    expect(registered).toMatchObject({ url, format: null, source: { name: '127.0.0.1' }, nextPollAt: expect.any(String) });

    const polled = (await ask(text, { id: registered.id }, 'PollFeed')).data.pollFeed.poll;
    expect(polled).toEqual({ outcome: 'READ', itemsSeen: 3, itemsNew: 3, httpStatus: 200, durationMs: expect.any(Number), problem: null });

    const health = await ask(text, {}, 'FeedHealth', null);
    expect(health.errors).toBeUndefined();
    expect(health.data.feeds.nodes).toMatchObject([
      {
        id: registered.id,
        url,
        status: 'ACTIVE',
        consecutiveFailures: 0,
        lastProblem: null,
        polls: { nodes: [{ outcome: 'READ', httpStatus: 200, itemsNew: 3 }] },
      },
    ]);
    const articles = await ask(
      '{ articles(first: 5) { nodes { title url publishedAt dateBasis source { slug feeds { nodes { url format } } } } } }',
    );
    expect(articles.data.articles.nodes).toContainEqual({
      ...{ title: 'Item 1', url: 'http://outlet.example/1', publishedAt: '2024-03-23T10:00:00.000Z', dateBasis: 'FEED' },
      source: { slug: registered.source.slug, feeds: { nodes: [{ url, format: 'RSS' }] } },
    });
  });

  it('are valid as they stand in the schema’s folder', () => {
    expect(parse(text).definitions).toHaveLength(3);
  });

  it('register an address once, however it is written, and take over what is said later', async () => {
    const first = await ask(text, { input: { url: `${site.origin}/same.xml?utm_source=x`, folder: 'World' } }, 'RegisterFeed');
    const second = await ask(text, { input: { url: `${site.origin}/same.xml`, folder: 'Europe' } }, 'RegisterFeed');
    expect(second.data.registerFeed.feed.id).toBe(first.data.registerFeed.feed.id);
    const { data } = await ask('query ($filter: FeedFilter) { feeds(filter: $filter) { totalCount nodes { folder } } }', {
      filter: { folders: ['Europe'] },
    });
    expect(data.feeds).toEqual({ totalCount: 1, nodes: [{ folder: 'Europe' }] });
  });

  it.each([
    [{ url: 'ftp://a.example/feed' }, 'BAD_USER_INPUT'],
    [{ url: 'not an address' }, 'BAD_USER_INPUT'],
    [{ url: 'http://me:secret@a.example/feed' }, 'BAD_USER_INPUT'],
    [{ url: 'http://a.example/feed', intervalMinutes: 1 }, 'BAD_USER_INPUT'],
    [{ url: 'http://a.example/feed', source: 'nobody' }, 'NOT_FOUND'],
  ])('refuse %j with a reason', async (input, code) => {
    const { errors } = await ask(text, { input }, 'RegisterFeed');
    expect(errors).toMatchObject([{ extensions: { code } }]);
  });

  it('need a key for writing, and say so', async () => {
    const { errors } = await ask(text, { input: { url: `${site.origin}/x.xml` } }, 'RegisterFeed', null);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await ask(text, { id: 'feed_00000000-0000-7000-8000-000000000000' }, 'PollFeed')).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
  });

  it('show failing feeds with what to do, by filter and page by page', async () => {
    const { data } = await ask(text, { input: { url: `${site.origin}/missing.xml` } }, 'RegisterFeed');
    const { id } = data.registerFeed.feed;
    expect((await ask(text, { id }, 'PollFeed')).data.pollFeed.poll).toMatchObject({
      outcome: 'FAILED',
      httpStatus: 404,
      problem: expect.stringContaining('404'),
    });
    const failing = await ask(text, { filter: { statuses: ['FAILING'] }, first: 1 }, 'FeedHealth');
    expect(failing.data.feeds).toMatchObject({
      nodes: [{ id, status: 'FAILING', consecutiveFailures: 1 }],
      pageInfo: { hasNextPage: false },
    });
    expect((await ask('query ($id: ID!) { node(id: $id) { __typename ... on Feed { lastProblem } } }', { id })).data.node).toMatchObject({
      __typename: 'Feed',
    });
  });
});

describe('/metrics', () => {
  it('counts polls and items, and tells how far the feeds lag behind', async () => {
    const metrics = await (await fetch(`${http.url}/metrics`)).text();
    for (const line of [
      /^newsgraph_polls_total\{outcome="READ"\} [1-9]/m,
      /^newsgraph_items_total\{fate="new"\} [1-9]/m,
      /^newsgraph_feeds\{status="FAILING"\} 1$/m,
      /^newsgraph_feeds_due \d/m,
      /^newsgraph_feed_lag_seconds \d/m,
      /^newsgraph_polls_last_hour\{outcome="FAILED"\} 1$/m,
      /^newsgraph_host_wait_seconds_count /m,
    ]) {
      expect(metrics).toMatch(line);
    }
  });
});

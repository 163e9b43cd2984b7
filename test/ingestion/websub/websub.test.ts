import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createEgress, type Egress } from '../../../src/platform/egress/egress';
import { createMemoryHostGate } from '../../../src/platform/egress/memory-host-gate';
import { createLog } from '../../../src/platform/log';
import type { HttpServer } from '../../../src/app/http/http-server';
import { subscribeToHubs } from '../../../src/ingestion/websub/subscribe';
import { SubscriptionState, WebsubSubscription } from '../../../src/ingestion/websub/subscription.entity';
import { registerFeed } from '../../../src/ingestion/subscription/register-feed';
import { Feed } from '../../../src/source/feed.entity';
import { useDatabase } from '../../support/database';
import { rss } from '../../support/feed-site';
import { startServer } from '../../support/http-server';
import { aName } from '../../support/makers';

const here = useDatabase();
const log = createLog('silent');
let api: HttpServer;
let hub: Server;
let hubUrl: string;
let egress: Egress;
let asked: URLSearchParams[] = [];
let hubAnswers = 202;

beforeAll(async () => {
  api = await startServer(here.dataSource);
  hub = createServer((request, response) => {
    void text(request).then(body => {
      asked.push(new URLSearchParams(body));
      response.writeHead(hubAnswers).end();
    });
  }).listen(0, '127.0.0.1');
  await once(hub, 'listening');
  const host = `127.0.0.1:${(hub.address() as AddressInfo).port}`;
  hubUrl = `http://${host}/hub`;
  egress = createEgress({ allow: [host], gate: createMemoryHostGate({ gapMs: 0 }) });
});

afterAll(async () => {
  await api.close();
  hub.close();
});

/** A feed that names the hub, as its poll would note it, after one round of asking. */
async function subscribed(
  at = '2024-03-23T12:00:00Z',
): Promise<{ feed: Feed; topic: string; request: URLSearchParams; now(): Promise<WebsubSubscription> }> {
  const topic = `http://feeds.example/${aName('topic')}.xml`;
  const { feed } = await registerFeed(here.db, { url: topic });
  await here.db.update(Feed, { id: feed.id }, { hubUrl, topic });
  await round(at);
  const request = asked.find(form => form.get('hub.topic') === topic) ?? new URLSearchParams();
  return { feed, topic, request, now: () => here.db.findOneByOrFail(WebsubSubscription, { feedId: feed.id }) };
}

async function round(at: string): Promise<void> {
  asked = [];
  await subscribeToHubs(here.dataSource, { egress, log, publicUrl: api.url, now: () => new Date(at) });
}

function verify(request: URLSearchParams, query: Record<string, string>): Promise<Response> {
  const asked = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': request.get('hub.topic') ?? '', ...query });
  return fetch(`${request.get('hub.callback')}?${asked.toString()}`);
}

function deliver(request: URLSearchParams, body: string, signature?: string): Promise<Response> {
  const right = `sha256=${createHmac('sha256', request.get('hub.secret') ?? '')
    .update(body)
    .digest('hex')}`;
  return fetch(request.get('hub.callback') ?? '', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/rss+xml', 'x-hub-signature': signature ?? right },
  });
}

async function titlesOf(feed: Feed): Promise<string[]> {
  const rows = (await here.db.query(
    `select a.title from feed_article f join article a on a.id = f.article_id where f.feed_id = $1 order by 1`,
    [feed.id],
  )) as { title: string }[];
  return rows.map(({ title }) => title);
}

describe('a feed that names a hub', () => {
  it('is subscribed to, with a secret and a callback that nobody can guess', async () => {
    const { request, now } = await subscribed();
    expect(request.get('hub.mode')).toBe('subscribe');
    expect(request.get('hub.secret')).toMatch(/^[\w-]{32}$/);
    expect(request.get('hub.callback')).toMatch(new RegExp(`^${api.url}/websub/[\\w-]{32}$`));
    expect(await now()).toMatchObject({ state: SubscriptionState.REQUESTED, leaseUntil: null });
  });

  it('counts as subscribed once the hub has verified it, for as long as the hub grants, and is renewed before that ends', async () => {
    const { request, topic, now } = await subscribed();
    const answer = await verify(request, { 'hub.challenge': 'a challenge', 'hub.lease_seconds': '86400' });
    expect([answer.status, await answer.text()]).toEqual([200, 'a challenge']);
    const { state, leaseUntil, renewAt } = await now();
    expect(state).toBe(SubscriptionState.ACTIVE);
    expect(renewAt.getTime()).toBeLessThan(leaseUntil?.getTime() ?? 0);
    await round(new Date(renewAt.getTime() - 60_000).toISOString());
    expect(asked.filter(form => form.get('hub.topic') === topic)).toEqual([]);
    await round(new Date(renewAt.getTime() + 1).toISOString());
    expect(asked.filter(form => form.get('hub.topic') === topic)).toHaveLength(1);
  });

  it('is not confirmed for another topic, nor under another address', async () => {
    const { request, now } = await subscribed();
    expect((await verify(request, { 'hub.topic': 'http://feeds.example/other.xml', 'hub.challenge': 'x' })).status).toBe(404);
    expect((await fetch(`${api.url}/websub/guess?hub.mode=subscribe&hub.challenge=x`)).status).toBe(404);
    expect((await verify(request, { 'hub.mode': 'unsubscribe', 'hub.challenge': 'x' })).status).toBe(404);
    expect((await now()).state).toBe(SubscriptionState.REQUESTED);
  });

  it('brings its news by itself, each article once', async () => {
    const { request, feed } = await subscribed();
    const body = rss([{ link: `http://site.example/${aName('page')}`, title: 'News from the hub' }]);
    expect((await deliver(request, body)).status).toBe(202);
    expect((await deliver(request, body)).status).toBe(202);
    expect(await titlesOf(feed)).toEqual(['News from the hub']);
  });

  it.each([
    ['a wrong signature', `sha256=${'0'.repeat(64)}`],
    ['none', ''],
    ['an unknown algorithm', 'md5=d41d8cd98f00b204e9800998ecf8427e'],
  ])('is not believed with %s, and the sender learns nothing from it', async (_, signature) => {
    const { request, feed } = await subscribed();
    const answer = await deliver(request, rss([{ link: `http://site.example/${aName('forged')}`, title: 'Forged' }]), signature);
    expect([answer.status, await answer.text()]).toEqual([202, '']);
    expect(await titlesOf(feed)).toEqual([]);
  });

  it('whose hub refuses is asked again later, ever more seldom, and the reason is kept', async () => {
    hubAnswers = 500;
    const { topic, now } = await subscribed('2024-03-23T12:00:00Z');
    hubAnswers = 202;
    const { state, problem, renewAt, failures } = await now();
    expect({ state, failures }).toEqual({ state: SubscriptionState.DENIED, failures: 1 });
    expect(problem).toContain('answered 500');
    expect(renewAt.getTime()).toBeGreaterThan(Date.parse('2024-03-23T12:10:00Z'));
    await round(new Date(renewAt.getTime() + 1).toISOString());
    expect(asked.filter(form => form.get('hub.topic') === topic)).toHaveLength(1);
  });

  it('is told the reason where the hub denies it', async () => {
    const { request, now } = await subscribed();
    expect((await verify(request, { 'hub.mode': 'denied', 'hub.reason': 'members only' })).status).toBe(200);
    expect(await now()).toMatchObject({ state: SubscriptionState.DENIED });
    expect((await now()).problem).toContain('members only');
  });
});

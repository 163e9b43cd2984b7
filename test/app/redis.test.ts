import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Writable } from 'node:stream';
import { Client } from 'pg';
import pino from 'pino';
import type { HttpServer } from '../../src/app/http/http-server';
import { connect, type OpenDatabase } from '../../src/app/open-database';
import { serve } from '../../src/app/serve';
import { readConfig } from '../../src/platform/config';
import { answerNamespace } from '../../src/platform/redis/redis-namespace';
import { poolOf } from '../../src/platform/database';
import { placeOf, placesBehind, revise, until } from '../dossier/change-writers';
import { operation } from '../support/api';
import { useDatabase } from '../support/database';
import { type EventListener, followEvents } from '../support/event-listener';
import { makeStory, statement, store } from '../support/makers';
import { findRedis, startRedis, type TestRedis } from '../support/redis';

const server = findRedis();
const here = useDatabase();

/** What one process has: it shares nothing with another but the database and Redis. */
interface OwnProcess extends OpenDatabase {
  http: HttpServer;
  /** The messages of its log. */
  said: string[];
}

(server ? describe : describe.skip)('several processes with REDIS_URL', () => {
  let redis: TestRedis;
  let one: OwnProcess;
  let other: OwnProcess;
  const processes: OwnProcess[] = [];

  async function startProcess(more: Record<string, string> = {}): Promise<OwnProcess> {
    const said: string[] = [];
    const log = pino(
      { level: 'info' },
      new Writable({ write: (line, _, done) => (said.push((JSON.parse(String(line)) as { msg: string }).msg), done()) }),
    );
    const config = readConfig({ DATABASE_URL: here.url, REDIS_URL: redis.url, PORT: '0', TRUSTED_PROXIES: '1', POOL_SIZE: '4', ...more });
    const address = { url: here.url, origin: 'GIVEN' as const, announce: () => undefined, release: async () => undefined };
    const open = await connect(address, config, log);
    const http = await serve(open, config, log);
    const started = { ...open, http, said };
    processes.push(started);
    return started;
  }

  async function ask(base: string, name: string, variables: Record<string, unknown>, headers: Record<string, string> = {}) {
    const response = await fetch(`${base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: operation(name), variables }),
    });
    return { response, body: await response.text() };
  }

  /** All that is in the log behind the beginning of the stream comes, in order and once. */
  async function hearAll(who: EventListener, slug: string): Promise<void> {
    const all = await placesBehind(here.db, who.start, slug);
    await until(() => who.seen.length >= all.length);
    expect(who.seen.map(placeOf)).toEqual(all);
  }

  beforeAll(async () => {
    redis = await startRedis(server ?? '');
    one = await startProcess();
    other = await startProcess();
  });
  afterAll(async () => {
    for (const { http, release } of processes) {
      await http.close();
      await release();
    }
    await redis?.stop();
  });

  it('tell each other of changes over Redis, and leave PostgreSQL out of it', async () => {
    const story = await makeStory(here.db);
    const heard: string[] = [];
    const notified = new Client({ connectionString: here.url });
    await notified.connect();
    notified.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await notified.query('listen newsgraph_change');
    const who = await followEvents(other.http.url, story.slug);
    await hearAll(who, story.slug);
    const heardBefore = who.seen.length;
    const began = performance.now();
    await store(one.database.manager, [statement(story)]);
    await until(() => who.seen.length > heardBefore);
    expect(who.seen.length).toBeGreaterThan(heardBefore);
    expect(who.at - began).toBeLessThan(3_000);
    const [{ listening }] = (await here.db.query(
      `select count(*)::int as listening from pg_stat_activity where datname = current_database() and query ilike 'listen%'`,
    )) as [{ listening: number }];
    expect([heard, listening]).toEqual([[], 1]);
    who.request.destroy();
    await notified.end();
  });

  it('miss nothing and hear nothing twice while Redis dies and comes back', async () => {
    const story = await makeStory(here.db);
    const who = await followEvents(other.http.url, story.slug);
    const pool = poolOf(one.database);
    await revise(pool, story.slug, 'before');
    await hearAll(who, story.slug);
    await redis.kill();
    await revise(pool, story.slug, 'while it is away');
    await hearAll(who, story.slug);
    await redis.revive();
    await revise(pool, story.slug, 'just as it is back');
    for (let turn = 0; turn < 20; turn += 1) await revise(pool, story.slug, `after ${turn}`);
    await hearAll(who, story.slug);
    who.request.destroy();
    await until(() => other.said.includes('Redis answers'));
    expect(other.said.filter(message => message.startsWith('Redis'))).toEqual([
      'Redis is away: until it is back each process limits, keeps answers and looks for changes by itself',
      'Redis answers',
    ]);
  });

  it('miss nothing while connections to Redis are cut on both sides', async () => {
    const story = await makeStory(here.db);
    const who = await followEvents(other.http.url, story.slug);
    await until(() => one.redis?.client.status === 'ready');
    const cutting = one.redis!.client.duplicate({ enableOfflineQueue: true });
    for (let turn = 0; turn < 30; turn += 1) {
      await cutting.client('KILL', 'TYPE', turn % 2 ? 'pubsub' : 'normal');
      await revise(poolOf(one.database), story.slug, `cut ${turn}`);
    }
    cutting.disconnect();
    await hearAll(who, story.slug);
    who.request.destroy();
  });

  it('take over answers from each other, none of which is older than the story', async () => {
    const story = await makeStory(here.db);
    await store(here.db, [statement(story)]);
    await ask(one.http.url, 'StoryInOneRequest', { slug: story.slug });
    const client = one.redis!.client;
    const namespace = await answerNamespace(poolOf(one.database));
    const marked = async (): Promise<number> => {
      let count = 0;
      for (const key of await client.keys(`${namespace}*`)) {
        const entry = String(await client.getBuffer(key));
        if (!entry.includes(story.slug)) continue;
        await client.set(key, entry.replace('Condemns it.', 'Out of Redis.'));
        count += 1;
      }
      return count;
    };
    for (let tries = 0; (await marked()) === 0 && tries < 50; tries += 1) await new Promise(resolve => setTimeout(resolve, 20));
    const taken = await ask(other.http.url, 'StoryInOneRequest', { slug: story.slug });
    expect(taken.body).toContain('Out of Redis.');
    await store(one.database.manager, [statement(story)]);
    const [fresh, anew] = [
      await ask(other.http.url, 'StoryInOneRequest', { slug: story.slug }),
      await ask(one.http.url, 'StoryInOneRequest', { slug: story.slug }),
    ];
    expect(fresh.body).not.toContain('Out of Redis.');
    expect(fresh.body).toBe(anew.body);
  });

  it('count the requests of one address together, and each for itself while Redis is away', async () => {
    const [first, second] = [await startProcess({ RATE_LIMIT: '6' }), await startProcess({ RATE_LIMIT: '6' })];
    const statuses = async (address: string): Promise<number[]> => {
      const all: number[] = [];
      for (let turn = 0; turn < 16; turn += 1) {
        const base = (turn % 2 ? first : second).http.url;
        all.push((await ask(base, 'StoryList', { first: 1 }, { 'x-forwarded-for': address })).response.status);
      }
      return all;
    };
    expect((await statuses('203.0.113.1')).filter(status => status === 200)).toHaveLength(6);
    const { response } = await ask(first.http.url, 'StoryList', { first: 1 }, { 'x-forwarded-for': '203.0.113.1' });
    expect([response.status, response.headers.get('ratelimit')?.startsWith('"anonymous";r=0')]).toEqual([429, true]);
    await redis.kill();
    expect((await statuses('203.0.113.2')).filter(status => status === 200)).toHaveLength(12);
    expect(first.said.filter(message => message.startsWith('Redis is away'))).toHaveLength(1);
    await redis.revive();
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { entities } from '../../../src/app/entities';
import { migrations } from '../../../src/app/migrations';
import { registerFeed } from '../../../src/ingestion/subscription/register-feed';
import { createDataSource } from '../../../src/platform/database';
import { begin, type Going } from '../../app/command/run-command';
import { type FeedSite, openFeedSite, rss } from '../../support/feed-site';
import { buildForProcesses, postmasterOf, type ServerProcess, startServerProcess } from '../../support/server-process';

const stops = 3;
let home: string;
let server: ServerProcess;
let database: DataSource;
let worker: Going;
let sites: FeedSite[];

beforeAll(async () => {
  buildForProcesses();
  home = mkdtempSync(join(tmpdir(), 'newsgraph-home-'));
  chmodSync(home, 0o755);
  server = await startServerProcess(join(home, 'faults'));
  database = await createDataSource({ url: server.url, entities, migrations, poolSize: 3 }).initialize();
  await database.runMigrations();
  sites = await Promise.all(Array.from({ length: 4 }, openFeedSite));
}, 60_000);
afterAll(async () => {
  await worker?.end('SIGKILL');
  await database?.destroy();
  await server?.end('SIGTERM');
  await Promise.all(sites.map(site => site.close()));
  rmSync(home, { recursive: true, force: true });
}, 60_000);

/** Asks again while the database is away. */
async function insistently<T>(ask: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 20_000; ; await sleep(100)) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 60_000; !(await insistently(holds)); await sleep(100))
    if (Date.now() > end) throw new Error(`It has not come to that: ${what}`);
}

const makeAllDue = (): Promise<unknown> => insistently(() => database.query(`update feed set next_poll_at = now()`));

it('a worker whose database is stopped under it goes on by itself when it is back, and nothing is lost or stored twice', async () => {
  const served = new Set<string>();
  for (const [at, site] of sites.entries()) {
    const items: { link: string; title: string }[] = [];
    site.pages.set('/feed.xml', (_, response) => {
      const link = `http://site.example/${at}/${items.length}`;
      items.push({ link, title: `Item ${items.length}` });
      served.add(link);
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(items));
    });
    await registerFeed(database.manager, { url: `${site.origin}/feed.xml` });
  }
  worker = begin(['work'], { DATABASE_URL: server.url, EGRESS_ALLOW: '127.0.0.1', POLL_LEASE: '1', LOG_LEVEL: 'warn' });
  await worker.hear(/The worker polls/);
  for (let round = 0; round < stops; round += 1) {
    await makeAllDue();
    await sleep(Math.random() * 1_500);
    process.kill(postmasterOf(server), round % 2 ? 'SIGQUIT' : 'SIGINT');
    await sleep(300);
  }
  const polls = async (): Promise<number> => (await database.query<{ n: number }[]>(`select count(*)::int as n from poll`))[0]?.n ?? 0;
  const since = (await insistently(() => database.query<{ at: Date }[]>('select now() as at')))[0]?.at;
  await makeAllDue();
  await until(
    async () =>
      !(await database.query<unknown[]>(`select from feed where last_succeeded_at is null or last_succeeded_at <= $1`, [since])).length,
    'all feeds polled after the last stop',
  );
  expect(await polls()).toBeGreaterThan(0);
  expect(await worker.end('SIGTERM')).toMatchObject({ code: 0 });
  const stored = await database.query<{ url: string; versions: number; links: number }[]>(
    `select url, (select count(*)::int from article_version v where v.article_id = a.id) as versions,
       (select count(*)::int from feed_article f where f.article_id = a.id) as links from article a`,
  );
  expect(stored.map(({ url }) => url).sort()).toEqual([...served].sort());
  expect(stored.filter(({ versions, links }) => versions !== 1 || links !== 1)).toEqual([]);
}, 120_000);

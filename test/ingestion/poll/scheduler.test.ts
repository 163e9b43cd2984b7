import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { claimDueFeeds } from '../../../src/ingestion/poll/claim-feeds';
import { createDatabaseHostGate } from '../../../src/ingestion/poll/database-host-gate';
import { type Scheduler, startScheduler } from '../../../src/ingestion/poll/scheduler';
import { registerFeed } from '../../../src/ingestion/subscription/register-feed';
import { createEgress } from '../../../src/platform/egress/egress';
import { createLog } from '../../../src/platform/log';
import { Feed } from '../../../src/source/feed.entity';
import { Poll } from '../../../src/source/poll.entity';
import { useDatabase } from '../../support/database';
import { document, type FeedSite, openFeedSite, rss } from '../../support/feed-site';
import { aName } from '../../support/makers';

const here = useDatabase();
const gapMs = 60;
let sites: FeedSite[];
const started: Scheduler[] = [];

beforeAll(async () => {
  sites = await Promise.all(Array.from({ length: 6 }, openFeedSite));
});
afterAll(async () => {
  await Promise.all(started.map(scheduler => scheduler.stop()));
  await Promise.all(sites.map(site => site.close()));
});

/** A worker as each process has one: with a client and a gate of its own, on the same database. */
function startWorker(database: DataSource = here.dataSource, leaseSeconds = 60): Scheduler {
  const egress = createEgress({ allow: ['127.0.0.1'], gate: createDatabaseHostGate(database, { gapMs }) });
  const scheduler = startScheduler(database, { egress, log: createLog('silent'), idleMs: 50, leaseSeconds });
  started.push(scheduler);
  return scheduler;
}

async function registerAt(site: FeedSite, items = 3, page = document(rss(itemsOf(aName('list'), items)))): Promise<Feed> {
  const path = `/${aName('feed')}.xml`;
  site.pages.set(path, page);
  return (await registerFeed(here.db, { url: `${site.origin}${path}` })).feed;
}

function itemsOf(list: string, count: number) {
  return Array.from({ length: count }, (_, at) => ({ link: `http://site.example/${list}/${at}`, title: `Item ${at} of ${list}` }));
}

async function until(holds: () => Promise<boolean>, patienceMs = 20_000): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await holds()); await sleep(50))
    if (Date.now() > end) throw new Error('It has not come to that.');
}

describe('several workers on one database', () => {
  it('poll every due feed once, and never come to a host together or without the pause', async () => {
    const feeds = await Promise.all(Array.from({ length: 36 }, (_, at) => registerAt(sites[at % 6] as FeedSite)));
    const workers = [startWorker(), startWorker(), startWorker()];
    await until(async () => (await here.db.count(Poll)) >= feeds.length);
    await Promise.all(workers.map(worker => worker.stop()));
    const polls = await here.db.find(Poll);
    expect(polls.map(({ feedId }) => feedId).sort()).toEqual(feeds.map(({ id }) => id).sort());
    expect(polls.filter(({ outcome, itemsNew }) => outcome !== 'READ' || itemsNew !== 3)).toEqual([]);
    for (const site of sites) {
      const visits = [...site.visits].sort((a, b) => a.at - b.at);
      visits.slice(1).forEach((visit, at) => expect(visit.at - (visits[at]?.left ?? 0)).toBeGreaterThanOrEqual(gapMs - 5));
    }
  });

  it('claim one feed of a host at a time, those that wait longest first', async () => {
    const [site] = sites as [FeedSite];
    const feeds = await Promise.all([1, 2].map(() => registerAt(site)));
    await here.db.update(Feed, { id: feeds[1]?.id }, { nextPollAt: new Date('2024-01-01T00:00:00Z') });
    const first = await claimDueFeeds(here.dataSource, { most: 10, busyHosts: [], leaseSeconds: 60 });
    expect(first.map(({ id }) => id)).toEqual([feeds[1]?.id]);
    expect(await claimDueFeeds(here.dataSource, { most: 10, busyHosts: [site.host], leaseSeconds: 60 })).toEqual([]);
    await here.db.update(Feed, { id: feeds[1]?.id }, { status: 'PAUSED' as never });
    await here.db.update(Feed, { id: feeds[0]?.id }, { status: 'PAUSED' as never });
  });
});

describe('a worker', () => {
  it('takes over a feed whose worker died, once its lease has run out', async () => {
    const feed = await registerAt(sites[1] as FeedSite);
    const claimed = await claimDueFeeds(here.dataSource, { most: 10, busyHosts: [], leaseSeconds: 1 });
    expect(claimed.map(({ id }) => id)).toEqual([feed.id]);
    const worker = startWorker();
    await sleep(400);
    expect(await here.db.countBy(Poll, { feedId: feed.id })).toBe(0);
    await until(() => here.db.existsBy(Poll, { feedId: feed.id }));
    await worker.stop();
  });

  it('keeps its claim on a feed that takes longer than the lease', async () => {
    let visits = 0;
    const feed = await registerAt(sites[2] as FeedSite, 1, (_, response) => {
      visits += 1;
      setTimeout(() => response.end(rss(itemsOf(aName('slow'), 1))), 2_500);
    });
    const workers = [startWorker(here.dataSource, 1), startWorker(here.dataSource, 1)];
    await until(() => here.db.existsBy(Poll, { feedId: feed.id }));
    await Promise.all(workers.map(worker => worker.stop()));
    expect(visits).toBe(1);
  });

  it('ends without waiting for a server that does not answer, and its feed stays due', async () => {
    const feed = await registerAt(sites[3] as FeedSite, 1, () => undefined);
    const worker = startWorker();
    await until(async () => (await here.db.findOneByOrFail(Feed, { id: feed.id })).claimedUntil !== null);
    const began = Date.now();
    await worker.stop(300);
    expect(Date.now() - began).toBeLessThan(2_000);
    const left = await here.db.findOneByOrFail(Feed, { id: feed.id });
    expect(left).toMatchObject({ claimedUntil: null, consecutiveFailures: 0 });
    expect(left.nextPollAt.getTime()).toBeLessThan(Date.now());
    await here.db.update(Feed, { id: feed.id }, { status: 'PAUSED' as never });
  });
});

describe('the gate at a host', () => {
  it('stays shut for all processes while the host wants to be left alone', async () => {
    const gates = [createDatabaseHostGate(here.dataSource, { gapMs: 0 }), createDatabaseHostGate(here.dataSource, { gapMs: 0 })];
    const leave = await gates[0]?.enter('busy.example', { latest: Date.now() + 1_000 });
    await leave?.({ pushedBack: true, retryAfter: 120 });
    await expect(gates[1]?.enter('busy.example', { latest: Date.now() + 1_000 })).rejects.toMatchObject({ name: 'HostClosed' });
  });

  it('stays shut for as long as the one inside lives, however long that takes', async () => {
    const gates = [
      createDatabaseHostGate(here.dataSource, { gapMs: 0, leaseMs: 200 }),
      createDatabaseHostGate(here.dataSource, { gapMs: 0 }),
    ];
    const leave = await gates[0]?.enter('long.example', { latest: Date.now() + 1_000 });
    const next = gates[1]?.enter('long.example', { latest: Date.now() + 10_000 });
    expect(await Promise.race([next, sleep(800, 'shut')])).toBe('shut');
    await leave?.({ pushedBack: false, retryAfter: null });
    await expect(next).resolves.toBeInstanceOf(Function);
  });

  it('opens again when the one inside never came back', async () => {
    await here.db.query(
      `insert into host_turn (host, holder, taken_until) values ('lost.example', gen_random_uuid(), now() + interval '300 milliseconds')`,
    );
    const other = createDatabaseHostGate(here.dataSource, { gapMs: 0 });
    await expect(other.enter('lost.example', { latest: Date.now() + 3_000 })).resolves.toBeInstanceOf(Function);
  });
});

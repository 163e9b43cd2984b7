import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { createFeedParser } from '../../src/ingestion/feed/parse-in-worker';
import { storeItems } from '../../src/ingestion/poll/store-items';
import { registerFeed } from '../../src/ingestion/subscription/register-feed';
import { findFeed } from '../../src/ingestion/poll/find-feed';
import type { Feed } from '../../src/source/feed.entity';
import { openBenchServer } from '../bench-database';
import { eachOf, median, timed, watchMemory } from '../measure';
import { answer, answerTable, say } from '../say';
import { type FeedBytes, makeFeed } from './feed-documents';
import { insertPlainRows, type PlainRows, readPlainRows, together } from './plain-rows';

const usage = `npm run bench -- ingest [--rounds 5] [--feeds 60] [--items 50] [--at-once 4] [--long] [--json]

Items of feeds through parse + normalise + store, against INSERT … ON CONFLICT of the same rows with plain pg.
  --rounds   how many; the medians are printed
  --feeds    in each round, a multiple of 10
  --items    of each feed
  --at-once  how many feeds, and on the other side batches, are under way at once
  --long     go on to 200,000 items, to see what that takes of memory
  --json     the numbers as JSON`;

/** How many feeds one side reads before it is the other's turn, and how many rows of the other side go into one batch. */
const turn = 10;
const mostRows = 500;
const wantedRatio = 0.5;
const mostMegabytes = 512;

interface Subject {
  document: FeedBytes;
  feed: Feed;
}

/** Measures ingestion against the rate at which the database takes the same rows. */
export async function benchIngest(args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '5' },
      feeds: { type: 'string', default: '60' },
      items: { type: 'string', default: '50' },
      'at-once': { type: 'string', default: '4' },
      long: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return (answer(usage), true);
  const [rounds, feeds, items, atOnce] = [values.rounds, values.feeds, values.items, values['at-once']].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const server = await openBenchServer();
  const parser = createFeedParser({ threads: Math.min(2, atOnce) });
  const plain = new Pool({ max: atOnce });
  try {
    const ours = await server.open('ours');
    const limit = await server.open('limit');
    plain.options.connectionString = limit.url;
    let made = 0;

    /** The next feeds, registered on both sides. */
    async function subjects(count: number): Promise<Subject[]> {
      const all: Subject[] = [];
      for (let at = 0; at < count; at += 1) {
        const document = makeFeed((made += 1), items);
        const { feed } = await registerFeed(ours.database.manager, { url: document.url });
        all.push({ document, feed: await findFeed(ours.database.manager, feed.id) });
      }
      await copyRegistrations(ours.database, limit.database);
      return all;
    }

    async function read({ document, feed }: Subject): Promise<void> {
      const parsed = await parser.parse(document.bytes, { contentType: 'application/rss+xml; charset=utf-8', url: document.url });
      const stored = await storeItems(ours.database, feed, parsed, new Date());
      if (stored.new !== document.items)
        throw new Error(`Of ${document.items} items ${stored.new} were stored: ${stored.reasons.join(' ')}`);
    }

    async function insert(rows: PlainRows): Promise<void> {
      const client = await plain.connect();
      try {
        await insertPlainRows(client, rows);
      } finally {
        client.release();
      }
    }

    /** Both sides in turn over the same feeds; how long each took. */
    async function round(): Promise<{ ours: number; limit: number; cpu: number }> {
      const sums = { ours: 0, limit: 0, cpu: 0 };
      for (let done = 0; done < feeds; done += turn) {
        const some = await subjects(turn);
        const mine = await timed(() => eachOf(some, atOnce, read));
        const rows = await Promise.all(some.map(({ feed }) => readPlainRows(ours.database, feed.id)));
        const perBatch = Math.max(1, Math.floor(mostRows / items));
        const batches = Array.from({ length: Math.ceil(turn / perBatch) }, (_, at) =>
          together(rows.slice(at * perBatch, (at + 1) * perBatch)),
        );
        const theirs = await timed(() => eachOf(batches, atOnce, insert));
        sums.ours += mine.seconds;
        sums.cpu += mine.cpuSeconds;
        sums.limit += theirs.seconds;
      }
      return sums;
    }

    say(`Warming up (${server.version}) …`);
    const practice = Array.from({ length: 200 }, (_, at) => makeFeed(1_000_000 + at, 50));
    await eachOf(practice, atOnce, async ({ bytes, url }) => void (await parser.parse(bytes, { url })));
    await round();
    await assertSame(ours.database, limit.database);
    const memory = watchMemory();
    const measured: { ours: number; limit: number; cpu: number }[] = [];
    for (let at = 0; at < rounds; at += 1) {
      const sums = await round();
      measured.push(sums);
      say(
        `Round ${at + 1} of ${rounds}: ours ${perSecond(sums.ours)} items/s, the limit ${perSecond(sums.limit)}, ratio ${(sums.limit / sums.ours).toFixed(2)}`,
      );
    }
    await assertSame(ours.database, limit.database);
    let total = (rounds + 1) * feeds * items;
    for (let told = total; values.long && total < 200_000; total += turn * items) {
      await eachOf(await subjects(turn), atOnce, read);
      if (total - told >= 20_000) say(`${(told = total)} items …`);
    }
    const megabytes = Math.round(memory.grownMegabytes());

    function perSecond(seconds: number): number {
      return Math.round((feeds * items) / seconds);
    }
    const result = {
      database: server.version,
      itemsPerRound: feeds * items,
      rounds,
      limitPerSecond: median(measured.map(one => perSecond(one.limit))),
      oursPerSecond: median(measured.map(one => perSecond(one.ours))),
      cpuMillisecondsPerItem: median(measured.map(one => (one.cpu * 1_000) / (feeds * items))),
      ratio: median(measured.map(one => one.limit / one.ours)),
      wantedRatio,
      itemsInAll: total,
      megabytes,
      mostMegabytes,
    };
    if (values.json) answer(JSON.stringify(result));
    else {
      answerTable([
        ['what', 'items/s', 'of the limit'],
        ['INSERT … ON CONFLICT of the same rows, plain pg', result.limitPerSecond, 1],
        ['parse + normalise + store', result.oursPerSecond, result.ratio],
      ]);
      answer(
        `\n${total.toLocaleString('en')} items took ${megabytes} MB more of memory (at most ${mostMegabytes}); ratio wanted: ${wantedRatio}.`,
      );
    }
    return result.ratio >= wantedRatio && megabytes <= mostMegabytes;
  } finally {
    await plain.end();
    await parser.close();
    await server.close();
  }
}

/** Sources and feeds, so that the rows of the other side find what they refer to. */
async function copyRegistrations(from: DataSource, to: DataSource): Promise<void> {
  for (const table of ['source', 'feed']) {
    const rows = await from.query<{ row: unknown }[]>(`select to_jsonb(t) as row from ${table} t`);
    await to.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1) on conflict do nothing`, [
      JSON.stringify(rows.map(({ row }) => row)),
    ]);
  }
}

/** Both sides must hold the same, or the comparison says nothing. */
async function assertSame(one: DataSource, other: DataSource): Promise<void> {
  const sql = `select 'article ' || md5(string_agg(a::text, '' order by id)) from article a
    union all select 'version ' || md5(string_agg(v::text, '' order by article_id, number)) from article_version v
    union all select 'link ' || md5(string_agg(f::text, '' order by feed_id, article_id)) from feed_article f order by 1`;
  const [mine, theirs] = await Promise.all([one.query<unknown[]>(sql), other.query<unknown[]>(sql)]);
  if (JSON.stringify(mine) !== JSON.stringify(theirs)) throw new Error('The two databases do not hold the same rows.');
}

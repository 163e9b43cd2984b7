import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { DataSource } from 'typeorm';
import { startWorker } from '../../src/app/worker';
import { createDatabaseHostGate } from '../../src/ingestion/poll/database-host-gate';
import { registerFeed } from '../../src/ingestion/subscription/register-feed';
import { createEgress } from '../../src/platform/egress/egress';
import { createLog } from '../../src/platform/log';
import { openBenchServer } from '../bench-database';
import { eachOf, timed, watchMemory } from '../measure';
import { answer, answerTable, say } from '../say';
import type { Behaviour, Visit } from './site.worker';
import { politeness } from './politeness';

const usage = `npm run bench -- poll [--feeds 1000] [--rounds 2] [--concurrency 16] [--json]

Feeds of one server on loopback, under many host names, polled by one worker as \`newsgraph work\` runs it. Of a hundred, 45 have not changed (304),
33 have news, 5 have moved (301), 5 are slow, 4 fail (500), 3 are cut off, 2 send nonsense, 2 are busy (429), and 1 is gone (410). All are due at once.
  --feeds        how many
  --rounds       how often all become due; each must be done within a minute
  --concurrency  how many polls at once (POLL_CONCURRENCY)
  --json         the numbers as JSON`;

const gapMs = 1_000;
/** The server sees the end of a request a little later than the one who asked. */
const toleranceMs = 50;
const feedsPerHost = 4;
const mix: [Behaviour, number][] = [['same', 45], ['news', 33], ['moved', 5], ['slow', 5], ['down', 4], ['cut', 3], ['nonsense', 2], ['busy', 2], ['gone', 1]]; // prettier-ignore
const hundred = mix.flatMap(([behaviour, count]) => Array<Behaviour>(count).fill(behaviour));

/** Measures whether one worker keeps up with many feeds, and whether it stays polite. */
export async function benchPoll(args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      feeds: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '2' },
      concurrency: { type: 'string', default: '16' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return (answer(usage), true);
  const [feeds, rounds, concurrency] = [values.feeds, values.rounds, values.concurrency].map(Number) as [number, number, number];
  const server = await openBenchServer();
  const site = new Worker(join(__dirname, 'site.worker.js'));
  try {
    const { port } = await heard<{ port: number }>(site);
    const { database, url } = await server.open('poll', 10);
    say(`Registering ${feeds} feeds (${server.version}) …`);
    await eachOf([...Array(feeds).keys()], 4, async at => {
      const behaviour = hundred[Math.floor((at * hundred.length) / feeds)] ?? 'same';
      const host = behaviour === 'busy' ? `busy-${at}` : `outlet-${Math.floor(at / feedsPerHost)}`;
      await registerFeed(database.manager, { url: `http://${host}.example:${port}/${behaviour}/${at}.xml` });
    });
    await database.query(`update feed set etag = '"1"', last_unconditional_at = now() where url like '%/same/%'`);
    await database.query(`update feed set next_poll_at = 'infinity'`);
    const log = createLog('silent');
    const egress = createEgress({
      allow: ['127.0.0.1'],
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      gate: createDatabaseHostGate(database, { gapMs }),
    });
    const memory = watchMemory();
    const config = { pollConcurrency: concurrency, pollLeaseSeconds: 60, publicUrl: null, egressAllow: [], userAgentContact: null };
    const worker = await startWorker({ database, url, egress, config, log });
    const took: number[] = [];
    let cpuSeconds = 0;
    for (let round = 1; round <= rounds; round += 1) {
      site.postMessage('edition');
      const due = await makeAllDue(database);
      const spent = await timed(() => untilPolled(database, due));
      took.push(spent.seconds);
      cpuSeconds += spent.cpuSeconds;
      say(`Round ${round} of ${rounds}: ${due} feeds in ${spent.seconds.toFixed(1)} s`);
    }
    await worker.stop();
    const megabytes = Math.round(memory.grownMegabytes());
    site.postMessage('visits');
    const { visits } = await heard<{ visits: Visit[] }>(site);
    const { overlaps, smallestGapMs, hosts } = politeness(visits);
    const outcomes = await database.query<{ outcome: string; polls: number; median: number; most: number }[]>(
      `select outcome || coalesce(' ' || http_status, '') as outcome, count(*)::int as polls,
         percentile_cont(0.5) within group (order by duration_ms) as median, max(duration_ms)::int as most
       from poll group by 1 order by 2 desc`,
    );
    const [{ articles = 0 } = {}] = await database.query<{ articles: number }[]>(`select count(*)::int as articles from article`);
    const slowest = Math.max(...took);
    const result = {
      feeds,
      hosts,
      secondsOfRounds: took,
      cpuSeconds,
      requests: visits.length,
      overlaps,
      smallestGapMs,
      articles,
      megabytes,
      outcomes,
    };
    if (values.json) answer(JSON.stringify(result));
    else {
      answerTable([['outcome', 'polls', 'median ms', 'most ms'], ...outcomes.map(one => [one.outcome, one.polls, one.median, one.most])]);
      answer(
        `\n${feeds} feeds at ${hosts} hosts: ${took.map(seconds => `${seconds.toFixed(1)} s`).join(', ')} (within 60 s); ${visits.length} requests, ` +
          `two at once at one host ${overlaps} times, smallest gap ${smallestGapMs.toFixed(0)} ms (at least ${gapMs}); ` +
          `${articles} articles; processor time ${cpuSeconds.toFixed(1)} s, server of the feeds included; ${megabytes} MB more of memory.`,
      );
    }
    return slowest <= 60 && overlaps === 0 && smallestGapMs >= gapMs - toleranceMs;
  } finally {
    await site.terminate();
    await server.close();
  }
}

/** All feeds that are still polled; returns how many. */
async function makeAllDue(database: DataSource): Promise<number> {
  const [rows] = await database.query<[unknown[], number]>(
    `update feed set next_poll_at = now(), last_polled_at = null where status in ('ACTIVE', 'FAILING') returning id`,
  );
  return rows.length;
}

async function untilPolled(database: DataSource, due: number): Promise<void> {
  for (let left = due; left > 0; await sleep(250)) {
    const [row] = await database.query<{ left: number }[]>(
      `select count(*)::int as left from feed where last_polled_at is null and next_poll_at <= now()`,
    );
    left = row?.left ?? 0;
  }
}

async function heard<T>(worker: Worker): Promise<T> {
  const [message] = (await once(worker, 'message')) as [T];
  return message;
}

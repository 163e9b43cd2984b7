import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { WebSocket } from 'ws';
import { openGeneratedServer } from '../generate/generated-database';
import { eachOf } from '../measure';
import { answer, say } from '../say';
import { residentMegabytes } from './processor-time';
import { type Server, startApi } from './servers';

const usage = `npm run bench -- subscribers [--subscribers 2000] [--articles 10000] [--json]

Many idle WebSocket subscribers of one story: what they cost the API, and how soon a change has reached all of them. The change is a new revision of
a story of the generated database that no other benchmark looks at.
  --subscribers  how many
  --articles     in the database
  --json         the numbers as JSON`;

const slug = 'bench-story-of-rank-100';
const most = { megabytes: 100, listeners: 1, milliseconds: 1_000 };
const subscribe = JSON.stringify({
  id: '1',
  type: 'subscribe',
  payload: {
    query: 'subscription ($slug: String) { changed(story: $slug) { cursor node { kind at node { __typename id } } } }',
    variables: { slug },
  },
});

/** Measures what subscribers cost. */
export async function benchSubscribers(args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      subscribers: { type: 'string', default: '2000' },
      articles: { type: 'string', default: '10000' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return (answer(usage), true);
  const count = Number(values.subscribers);
  const server = await openGeneratedServer();
  const sockets: WebSocket[] = [];
  let api: Server | undefined;
  try {
    const { database, url } = await server.open(Number(values.articles));
    api = await startApi(url);
    const address = `${api.url.replace('http', 'ws')}/graphql`;
    sockets.push(await connect(address));
    await settled(database);
    const before = await quietMegabytes(api.pid);
    await eachOf([...Array(count - 1).keys()], 20, async () => void sockets.push(await connect(address)));
    await sleep(2_000);
    const megabytes = (await quietMegabytes(api.pid)) - before;
    const listeners = await listening(database);
    say(`${count} subscribers are there: ${megabytes.toFixed(0)} MB more.`);
    const heard = Promise.all(sockets.map(socket => next(socket)));
    const changed = performance.now();
    await database.query(
      `insert into story_revision (story_id, id, headline, summary, reported_at, precision, public_at)
       select story_id, gen_random_uuid(), headline, summary, now(), 'MINUTE', now() from story_revision
       where story_id = (select id from story where slug = $1) order by public_at desc limit 1`,
      [slug],
    );
    await heard;
    const milliseconds = performance.now() - changed;
    const megabytesAfter = (await quietMegabytes(api.pid)) - before;
    const result = { subscribers: count, megabytes, megabytesAfter, listeners, milliseconds };
    if (values.json) answer(JSON.stringify(result));
    else {
      answer(
        `${count} subscribers: ${megabytes.toFixed(0)} MB more (at most ${most.megabytes}), ${megabytesAfter.toFixed(0)} MB after the change; ` +
          `${listeners} connections that listen (at most ${most.listeners}); the change had reached all after ${milliseconds.toFixed(0)} ms (at most ${most.milliseconds}).`,
      );
    }
    return megabytes <= most.megabytes && listeners <= most.listeners && milliseconds <= most.milliseconds;
  } finally {
    for (const socket of sockets) socket.terminate();
    await api?.stop();
    await server.close();
  }
}

async function connect(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address, 'graphql-transport-ws', { perMessageDeflate: false });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  socket.send(subscribe);
  return socket;
}

/** The next entry that a subscriber gets. */
async function next(socket: WebSocket): Promise<void> {
  for (;;) {
    const [data] = (await once(socket, 'message')) as [Buffer];
    const { type } = JSON.parse(data.toString()) as { type: string };
    if (type === 'next') return;
    if (type === 'error' || type === 'complete') throw new Error(`A subscription ended: ${data.toString().slice(0, 300)}`);
  }
}

async function settled(database: DataSource): Promise<void> {
  while ((await listening(database)) === 0) await sleep(100);
}

async function listening(database: DataSource): Promise<number> {
  const [row] = await database.query<{ count: number }[]>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
  );
  return row?.count ?? 0;
}

/** The least of a few looks, since garbage comes and goes. */
async function quietMegabytes(pid: number): Promise<number> {
  const looks: number[] = [];
  for (let look = 0; look < 10; look += 1) {
    looks.push(residentMegabytes(pid) ?? NaN);
    await sleep(100);
  }
  return Math.min(...looks);
}

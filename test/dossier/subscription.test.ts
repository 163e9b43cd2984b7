import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient } from 'graphql-ws';
import { Pool } from 'pg';
import WebSocket from 'ws';
import type { HttpServer } from '../../src/app/http/http-server';
import { cursorOfPlace } from '../../src/dossier/change-cursor';
import { lineOfLog } from '../../src/dossier/change-tail';
import { createKey } from '../../src/platform/access';
import { Role } from '../../src/platform/api-key.entity';
import { operation } from '../support/api';
import { useDatabase } from '../support/database';
import { startServer } from '../support/http-server';
import { makeStory, statement, store } from '../support/makers';
import { untilSettled } from '../support/settled';
import { placeOf, placesBehind, revise, until, writeAtOnce } from './change-writers';

let http: HttpServer;
let writing: Pool;
afterAll(() => writing.end());
const here = useDatabase();
beforeAll(async () => {
  http = await startServer(here.dataSource);
  writing = new Pool({ connectionString: here.url, max: 2 });
});
afterAll(() => http.close());

const query = operation('StoryChanges');
const operationName = 'OnStoryChange';
const address = (): string => `${http.url.replace('http', 'ws')}/graphql`;

interface Subscriber {
  since: string | null;
  seen: string[];
  errors: unknown[];
  client: Client;
  stop: () => void;
}

/** One that may be broken off before it is open. */
class QuietSocket extends WebSocket {
  constructor(...given: ConstructorParameters<typeof WebSocket>) {
    super(...given);
    this.on('error', () => undefined);
  }
}

/** Subscribes by the public operation; `seen` and `since` go on through any number of connections. */
function subscribe(slug: string | null, before: Partial<Subscriber> = {}): Subscriber {
  const client = createClient({ url: address(), webSocketImpl: QuietSocket, retryAttempts: 0 });
  const who: Subscriber = { since: null, seen: [], errors: [], stop: () => undefined, ...before, client };
  const variables = { slug, since: who.since };
  who.stop = client.subscribe<{ changed: { cursor: string } }>(
    { query, operationName, variables },
    {
      next: ({ data, errors }) => {
        if (errors) who.errors.push(...errors);
        if (!data) return;
        who.since = data.changed.cursor;
        who.seen.push(data.changed.cursor);
      },
      error: error => void who.errors.push(error),
      complete: () => undefined,
    },
  );
  return who;
}

/** Breaks the connection in the middle of whatever it does. */
async function breakOff(who: Subscriber): Promise<void> {
  who.client.terminate();
  await who.client.dispose();
}

const now = async (): Promise<string> => cursorOfPlace(await lineOfLog(here.dataSource));

async function listeners(): Promise<number> {
  const [row] = await here.db.query<{ n: number }[]>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
  );
  return row?.n ?? 0;
}

describe('a subscription to changes', () => {
  it('begins with what came since the cursor, and goes on with what comes', async () => {
    const story = await makeStory(here.db);
    await untilSettled(here.db);
    const who = subscribe(story.slug, { since: cursorOfPlace({ era: 0, transaction: '0', id: '0' }) });
    await until(() => who.seen.length >= 2);
    expect(who.seen).toHaveLength(2);
    await store(here.db, [statement(story)]);
    await until(() => who.seen.length >= 3);
    await breakOff(who);
    expect(who.seen.map(placeOf)).toEqual(await placesBehind(here.db, 'tag~0~0~0', story.slug));
  });

  it('without a cursor tells only of what comes from then on, and of no other story', async () => {
    const [story, other] = [await makeStory(here.db), await makeStory(here.db)];
    await untilSettled(here.db);
    const who = subscribe(story.slug);
    await sleep(300);
    await revise(writing, other.slug, 'elsewhere');
    await revise(writing, story.slug, 'here');
    await until(() => who.seen.length >= 1);
    await sleep(100);
    await breakOff(who);
    expect(who.seen).toHaveLength(1);
  });

  it('gives each change as it is selected, like the query', async () => {
    const story = await makeStory(here.db);
    const since = await now();
    const client = createClient({ url: address(), webSocketImpl: QuietSocket, retryAttempts: 0 });
    const text = `subscription ($story: String, $since: String, $deep: Boolean!) { news: changed(story: $story, since: $since) { place: cursor ...entry } }
      fragment entry on ChangeEdge { node { what: kind node { __typename id ... on Statement @include(if: $deep) { issuer { slug } story: id } } } }`;
    const changes = client.iterate<{ news: unknown }>({ query: text, variables: { story: story.slug, since, deep: true } });
    await store(here.db, [statement(story)]);
    let told: unknown;
    for await (const { data } of changes) {
      told = data?.news;
      if (JSON.stringify(told).includes('Statement')) break;
    }
    await client.dispose();
    expect(told).toMatchObject({
      place: expect.any(String),
      node: { what: 'FACT_ADDED', node: { __typename: 'Statement', issuer: { slug: story.actor } } },
    });
  });

  it('is missed by none of 200 subscribers and repeated to none, through 1,000 broken connections and 8 writers', async () => {
    const stories = [await makeStory(here.db), await makeStory(here.db), await makeStory(here.db)];
    const slugs = stories.map(({ slug }) => slug);
    const since = await now();
    const slugOf = (index: number): string | null => (index % 5 === 0 ? null : (slugs[index % slugs.length] ?? null));
    const subscribers = Array.from({ length: 200 }, (_, index) => subscribe(slugOf(index), { since }));
    let broken = 0;
    let atWork = true;
    const disturb = async (): Promise<void> => {
      while (broken < 1_000) {
        const index = Math.floor(Math.random() * subscribers.length);
        const who = subscribers[index];
        if (!who) continue;
        broken += 1;
        who.client.terminate();
        void who.client.dispose();
        subscribers[index] = subscribe(slugOf(index), { since: who.since, seen: who.seen, errors: [] });
        await sleep(atWork ? 5 : 0);
      }
    };
    await Promise.all([writeAtOnce(here.url, slugs).finally(() => (atWork = false)), disturb(), disturb()]);
    await untilSettled(here.db);
    const logs = new Map<string | null, string[]>();
    for (const slug of [null, ...slugs]) logs.set(slug, await placesBehind(here.db, since, slug));
    const complete = (who: Subscriber, index: number): boolean => who.seen.length >= (logs.get(slugOf(index))?.length ?? 0);
    await until(() => subscribers.every(complete));
    const wrong = subscribers.filter((who, index) => who.seen.map(placeOf).join() !== logs.get(slugOf(index))?.join());
    expect({ broken, wrong: wrong.length, errors: subscribers.flatMap(({ errors }) => errors) }).toEqual({
      broken: 1_000,
      wrong: 0,
      errors: [],
    });
    expect(logs.get(null)?.length).toBeGreaterThan(100);
    expect(await listeners()).toBe(1);
    await Promise.all(subscribers.map(breakOff));
    for (let tries = 0; tries < 100 && (await listeners()) > 0; tries += 1) await sleep(20);
    expect(await listeners()).toBe(0);
  }, 60_000);

  it('shows what an early transaction committed late without waiting for the next change', async () => {
    const [early, late] = [await makeStory(here.db), await makeStory(here.db)];
    const since = await now();
    const who = subscribe(null, { since });
    const client = await writing.connect();
    await client.query('begin');
    await revise(client, early.slug, 'early');
    await revise(writing, late.slug, 'late');
    await sleep(200);
    const between = who.seen.length;
    await client.query('commit');
    client.release();
    await until(() => who.seen.length >= 2, 3_000);
    await breakOff(who);
    expect(who.seen.slice(-2).map(placeOf)).toEqual((await placesBehind(here.db, since, null)).slice(-2));
    expect(who.seen.length).toBe(between + 2);
  });

  it('misses nothing when the connection breaks on which PostgreSQL announces changes', async () => {
    const { slug } = await makeStory(here.db);
    const since = await now();
    const who = subscribe(slug, { since });
    await sleep(200);
    await here.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
    );
    await revise(writing, slug, 'unheard');
    await until(() => who.seen.length >= 1, 5_000);
    await untilSettled(here.db);
    const log = await placesBehind(here.db, since, slug);
    await until(() => who.seen.length >= log.length, 5_000);
    await breakOff(who);
    expect(who.seen.map(placeOf)).toEqual(log);
  });

  it('goes on in the story that its own was merged into', async () => {
    const [gone, stays] = [await makeStory(here.db), await makeStory(here.db)];
    await untilSettled(here.db);
    const since = await now();
    const who = subscribe(gone.slug, { since });
    await sleep(200);
    await here.db.query(`update story set merged_into = (select id from story where slug = $2) where slug = $1`, [gone.slug, stays.slug]);
    await sleep(300);
    await revise(writing, stays.slug, 'after the merger');
    await until(() => who.seen.length >= 1, 5_000);
    await breakOff(who);
    expect(who.seen.map(placeOf)).toEqual(await placesBehind(here.db, since, stays.slug));
  });

  it('is caught up by a slow client page by page', async () => {
    const story = await makeStory(here.db);
    const since = await now();
    for (let count = 0; count < 250; count += 1) await revise(writing, story.slug, String(count));
    await untilSettled(here.db);
    const who = subscribe(story.slug, { since });
    await until(() => who.seen.length >= 250);
    await breakOff(who);
    expect(who.seen.map(placeOf)).toEqual(await placesBehind(here.db, since, story.slug));
  });
});

describe('a connection', () => {
  const answerTo = async (
    variables: Record<string, unknown>,
    text = query,
    connectionParams?: Record<string, unknown>,
  ): Promise<unknown> => {
    const client = createClient({ url: address(), webSocketImpl: QuietSocket, retryAttempts: 0, connectionParams });
    try {
      const name = text === query ? operationName : undefined;
      const answers = client.iterate({ query: text, operationName: name, variables });
      return (await answers.next()).value as unknown;
    } catch (error) {
      return error;
    } finally {
      await client.dispose();
    }
  };

  it('is told of an unknown story, a foreign cursor and a faulty operation by the codes of HTTP', async () => {
    expect(await answerTo({ slug: 'no-such-story' })).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(await answerTo({ since: 'abc' })).toMatchObject({ errors: [{ extensions: { code: 'CURSOR_INVALID' } }] });
    expect(await answerTo({}, 'subscription { changed { nothing } }')).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
    expect(await answerTo({}, 'subscription {')).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
    expect(await answerTo({ slug: 7 })).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('answers queries too, and mutations to those whose key allows them', async () => {
    const { secret } = await createKey(here.db, { name: 'desk', role: Role.EDITOR });
    expect(await answerTo({}, '{ __typename }')).toEqual({ data: { __typename: 'Query' } });
    const mutation = `mutation { deleteWebhook(id: "nothing") { deletedId } }`;
    expect(await answerTo({}, mutation)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(await answerTo({}, mutation, { Authorization: `Bearer ${secret}` })).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
    expect(await answerTo({}, '{ __typename }', { authorization: 'Bearer nonsense' })).toMatchObject({ code: 4401 });
  });

  it('is told by POST that subscriptions go over WebSocket', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: 'subscription { changed { cursor } }' });
    const answer = await (await fetch(`${http.url}/graphql`, { method: 'POST', headers, body })).json();
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('is closed with 1001 when the server stops, and the server stops at once', async () => {
    const server = await startServer(here.dataSource);
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise(resolve => socket.once('open', resolve));
    const closed = new Promise<number>(resolve => socket.once('close', resolve));
    const started = Date.now();
    await server.close();
    expect(await closed).toBe(1001);
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});

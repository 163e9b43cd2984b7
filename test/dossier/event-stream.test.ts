import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agent, type ClientRequest, get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import type { HttpServer } from '../../src/app/http/http-server';
import { cursorOfPlace } from '../../src/dossier/change-cursor';
import { lineOfLog } from '../../src/dossier/change-tail';
import { useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { startServer } from '../support/http-server';
import { makeStory, statement, store } from '../support/makers';
import { untilSettled } from '../support/settled';
import { placeOf, placesBehind, revise, until, writeAtOnce } from './change-writers';

let http: HttpServer;
let writing: Pool;
const agent = new Agent({ maxSockets: Infinity });
afterAll(() => writing.end());
const here = useDatabase();
const api = useApi(here);
beforeAll(async () => {
  http = await startServer(here.dataSource);
  writing = new Pool({ connectionString: here.url, max: 2 });
});
afterAll(() => http.close());

/** A client that does as a browser's EventSource does, and comes back when it is told to. */
interface Listener {
  lastEventId: string;
  seen: string[];
  data: unknown[];
  request: ClientRequest;
}

function listen(slug: string, before: Partial<Listener> = {}, search = ''): Listener {
  const headers = before.lastEventId ? { 'last-event-id': before.lastEventId } : {};
  const request = get(`${http.url}/stories/${slug}/events${search}`, { headers, agent });
  const who: Listener = { lastEventId: '', seen: [], data: [], ...before, request };
  request.on('error', () => undefined);
  request.on('response', (response: IncomingMessage) => {
    let rest = '';
    response.setEncoding('utf8').on('error', () => undefined);
    response.on('data', (text: string) => {
      if (who.request !== request) return;
      const events = (rest + text).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) hear(who, event);
    });
  });
  return who;
}

function hear(who: Listener, event: string): void {
  const lines = event.split('\n').map(line => /^(\w*): ?(.*)$/.exec(line) ?? ['', '', '']);
  const data = lines.filter(([, field]) => field === 'data').map(([, , value]) => value ?? '');
  const id = lines.find(([, field]) => field === 'id')?.[2];
  if (id !== undefined) who.lastEventId = id;
  if (data.length === 0) return;
  who.seen.push(who.lastEventId);
  who.data.push(JSON.parse(data.join('\n')));
}

const now = async (): Promise<string> => cursorOfPlace(await lineOfLog(here.dataSource));

describe('the event stream of a story', () => {
  it('has the cursor of the query for its id, and the change with its node for its data', async () => {
    const story = await makeStory(here.db);
    await store(here.db, [statement(story)]);
    await untilSettled(here.db);
    const since = cursorOfPlace({ era: 0, transaction: '0', id: '0' });
    const who = listen(story.slug, {}, `?since=${encodeURIComponent(since)}`);
    await until(() => who.seen.length >= 3);
    who.request.destroy();
    const text = `query ($story: String) { changes(story: $story) { edges { cursor node { kind at node { __typename id } } } } }`;
    const { edges } = (await api.ask(text, { story: story.slug })).data.changes;
    expect(who.seen).toEqual(edges.map(({ cursor }: { cursor: string }) => cursor));
    expect(who.data).toEqual(edges.map(({ node }: { node: unknown }) => node));
  });

  it('tells its place at once, so that who is cut off before the first change misses none', async () => {
    const story = await makeStory(here.db);
    await untilSettled(here.db);
    const who = listen(story.slug);
    await until(() => who.lastEventId !== '');
    who.request.destroy();
    await revise(writing, story.slug, 'while nobody listened');
    const again = listen(story.slug, { lastEventId: who.lastEventId });
    await until(() => again.seen.length >= 1);
    again.request.destroy();
    expect(again.seen).toHaveLength(1);
  });

  it('is missed by none of 200 listeners and repeated to none, through 1,000 broken connections and 8 writers', async () => {
    const slugs = [(await makeStory(here.db)).slug, (await makeStory(here.db)).slug];
    const since = await now();
    const slugOf = (index: number): string => slugs[index % slugs.length] ?? '';
    const listeners = Array.from({ length: 200 }, (_, index) => listen(slugOf(index), { lastEventId: since }));
    let broken = 0;
    let atWork = true;
    const disturb = async (): Promise<void> => {
      while (broken < 1_000) {
        const index = Math.floor(Math.random() * listeners.length);
        const who = listeners[index];
        if (!who) continue;
        broken += 1;
        who.request.destroy();
        const { lastEventId, seen, data } = who;
        listeners[index] = listen(slugOf(index), { lastEventId, seen, data });
        await sleep(atWork ? 5 : 0);
      }
    };
    await Promise.all([writeAtOnce(here.url, slugs, { transactions: 8 }).finally(() => (atWork = false)), disturb(), disturb()]);
    await untilSettled(here.db);
    const logs = new Map<string, string[]>();
    for (const slug of slugs) logs.set(slug, await placesBehind(here.db, since, slug));
    await until(() => listeners.every(({ seen }, index) => seen.length >= (logs.get(slugOf(index))?.length ?? 0)));
    const wrong = listeners.filter(({ seen }, index) => seen.map(placeOf).join() !== logs.get(slugOf(index))?.join());
    for (const { request } of listeners) request.destroy();
    expect({ broken, wrong: wrong.length }).toEqual({ broken: 1_000, wrong: 0 });
    expect(logs.get(slugOf(0))?.length).toBeGreaterThan(50);
  }, 60_000);

  it('is not there for a story that is not, and says so', async () => {
    const unknown = await fetch(`${http.url}/stories/no-such-story/events`);
    expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('"no-such-story"')]);
    const { slug } = await makeStory(here.db);
    const foreign = await fetch(`${http.url}/stories/${slug}/events?since=nonsense`);
    expect([foreign.status, await foreign.text()]).toEqual([400, expect.stringContaining('nonsense')]);
    expect((await fetch(`${http.url}/stories/${slug}/events`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${http.url}/stories/${slug}/events`, { headers: { authorization: 'Bearer nonsense' } })).status).toBe(401);
    expect((await fetch(`${http.url}/stories/%E0/events`)).status).toBe(404);
  });

  it('ends when the server stops, at once', async () => {
    const server = await startServer(here.dataSource);
    const { slug } = await makeStory(here.db);
    const response = await fetch(`${server.url}/stories/${slug}/events`);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const started = Date.now();
    await server.close();
    await response.text().catch(() => undefined);
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});

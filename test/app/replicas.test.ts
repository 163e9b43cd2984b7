import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import pino from 'pino';
import type { HttpServer } from '../../src/app/http/http-server';
import { connect, type OpenDatabase } from '../../src/app/open-database';
import { serve } from '../../src/app/serve';
import { createKey } from '../../src/platform/access';
import { Role } from '../../src/platform/api-key.entity';
import { readConfig } from '../../src/platform/config';
import { poolOf } from '../../src/platform/database';
import { openReplicas } from '../../src/platform/replicas';
import { until } from '../dossier/change-writers';
import { makeStory, type MadeStory } from '../support/makers';
import { type PrimaryWithReplica, startPrimaryWithReplica } from '../support/replica';

let servers: PrimaryWithReplica;
let open: OpenDatabase;
let http: HttpServer;
let story: MadeStory;
let key: string;
const said: string[] = [];

beforeAll(async () => {
  servers = await startPrimaryWithReplica();
  const config = readConfig({
    DATABASE_URL: servers.primary,
    DATABASE_REPLICA_URLS: servers.replica,
    PORT: '0',
    POOL_SIZE: '4',
    ANSWER_CACHE: '8',
  });
  const log = pino({ level: 'info' }, new Writable({ write: (line, _, done) => (said.push(String(line)), done()) }));
  open = await connect({ url: servers.primary, origin: 'GIVEN', announce: () => undefined, release: async () => undefined }, config, log);
  http = await serve(open, config, log);
  await until(() => said.some(line => line.includes('a replica is read from')));
  story = await makeStory(open.database.manager);
  key = (await createKey(open.database.manager, { name: 'desk', role: Role.EDITOR })).secret;
}, 120_000);
afterAll(async () => {
  await http?.close();
  await open?.release();
  await servers?.stop();
});

interface Answer {
  data: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into answers of any form
  cursor: string | null;
}

async function ask(query: string, variables: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${http.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Answer['data']; errors: unknown };
  expect(errors).toBeUndefined();
  return { data, cursor: response.headers.get('x-newsgraph-cursor') };
}

const read = async (headers: Record<string, string> = {}): Promise<string> =>
  (await ask('query ($slug: String!) { story(slug: $slug) { headline } }', { slug: story.slug }, headers)).data.story.headline;

async function rename(headline: string): Promise<Answer> {
  const text = `mutation ($input: RenameStoryInput!) { renameStory(input: $input) { story { headline } } }`;
  return ask(text, { input: { story: story.slug, headline, reason: 'better' } }, { authorization: `Bearer ${key}` });
}

/** Until what was written shows where reads go. */
async function replayed(headline: string): Promise<void> {
  for (let tries = 0; (await read()) !== headline && tries < 200; tries += 1) await sleep(20);
}

describe('with DATABASE_REPLICA_URLS', () => {
  it('reads come from the replica, and who wrote sees the write by its cursor', async () => {
    await rename('First');
    await replayed('First');
    await servers.pause();
    const { data, cursor } = await rename('Second');
    expect(data.renameStory.story.headline).toBe('Second');
    expect(cursor).toMatch(/^[0-9A-F]+\/[0-9A-F]+$/);
    expect(await read()).toBe('First');
    expect(await read({ 'x-newsgraph-cursor': String(cursor) })).toBe('Second');
    expect(await read()).toBe('First');
    await servers.resume();
    await replayed('Second');
    expect([await read(), await read({ 'x-newsgraph-cursor': String(cursor) })]).toEqual(['Second', 'Second']);
  });

  it('once the replica has caught up, the cursor leads to it', async () => {
    const { cursor } = await rename('Third');
    await replayed('Third');
    await servers.pause();
    await rename('Third and a half');
    expect(await read({ 'x-newsgraph-cursor': String(cursor) })).toBe('Third');
    await servers.resume();
  });

  it('the cursor of a change serves as well: who saw the change sees what it changed', async () => {
    await replayed('Third and a half');
    await servers.pause();
    await rename('Fourth');
    const text = `query ($story: String) { changes(story: $story, first: 100) { edges { cursor } } }`;
    const onPrimary = await ask(text, { story: story.slug }, { 'x-newsgraph-cursor': 'FFFFFFFF/0' });
    const { cursor } = onPrimary.data.changes.edges.at(-1);
    expect([await read(), await read({ 'x-newsgraph-cursor': cursor })]).toEqual(['Third and a half', 'Fourth']);
    expect(await read({ 'x-newsgraph-cursor': 'nonsense' })).toBe('Fourth');
    await servers.resume();
    await replayed('Fourth');
    expect(await read()).toBe('Fourth');
  });

  it('the log shows nothing on the replica that is not settled', async () => {
    const held = new Client({ connectionString: servers.primary });
    held.on('error', () => undefined);
    await held.connect();
    const text = `query ($story: String) { changes(story: $story, first: 100) { edges { cursor } } }`;
    const places = async (): Promise<number> => (await ask(text, { story: story.slug })).data.changes.edges.length;
    const before = await places();
    await held.query('begin');
    await held.query('select pg_current_xact_id()');
    await held.query('create temporary table holds (n int)'); // so that the replica hears of it
    await rename('Fifth');
    await replayed('Fifth');
    expect(await places()).toBe(before);
    await held.query('commit');
    for (let tries = 0; (await places()) === before && tries < 200; tries += 1) await sleep(20);
    expect(await places()).toBeGreaterThan(before);
    await held.end();
  });

  it('a replica that falls behind is left out until it has caught up', async () => {
    const primary = poolOf(open.database);
    const states: string[] = [];
    const log = pino(
      {},
      new Writable({ write: (line, _, done) => (states.push((JSON.parse(String(line)) as { msg: string }).msg), done()) }),
    );
    const replicas = await openReplicas(primary, [servers.replica], 1, log, 500);
    const fromReplica = async (): Promise<boolean> =>
      (await replicas.reader().read({ text: 'select pg_is_in_recovery()', values: [] }))[0]?.[0] === 't';
    await until(() => states.length === 1);
    expect(await fromReplica()).toBe(true);
    await servers.pause();
    await rename('Between');
    await until(() => states.length === 2);
    expect(await fromReplica()).toBe(false);
    await servers.resume();
    await until(() => states.length === 3);
    expect(await fromReplica()).toBe(true);
    await replicas.close();
  });

  it('a replica that ends is left out, and no read fails', async () => {
    await servers.endReplica();
    await rename('Sixth');
    const seen = await Promise.all(Array.from({ length: 20 }, () => read()));
    expect(new Set(seen)).toEqual(new Set(['Sixth']));
    expect(said.filter(line => line.includes('a replica is left out')).length).toBeGreaterThan(0);
  });
});

import { afterAll, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createEngine } from '../../src/app/engine';
import { startApi } from '../../src/app/http/api';
import type { HttpServer } from '../../src/app/http/http-server';
import { createLog } from '../../src/platform/log';
import { until } from '../dossier/change-writers';
import { useDatabase } from '../support/database';
import { aName, makeStory, statement, store } from '../support/makers';
import { untilSettled } from '../support/settled';

const example = 'examples/follow-story.mjs';
const here = useDatabase();
let server: HttpServer | undefined;
let follower: ChildProcess | undefined;
afterAll(async () => {
  follower?.kill();
  await server?.close(0);
});

async function serveAt(port: number): Promise<HttpServer> {
  const log = createLog('silent');
  const config = { host: '127.0.0.1', port, rateLimit: 0, trustedProxies: 0 };
  return startApi({ engine: await createEngine(here.dataSource, log, 8), database: here.dataSource, config, log });
}

it('the example follows a story through a restart of the server: nothing is missed, nothing comes twice', async () => {
  const story = await makeStory(here.db);
  await untilSettled(here.db);
  server = await serveAt(0);
  const { url } = server;
  const heard: string[] = [];
  let said = '';
  follower = spawn(process.execPath, [example, story.slug], {
    env: { ...process.env, NEWSGRAPH_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  follower.stdout?.on('data', (chunk: Buffer) => heard.push(...chunk.toString().trim().split('\n')));
  follower.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await until(() => said.includes('Following'), 10_000);

  await store(here.db, [statement(story)]);
  await until(() => heard.length === 1, 10_000);
  await server.close(0);
  await store(here.db, [statement(story), statement(story)]);
  await until(() => said.includes('The connection broke'), 10_000);
  server = await serveAt(Number(new URL(url).port));
  await store(here.db, [statement(story)]);
  await until(() => heard.length >= 4, 10_000);

  const ids = heard.map(line => line.split(' ')[2]);
  const rows = await here.db.query<{ id: string }[]>(
    `select 'statement_' || s.id as id from statement s join story on story.id = s.story_id where slug = $1`,
    [story.slug],
  );
  expect([...ids].sort()).toEqual(rows.map(({ id }) => id).sort());
  expect(follower.exitCode).toBe(null);
});

it('the example ends where a story does not exist', async () => {
  server ??= await serveAt(0);
  const child = spawn(process.execPath, [example, aName('nothing')], { env: { ...process.env, NEWSGRAPH_URL: server.url }, stdio: 'pipe' });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise(resolve => child.once('close', resolve));
  expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('nothing-') });
});

it('the example is as short as it is said to be', () => {
  const lines = readFileSync(example, 'utf8').split('\n');
  expect(lines.filter(line => line.trim() && !line.startsWith('//')).length).toBeLessThanOrEqual(30);
});

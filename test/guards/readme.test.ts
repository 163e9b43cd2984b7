import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const readme = readFileSync('README.md', 'utf8');
const commands = [...readme.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

const folder = mkdtempSync(join(tmpdir(), 'newsgraph-readme-'));
const { PATH = '', HOME = '', USER = '' } = process.env;
const env = { PATH, HOME, USER, NEWSGRAPH_DATA: join(folder, 'data'), PORT: '0' };
let start: ChildProcess;
let url = '';

beforeAll(async () => {
  chmodSync(folder, 0o755); // the user that runs PostgreSQL must get in
  writeFileSync(
    join(folder, 'records.jsonl'),
    '{"source":{"slug":"an-outlet","name":"An Outlet","kind":"NEWS_OUTLET","role":"PUBLISHER"}}\n',
  );
  start = spawn('npm', ['start'], { env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  url = await new Promise((found, failed) => {
    let said = '';
    start.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /GraphQL +(http:\S+)\/graphql/.exec(said) ?? [];
      if (address) found(address);
    });
    start.on('exit', code => failed(new Error(`npm start ended with ${code} and said: ${said}`)));
  });
}, 120_000);

afterAll(async () => {
  if (start.pid && start.exitCode === null) {
    const ended = new Promise(done => start.once('exit', done));
    process.kill(-start.pid, 'SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

it('has the two commands', () => {
  expect(commands.slice(0, 2)).toEqual(['npm start', 'npm test']);
});

it.each(commands.filter(command => !/^npm (start|test)$/.test(command)))('its command runs: %s', async command => {
  const here = command.replaceAll('http://127.0.0.1:4000', url).replace('records.jsonl', join(folder, 'records.jsonl'));
  const { code, out } = await run(here);
  expect({ code, out }).toMatchObject({ code: 0 });
  if (command.startsWith('curl')) {
    const { data } = JSON.parse(out) as { data: { story: { tallies: { metric: string; latestOfficial: { value: number } }[] } } };
    expect(data.story.tallies.find(({ metric }) => metric === 'KILLED')?.latestOfficial.value).toBe(93);
  }
});

it('links only to what is there', () => {
  const links = [...readme.matchAll(/\]\((?!http)([^)]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter(link => !existsSync(resolve(link)))).toEqual([]);
});

function run(command: string): Promise<{ code: number | null; out: string }> {
  return new Promise(done => {
    const child = spawn('sh', ['-c', command], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.on('close', code => done({ code, out }));
  });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { projectFolder } from '../../src/platform/project-folder';
import { median } from '../measure';
import { answer, answerTable, say } from '../say';

const usage = `npm run bench -- start [--runs 5] [--json]

How long \`npm start\` takes from the command to the first answer, on a clone that is installed and built, embedded database included: with a new data
folder, into which the bundled story is loaded, and with that folder again.
  --runs  of each; the medians are printed
  --json  the numbers as JSON`;

const mostSeconds = 4;

/** Measures the start. */
export async function benchStart(args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return (answer(usage), true);
  const [fresh, again]: [number[], number[]] = [[], []];
  for (let run = 1; run <= Number(values.runs); run += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'newsgraph-start-'));
    chmodSync(folder, 0o755); // for root: PostgreSQL's user must enter
    try {
      fresh.push(await secondsToAnswer(folder));
      again.push(await secondsToAnswer(folder));
      say(`Run ${run}: ${fresh.at(-1)?.toFixed(2)} s with a new folder, ${again.at(-1)?.toFixed(2)} s with it again`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const [freshMedian, againMedian] = [median(fresh), median(again)];
  if (values.json) answer(JSON.stringify({ fresh, again, freshMedian, againMedian }));
  else {
    answerTable([
      ['data folder', 'median s', 'least s', 'most s'],
      ['new', freshMedian, Math.min(...fresh), Math.max(...fresh)],
      ['loaded', againMedian, Math.min(...again), Math.max(...again)],
    ]);
    answer(`\nAt most ${mostSeconds} s with a loaded folder.`);
  }
  return againMedian <= mostSeconds;
}

/** Runs `npm start` until it has answered one request, and stops it. */
async function secondsToAnswer(dataFolder: string): Promise<number> {
  const port = await freePort();
  const env: NodeJS.ProcessEnv = { ...process.env, NEWSGRAPH_DATA: dataFolder, PORT: String(port), HOST: '127.0.0.1' };
  delete env['DATABASE_URL'];
  const started = performance.now();
  const child = spawn('npm', ['start'], { cwd: projectFolder(), env, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const exit = once(child, 'exit');
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`npm start ended:\n${said}`);
      await sleep(20);
    }
    return (performance.now() - started) / 1_000;
  } finally {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await exit;
    await untilGone(port);
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    const body = JSON.stringify({ query: '{ stories(first: 1) { nodes { slug } } }' });
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { data } = (await response.json()) as { data?: { stories?: { nodes: unknown[] } } };
    return data?.stories !== undefined;
  } catch {
    return false;
  }
}

async function untilGone(port: number): Promise<void> {
  while (await answers(port)) await sleep(50);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

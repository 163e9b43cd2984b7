import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectFolder } from '../../src/platform/project-folder';
import type { Tags } from '../limit/statements';

/** A server in a process of its own. */
export interface Server {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** How many connections to the database each server has. */
export const poolSize = 10;

/** Starts the API as `newsgraph serve` runs it, on a database. */
export async function startApi(databaseUrl: string, settings: NodeJS.ProcessEnv = {}): Promise<Server> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    PORT: '0',
    HOST: '127.0.0.1',
    POOL_SIZE: String(poolSize),
    LOG_LEVEL: 'warn',
    ...settings,
  };
  const child = spawn(process.execPath, ['--max-semi-space-size=8', join(projectFolder(), 'bin', 'newsgraph.mjs'), 'serve'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  const address = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', line => {
      said.push(line);
      const [, url] = /answers at (http\S+)\/graphql/.exec(line) ?? [];
      if (url) resolve(url);
    });
    child.once('exit', () => reject(new Error(`The API did not start:\n${said.join('\n')}`)));
  });
  return { url: await address, pid: child.pid ?? 0, stop: () => stop(child) };
}

/** Starts the limit on the same database. */
export async function startLimit(databaseUrl: string, tags: Tags): Promise<Server> {
  const file = join(__dirname, '..', 'limit', 'limit-server.worker.js');
  const child = fork(file, [databaseUrl, String(poolSize), JSON.stringify(tags)], {
    execArgv: [],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { url, pid: child.pid ?? 0, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

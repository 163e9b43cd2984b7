import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** A process that runs an embedded server. */
export interface ServerProcess {
  pid: number;
  url: string;
  folder: string;
  /** Sends a signal and waits for the end; gives the exit code, null after a kill. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Ends what a failed test left running, with its PostgreSQL. */
export async function endServerProcesses(): Promise<void> {
  await Promise.all([...running].map(child => new Promise(resolve => child.once('exit', resolve).kill('SIGTERM'))));
}

/** An ordinary user, where the tests run as root. */
export const nobody = { uid: 65_534, gid: 65_534 };

/** Brings dist/ up to date: what runs in other processes runs from there. */
export function buildForProcesses(): void {
  execFileSync(process.execPath, [join(__dirname, '../../scripts/build.mjs')], { stdio: 'ignore' });
}

/** Starts an embedded server in a process of its own, as another user if one is given; fails with what that process said. */
export async function startServerProcess(dataFolder: string, user: { uid?: number; gid?: number } = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(__dirname, 'run-server.cjs'), dataFolder], {
    ...user,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve));
  child.once('exit', () => running.delete(child));
  let words = '';
  child.stderr.on('data', chunk => (words += chunk));
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', chunk => resolve(String(chunk)));
    void ended.then(code => sleep(20).then(() => reject(new Error(`ended with ${code}: ${words.trim()}`))));
  });
  return {
    ...(JSON.parse(line) as { url: string; folder: string }),
    pid: child.pid ?? 0,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** The process id of the PostgreSQL that runs in a server's folder. */
export function postmasterOf({ folder }: { folder: string }): number {
  return Number.parseInt(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

/** Sends one statement, over a connection of its own. */
export async function query(url: string, statement: string): Promise<Record<string, string>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows as Record<string, string>[];
  } finally {
    await client.end();
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port';

const PLACES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server', '/usr/bin/valkey-server'];

/** A real Redis of a test's own. */
export interface TestRedis {
  url: string;
  /** Ends it at once, with all that it holds. */
  kill(): Promise<void>;
  /** Starts it again where it was, empty. */
  revive(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** Finds the server for tests that need a real one. In CI a missing one is a failure, elsewhere a reason to skip. */
export function findRedis(): string | undefined {
  const found = [process.env.REDIS_SERVER, ...PLACES].find(path => path && existsSync(path));
  if (found) return found;
  const reason = `no server in $REDIS_SERVER (${process.env.REDIS_SERVER ?? 'not set'}) nor in ${PLACES.join(', ')}`;
  if (process.env.CI === 'true') throw new Error(`Tests with Redis cannot run: ${reason}`);
  process.stderr.write(`Tests with Redis are skipped: ${reason}\n`);
  return undefined;
}

/** Starts Redis on a free port of this machine, keeping nothing on disk. */
export async function startRedis(server: string): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-test-redis-'));
  const port = await freePort();
  let child = await launch();

  async function launch(): Promise<ChildProcess> {
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
    const started = spawn(server, settings, { stdio: 'ignore' });
    const end = (): boolean => started.kill('SIGKILL');
    process.once('exit', end);
    started.once('exit', () => process.off('exit', end));
    for (let tries = 0; tries < 500 && !(await takesConnections(port)); tries += 1) await sleep(10);
    return started;
  }

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    async revive() {
      child = await launch();
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

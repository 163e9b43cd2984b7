import { spawn, type ChildProcess } from 'node:child_process';
import { chownSync, closeSync, existsSync, fchownSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerPlace } from './server-place';
import { isReady, serverPid } from './stray-server';

/** Where a server of our own listens, and nowhere else. */
export const loopback = '127.0.0.1';

/** A server that takes connections. */
export interface RunningServer {
  child: ChildProcess;
  port: number;
}

/**
 * Starts the server on a cluster and waits until it takes connections. It listens on the port it had before, so that URLs stay valid, if that is
 * still free. Tries again for a while where the last server's children are still going, or someone took the port meanwhile.
 */
export async function launch(place: ServerPlace, cluster: string, settings: string[]): Promise<RunningServer> {
  const deadline = Date.now() + 20_000;
  let port = await freePort(rememberedPort(place));
  for (;;) {
    const flags = [`listen_addresses=${loopback}`, `port=${port}`, ...settings].flatMap(setting => ['-c', setting]);
    const { child, output } = run(place, place.binaries.postgres, ['-D', cluster, ...flags], 'server.log');
    if (await becomesReady(child, cluster)) {
      rememberPort(place, port);
      child.unref();
      return { child, port };
    }
    const passing = /is still in use|Address already in use|could not create any TCP\/IP sockets/.test(output());
    if (!passing || Date.now() > deadline) throw new Error(`The embedded database did not start:\n${output()}`);
    port = await freePort(port);
    await sleep(100);
  }
}

/**
 * Runs one of PostgreSQL's programs as its user, with its words going to a file, so that nothing breaks when we are gone. It gets a process
 * group of its own, lest Ctrl-C on the terminal stops the database before those who still use it; as we exit it is told to stop.
 */
export function run({ account, folder }: ServerPlace, command: string, args: string[], logName: string) {
  const file = join(folder, logName);
  const descriptor = openSync(file, 'w', 0o600);
  if (account) fchownSync(descriptor, account.uid, account.gid);
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  const child = spawn(command, args, { ...account, cwd: folder, env, detached: true, stdio: ['ignore', descriptor, descriptor] });
  closeSync(descriptor);
  const interrupt = () => child.kill('SIGINT');
  process.once('exit', interrupt);
  child.once('exit', () => process.off('exit', interrupt));
  return { child, output: () => readFileSync(file, 'utf8').trim().slice(-2_000) };
}

/** The port that the server of this place had last, 0 if there was none. */
export function rememberedPort(place: ServerPlace): number {
  return existsSync(portFile(place)) ? Number(readFileSync(portFile(place), 'utf8')) : 0;
}

function rememberPort(place: ServerPlace, port: number): void {
  writeFileSync(portFile(place), String(port));
  if (place.account) chownSync(portFile(place), place.account.uid, place.account.gid);
}

function portFile(place: ServerPlace): string {
  return join(place.folder, 'port');
}

/** Recovery after a crash may take long, so only the end of the server is an end to waiting. */
async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  let failed = false;
  child.once('error', () => (failed = true)).once('exit', () => (failed = true));
  while (!failed) {
    if (serverPid(cluster) === child.pid && isReady(cluster)) return true;
    await sleep(10);
  }
  return false;
}

/** The wanted port if nobody has it, else another. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => (wanted && error.code === 'EADDRINUSE' ? resolve(freePort(0)) : reject(error)));
    probe.listen(wanted, loopback, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

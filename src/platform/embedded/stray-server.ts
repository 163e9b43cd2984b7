import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, isAlive } from './process-identity';
import type { Log } from '../log';

/**
 * Clears what a killed process left behind in a cluster: a server that still runs there is stopped (its clients get an end, its data a
 * checkpoint), and a pid file whose process is gone, or is not a server of this cluster, is removed. Call it only while holding the claim.
 */
export async function clearStrayServer(cluster: string, log: Log): Promise<void> {
  const pid = serverPid(cluster);
  if (pid === null) return;
  if (servesCluster(pid, cluster)) {
    log.warn({ pid }, 'a database server of an earlier run still runs here: stopping it');
    await stopServer(pid);
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/**
 * Stops a server: first politely to its clients' cost (SIGINT: no waiting for them), after half a minute by force (SIGQUIT), which costs
 * a recovery at the next start but no data.
 */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  const deadline = Date.now() + 30_000;
  let forced = false;
  while (isAlive(pid)) {
    if (!forced && Date.now() > deadline) {
      forced = true;
      signal(pid, 'SIGQUIT');
    }
    await sleep(10);
  }
}

/** What stands in the first line of the cluster's pid file, or null. */
export function serverPid(cluster: string): number | null {
  const pid = Number.parseInt(readPidFile(cluster)[0] ?? '', 10);
  return pid > 0 ? pid : null;
}

/** Whether the server says in its pid file that it takes connections. */
export function isReady(cluster: string): boolean {
  return readPidFile(cluster)[7]?.trim() === 'ready';
}

function servesCluster(pid: number, cluster: string): boolean {
  const command = commandOf(pid);
  return /\bpostgres\b/.test(command) && (command.includes(cluster) || command.includes(realpathSync(cluster)));
}

function readPidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it has ended by itself
  }
}

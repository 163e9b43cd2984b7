import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { claimDataFolder, holderOf } from './data-folder';
import type { Log } from '../log';
import { clusterOf, ensureCluster, passwordOf, superuser } from './server-cluster';
import { serverPlace, type ServerPlace } from './server-place';
import { launch, loopback, rememberedPort, type RunningServer } from './server-process';
import { clearStrayServer, isReady, stopServer } from './stray-server';

/** A PostgreSQL of our own that runs. */
export interface EmbeddedServer {
  /** The database `newsgraph` on it. */
  url: string;
  /** Where its files are: in the data folder, or where its user can enter. */
  folder: string;
  /** Tells a second start where this process answers. */
  announce(address: string): void;
  /** Ends every connection, then the server. May be called twice. */
  stop(): Promise<void>;
}

/** What a server of our own needs. */
export interface EmbeddedServerOptions {
  /** Absolute; made when missing. */
  dataFolder: string;
  log: Log;
  /** More settings, such as `fsync=off` for a run of tests. */
  settings?: string[];
}

/** No socket files; as durable as PostgreSQL is out of the box. */
const standardSettings = [
  'unix_socket_directories=',
  'max_connections=100',
  'shared_buffers=256MB',
  'work_mem=16MB',
  'wal_compression=on',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
];

/**
 * Starts the PostgreSQL that npm installed, on a cluster kept in the data folder, which is made at the first start. What a killed process left
 * behind is no obstacle; a server that is killed under us is started again. The caller calls `stop` when it ends.
 *
 * @throws AlreadyRunning  if another process works with the data folder
 */
export async function startEmbeddedServer({ dataFolder, log, settings = [] }: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const claim = await claimDataFolder(dataFolder);
  try {
    const place = serverPlace(dataFolder);
    await ensureCluster(place, log);
    const server = await keepRunning(place, [...standardSettings, ...settings], log);
    await createDatabase(place, server.port);
    return {
      url: urlOf(place, server.port),
      folder: place.folder,
      announce: address => claim.announce(address),
      async stop() {
        await server.stop();
        claim.release();
      },
    };
  } catch (error) {
    claim.release();
    throw error;
  }
}

/** The database of the process that works with this data folder now, for a second command beside it; null when none runs. */
export function runningDatabase(dataFolder: string): string | null {
  if (!holderOf(dataFolder)) return null;
  const place = serverPlace(dataFolder);
  return isReady(clusterOf(place)) ? urlOf(place, rememberedPort(place)) : null;
}

/** Runs the server until it is stopped, and starts it again if it ends in any other way. */
async function keepRunning(place: ServerPlace, settings: string[], log: Log): Promise<{ port: number; stop(): Promise<void> }> {
  const cluster = clusterOf(place);
  let stopping = false;
  let server = await start();
  let revival = Promise.resolve();
  const { port } = server;
  log.debug({ port, folder: place.folder, version: place.binaries.version }, 'the embedded database runs');

  async function start(): Promise<RunningServer> {
    await clearStrayServer(cluster, log);
    const started = await launch(place, cluster, settings);
    started.child.once('exit', (code, signal) => {
      if (stopping) return;
      log.error({ code, signal }, 'the embedded database ended by itself: starting it again');
      revival = revive().catch(err => log.fatal({ err }, 'the embedded database could not be started again'));
    });
    return started;
  }

  async function revive(): Promise<void> {
    await sleep(200);
    if (stopping) return;
    server = await start();
    if (server.port !== port) throw new Error(`The port ${port} was taken by someone else meanwhile.`);
  }

  return {
    port,
    async stop() {
      stopping = true;
      await revival;
      const { exitCode, signalCode, pid } = server.child;
      if (exitCode === null && signalCode === null && pid) await stopServer(pid);
    },
  };
}

async function createDatabase(place: ServerPlace, port: number): Promise<void> {
  const client = new Client({ connectionString: urlOf(place, port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'newsgraph'`);
    if (!rowCount) await client.query('create database newsgraph');
  } finally {
    await client.end();
  }
}

function urlOf(place: ServerPlace, port: number, database = 'newsgraph'): string {
  return `postgres://${superuser}:${passwordOf(place)}@${loopback}:${port}/${database}`;
}

import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Config } from '../platform/config';
import { AlreadyRunning, holderOf } from '../platform/embedded/data-folder';
import { createDataSource, poolOf } from '../platform/database';
import { runningDatabase, startEmbeddedServer } from '../platform/embedded/embedded-server';
import type { Log } from '../platform/log';
import { carryBy } from '../platform/pubsub';
import { type Announcements, publishAnnouncements } from '../platform/redis/announcements';
import { openRedis, type SharedRedis } from '../platform/redis/redis';
import { redisNamespace } from '../platform/redis/redis-namespace';
import { redisCarrier } from '../platform/redis/redis-pubsub';
import { CommandError } from './command/command-error';
import { entities } from './entities';
import { pendingMigrations, migrateUp } from './migrate';
import { migrations } from './migrations';

/** The address of the database in use. */
export interface DatabaseAddress {
  url: string;
  /** GIVEN by DATABASE_URL; RUNNING under another process; STARTED by us, and gone when released. */
  origin: 'GIVEN' | 'RUNNING' | 'STARTED';
  /** Tells other commands, where the database is ours, that it stays, and where we answer. */
  announce: (address: string) => void;
  release: () => Promise<void>;
}

/** A connected database. */
export interface OpenDatabase extends DatabaseAddress {
  database: DataSource;
  /** Null where processes share nothing but the database. */
  redis: SharedRedis | null;
}

/** Finds the database: that of DATABASE_URL, or that which `start` runs, or else our own, started for as long as the caller needs it. */
export async function findDatabase(config: Config, log: Log): Promise<DatabaseAddress> {
  const present = presentDatabase(config);
  if (present) return present;
  try {
    const server = await startEmbeddedServer({ dataFolder: config.dataFolder, log });
    return { url: server.url, origin: 'STARTED', announce: where => server.announce(where), release: () => server.stop() };
  } catch (error) {
    const started = error instanceof AlreadyRunning && presentDatabase(config); // it came up while we waited for it
    if (started) return started;
    throw error;
  }
}

/**
 * Finds a database that does not depend on this process.
 *
 * @throws CommandError  if there is none
 */
export function requireDatabase(config: Config, command: string): DatabaseAddress {
  const present = presentDatabase(config);
  if (present) return present;
  throw new CommandError(
    `\`newsgraph ${command}\` needs a database that runs: set DATABASE_URL, or run \`newsgraph start\` first (no start runs with the data in ${config.dataFolder}).`,
  );
}

/**
 * Keeps a second `start` from a data folder that another one works with.
 *
 * @throws AlreadyRunning  that says which process it is, and where it answers
 */
export function refuseToShare({ origin }: DatabaseAddress, { dataFolder }: Config): void {
  const holder = origin === 'RUNNING' && holderOf(dataFolder);
  if (holder) throw new AlreadyRunning(holder, dataFolder);
}

/** Connects to a database at an address, and to Redis where one is set, which then carries what is announced; `release` also closes the connections. */
export async function connect(address: DatabaseAddress, config: Config, log: Log): Promise<OpenDatabase> {
  let ending = false;
  const redis = config.redisUrl ? await openRedis(config.redisUrl, log) : null;
  const database = createDataSource({
    url: address.url,
    poolSize: config.poolSize,
    entities,
    migrations,
    settings: redis ? ['newsgraph.announce=client'] : [],
    onConnectionError: ({ message }) => ending || log.warn({ reason: message }, 'a connection to the database broke'),
  });
  try {
    await database.initialize();
  } catch (error) {
    await redis?.close();
    await address.release();
    throw error;
  }
  const announcements = redis && (await announceBy(redis, poolOf(database)));
  return {
    ...address,
    database,
    redis,
    async release() {
      ending = true;
      await announcements?.sent();
      await database.destroy();
      await redis?.close();
      await address.release();
    },
  };
}

async function announceBy(redis: SharedRedis, pool: Pool): Promise<Announcements> {
  const namespace = await redisNamespace(pool);
  carryBy(pool, redisCarrier(redis, namespace));
  return publishAnnouncements(pool, redis, namespace);
}

/**
 * Makes sure that the tables are there. Our own database is brought up to date; one that was given to us is not ours to change unasked.
 *
 * @throws CommandError  if migrations are pending that we may not run
 */
export async function requireMigrated({ database, origin }: OpenDatabase): Promise<void> {
  const pending = await pendingMigrations(database);
  if (!pending.length) return;
  if (origin === 'STARTED') return void (await migrateUp(database));
  throw new CommandError(
    `Of the ${database.migrations.length} migrations the database has not had ${pending.length}: run \`newsgraph migrate\` first.`,
  );
}

/** Runs one step of a command with a database that has all tables, and lets go of it in any case. */
export async function withDatabase<T>(config: Config, log: Log, run: (database: DataSource) => Promise<T>): Promise<T> {
  const open = await connect(await findDatabase(config, log), config, log);
  try {
    await requireMigrated(open);
    return await run(open.database);
  } finally {
    await open.release();
  }
}

/** Only who has announced an address stays: another short command may take its database away at any moment. */
function presentDatabase(config: Config): DatabaseAddress | null {
  const elsewhere = { announce: () => undefined, release: async () => undefined };
  if (config.databaseUrl) return { url: config.databaseUrl, origin: 'GIVEN', ...elsewhere };
  const url = holderOf(config.dataFolder)?.address ? runningDatabase(config.dataFolder) : null;
  return url ? { url, origin: 'RUNNING', ...elsewhere } : null;
}

import 'reflect-metadata';
import { Pool } from 'pg';
import { DataSource, type EntitySchema, type Logger, type MigrationInterface } from 'typeorm';
import { SnakeNamingStrategy } from './snake-naming-strategy';

/** What a connection needs to know; the tables and migrations come from the caller, so that this folder knows no word of the domain. */
export interface DatabaseOptions {
  url: string;
  poolSize?: number;
  entities: (Function | EntitySchema)[]; // eslint-disable-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own word for a class
  migrations: (new () => MigrationInterface)[];
  logger?: Logger;
  /** What every session sets beside what all of ours set, as `name=value`. */
  settings?: string[];
  /** Hears of connections that break while idle, as when the server restarts. Without it they pass in silence, and the pool opens new ones. */
  onConnectionError?: (error: Error) => void;
}

/** The oldest PostgreSQL whose SQL we may use. */
const oldestVersion = 15;

/**
 * What every session sets. Plans are generic because each statement is planned once and run many times; memoize and the JIT compiler cost
 * more than they bring for rows as few as a page holds; and pages lie in memory or on solid-state disks, where one is as near as the next.
 */
const sessionSettings = ['timezone=UTC', 'plan_cache_mode=force_generic_plan', 'enable_memoize=off', 'jit=off', 'random_page_cost=1.1'];

/** Makes a data source for one database; `initialize()` connects, and refuses a server that is too old. */
export function createDataSource({
  url,
  poolSize = 10,
  entities,
  migrations,
  logger,
  settings = [],
  onConnectionError,
}: DatabaseOptions): DataSource {
  const dataSource = new CheckedDataSource({
    type: 'postgres',
    url: withoutOptions(url),
    applicationName: 'newsgraph',
    poolSize,
    entities,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    installExtensions: false,
    logging: logger ? 'all' : false,
    logger,
    poolErrorHandler: (error: Error & { client?: unknown }) => {
      delete error.client; // the driver hangs the whole client on the error, which no log wants
      if (!(poolOf(dataSource) as Pool | undefined)?.ending) onConnectionError?.(error);
    },
    extra: { options: sessionOptions(url, settings) },
  });
  return dataSource;
}

/** Makes a pool that only reads, from a replica, with the settings that all sessions have; it gives up early, for who can read elsewhere. */
export function createReadPool(url: string, poolSize: number): Pool {
  return new Pool({
    connectionString: withoutOptions(url),
    options: sessionOptions(url, ['default_transaction_read_only=on']),
    application_name: 'newsgraph',
    max: poolSize,
    keepAlive: true,
    connectionTimeoutMillis: 1_000,
  });
}

/** TypeORM's own pool, for statements that are sent as they are (named, prepared, read as text). */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master; // TypeORM has no public name for it
}

class CheckedDataSource extends DataSource {
  override async initialize(): Promise<this> {
    await super.initialize();
    const version = this.driver.version ?? 'of an unknown version';
    if (Number.parseInt(version, 10) >= oldestVersion) return this;
    await this.destroy();
    throw new Error(`Newsgraph needs PostgreSQL ${oldestVersion} or later, and the server at hand is PostgreSQL ${version}.`);
  }
}

/** Our settings first, so that those which the URL brings along win. */
function sessionOptions(url: string, more: string[]): string {
  const ours = [...sessionSettings, ...more].map(setting => `-c ${setting}`).join(' ');
  const theirs = new URL(url).searchParams.get('options');
  return theirs ? `${ours} ${theirs}` : ours;
}

/** The URL without its `options`, which the driver would otherwise let replace ours. */
function withoutOptions(url: string): string {
  const parsed = new URL(url);
  if (!parsed.searchParams.has('options')) return url;
  parsed.searchParams.delete('options');
  return parsed.href;
}

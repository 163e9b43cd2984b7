import { hash } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { entities } from '../../src/app/entities';
import { migrations } from '../../src/app/migrations';
import { createDataSource } from '../../src/platform/database';
import { runningDatabase, startEmbeddedServer } from '../../src/platform/embedded/embedded-server';
import { createLog } from '../../src/platform/log';
import { projectFolder } from '../../src/platform/project-folder';
import { ask } from '../bench-database';
import { say } from '../say';
import { castOf } from './cast';
import { brokenPromises } from './check-rows';
import { load } from './load';
import { sameStory, sizeOf } from './sizes';
import { storyRows } from './story-rows';

/** A PostgreSQL that keeps generated databases from one run to the next. */
export interface GeneratedServer {
  /** What it is, for the report. */
  version: string;
  /** Its settings are ours to change. */
  own: boolean;
  /** The database of so many articles; made and loaded the first time. */
  open(articles: number, fresh?: boolean): Promise<GeneratedDatabase>;
  close(): Promise<void>;
}

/** A generated database. */
export interface GeneratedDatabase {
  database: DataSource;
  url: string;
}

/** The server of DATABASE_URL, else one of our own with its standard settings, whose data stays under `.newsgraph/bench`. */
export async function openGeneratedServer(): Promise<GeneratedServer> {
  const given = process.env.DATABASE_URL;
  const own = given ? null : await startOwn();
  const url = given ?? own?.url ?? '';
  const opened: DataSource[] = [];
  const [{ version = '' } = {}] = await ask<{ version: string }>(url, `select version()`);
  return {
    version: version.split(' on ')[0] ?? version,
    own: own !== null,
    async open(articles, fresh = false) {
      const name = `newsgraph_bench_${articles}_${generatorHash(articles)}`;
      const address = new URL(url);
      address.pathname = `/${name}`;
      const database = createDataSource({ url: address.href, entities, migrations });
      opened.push(database);
      await alone(url, name, async () => {
        const loaded = !fresh && (await isLoaded(url, name));
        if (!loaded) await createAnew(url, name, articles);
        await database.initialize();
        await database.runMigrations();
        if (loaded) return;
        say(`Loading ${articles.toLocaleString('en')} articles with stories and facts (kept for the next run) …`);
        await load(database, address.href, articles);
        const broken = await brokenPromises(database);
        if (broken.length > 0) throw new Error(`The generated rows break what the product promises:\n${broken.join('\n')}`);
        await ask(url, `comment on database ${name} is 'loaded'`);
      });
      return { database, url: address.href };
    },
    async close() {
      for (const database of opened) if (database.isInitialized) await database.destroy();
      await own?.stop();
    },
  };
}

async function startOwn(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataFolder = join(projectFolder(), '.newsgraph', 'bench');
  const running = runningDatabase(dataFolder);
  if (running) return { url: running, stop: async () => undefined }; // another benchmark's, for as long as that one lasts
  mkdirSync(dataFolder, { recursive: true });
  chmodSync(dataFolder, 0o755); // for root: PostgreSQL's user must enter
  const settings = ['shared_preload_libraries=pg_stat_statements'];
  return startEmbeddedServer({ dataFolder, settings, log: createLog('warn') });
}

async function isLoaded(url: string, name: string): Promise<boolean> {
  const rows = await ask(url, `select from pg_database where datname = '${name}' and shobj_description(oid, 'pg_database') = 'loaded'`);
  return rows.length > 0;
}

/** Makes a database; what an earlier generator made for so many articles goes, unless someone still reads it. */
async function createAnew(url: string, name: string, articles: number): Promise<void> {
  const older = await ask<{ name: string }>(
    url,
    `select datname as name from pg_database d where datname like 'newsgraph\\_bench\\_${articles}\\_%'
     and not exists (select from pg_stat_activity where datid = d.oid)`,
  );
  for (const { name: one } of older) await ask(url, `drop database if exists ${one}`);
  await ask(url, `drop database if exists ${name} with (force)`);
  await ask(url, `create database ${name} template template0 encoding 'UTF8'`);
}

/** Keeps two benchmarks from loading the same database at the same time: the second waits, and finds what the first loaded. */
async function alone(url: string, name: string, run: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext($1))`, [name]);
    await run();
  } finally {
    await client.end();
  }
}

/** Changes with what is generated; raised by hand where only the order of the rows changes. */
const order = 3;

function generatorHash(articles: number): string {
  const cast = castOf();
  return hash('sha256', JSON.stringify([order, cast, sizeOf(articles), storyRows(sameStory, cast)])).slice(0, 8);
}

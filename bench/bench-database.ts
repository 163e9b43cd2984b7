import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { entities } from '../src/app/entities';
import { migrations } from '../src/app/migrations';
import { createDataSource } from '../src/platform/database';
import { startEmbeddedServer } from '../src/platform/embedded/embedded-server';
import { createLog } from '../src/platform/log';
import { say } from './say';

/** A PostgreSQL for one run, on which each benchmark makes its own databases. */
export interface BenchServer {
  /** Makes a database with all tables and connects to it. */
  open(name: string, poolSize?: number): Promise<{ database: DataSource; url: string }>;
  /** What it is, for the report. */
  version: string;
  /** Drops what was made. */
  close(): Promise<void>;
}

/** The server of DATABASE_URL, else one of our own with its standard settings, in a folder that goes away afterwards. */
export async function openBenchServer(): Promise<BenchServer> {
  const given = process.env.DATABASE_URL;
  const own = given ? null : await startOwn();
  const url = given ?? own?.url ?? '';
  const made: string[] = [];
  const opened: DataSource[] = [];
  const [{ version = '' } = {}] = await ask<{ version: string }>(url, `select version()`);
  return {
    version: version.split(' on ')[0] ?? version,
    async open(name, poolSize = 10) {
      const full = `newsgraph_bench_${process.pid}_${name}`;
      await ask(url, `create database ${full} template template0 encoding 'UTF8'`);
      made.push(full);
      const address = new URL(url);
      address.pathname = `/${full}`;
      const database = await createDataSource({ url: address.href, poolSize, entities, migrations }).initialize();
      opened.push(database);
      await database.runMigrations();
      return { database, url: address.href };
    },
    async close() {
      for (const database of opened) if (database.isInitialized) await database.destroy();
      for (const name of made) await ask(url, `drop database if exists ${name} with (force)`);
      await own?.stop();
    },
  };
}

async function startOwn(): Promise<{ url: string; stop(): Promise<void> }> {
  say('Starting a database for the benchmark …');
  const dataFolder = mkdtempSync(join(tmpdir(), 'newsgraph-bench-'));
  chmodSync(dataFolder, 0o755); // for root: PostgreSQL's user must enter
  const server = await startEmbeddedServer({ dataFolder, log: createLog('warn') });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      for (const folder of [server.folder, dataFolder]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks the server one thing. */
export async function ask<T>(url: string, statement: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as T[];
  } finally {
    await client.end();
  }
}

import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { entities } from '../../src/app/entities';
import { migrations } from '../../src/app/migrations';
import { createDataSource } from '../../src/platform/database';
import { startEmbeddedServer } from '../../src/platform/embedded/embedded-server';
import { createLog } from '../../src/platform/log';
import { isAlive } from '../../src/platform/embedded/process-identity';
import { clearStrayServer } from '../../src/platform/embedded/stray-server';

/** The server that a run of tests uses. */
export interface TestServer {
  stop(): Promise<void>;
}

const folderPrefix = 'newsgraph-test-';
const serverVariable = 'NEWSGRAPH_TEST_SERVER';
const runVariable = 'NEWSGRAPH_TEST_RUN';

/** The server of this run, as the process that started the run wrote it into the environment of those that run tests. */
export function testServerUrl(): string {
  const url = process.env[serverVariable];
  if (!url) throw new Error('No database server was started for the tests: run them through jest, whose global setup starts it.');
  return url;
}

/** All databases of this run begin with it. */
export function databasePrefix(): string {
  return `newsgraph_test_${process.env[runVariable]}_`;
}

/** The migrated database that others are cloned from. */
export function templateName(): string {
  return `${databasePrefix()}template`;
}

/** The same server, another database. */
export function urlOfDatabase(name: string): string {
  const url = new URL(testServerUrl());
  url.pathname = `/${name}`;
  return url.href;
}

/** Sends one statement to the server's own database, where databases are made and dropped. */
export async function onServer(statement: string): Promise<{ rows: Record<string, string>[] }> {
  const client = new Client({ connectionString: testServerUrl() });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Starts the server (or uses that of `DATABASE_URL`) and makes the template on it. */
export async function startTestServer(): Promise<TestServer> {
  process.env[runVariable] = String(process.pid);
  const stop = process.env.DATABASE_URL ? useServer(process.env.DATABASE_URL) : await startOwnServer();
  await onServer(`create database ${templateName()} template template0 encoding 'UTF8'`);
  const dataSource = createDataSource({ url: urlOfDatabase(templateName()), poolSize: 1, entities, migrations });
  await dataSource.initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
  return { stop };
}

function useServer(url: string): () => Promise<void> {
  process.env[serverVariable] = url;
  return async () => {
    const { rows } = await onServer(`select datname as name from pg_database where starts_with(datname, '${databasePrefix()}')`);
    for (const { name } of rows) await onServer(`drop database if exists ${name} with (force)`);
  };
}

async function startOwnServer(): Promise<() => Promise<void>> {
  const log = createLog('warn');
  await sweepDeadRuns();
  const dataFolder = mkdtempSync(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  chmodSync(dataFolder, 0o755); // for root: PostgreSQL's user must enter
  const server = await startEmbeddedServer({ dataFolder, log, settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] });
  process.env[serverVariable] = server.url;
  return async () => {
    await server.stop();
    rmSync(server.folder, { recursive: true, force: true });
    rmSync(dataFolder, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its server and its files. */
async function sweepDeadRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter(entry => entry.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name);
    const pid = Number.parseInt(name.slice(folderPrefix.length), 10);
    if (!(pid > 0) || isAlive(pid)) continue;
    const cluster = join(folder, 'postgres', 'cluster');
    try {
      if (existsSync(cluster)) await clearStrayServer(cluster, createLog('silent'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // another user's
    }
  }
}

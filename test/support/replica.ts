import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { entities } from '../../src/app/entities';
import { migrations } from '../../src/app/migrations';
import { createDataSource } from '../../src/platform/database';
import { startEmbeddedServer } from '../../src/platform/embedded/embedded-server';
import { clusterOf } from '../../src/platform/embedded/server-cluster';
import { serverPlace } from '../../src/platform/embedded/server-place';
import { run } from '../../src/platform/embedded/server-process';
import { stopServer } from '../../src/platform/embedded/stray-server';
import { createLog } from '../../src/platform/log';
import { freePort } from './free-port';
import { query } from './server-process';

/** A migrated primary, and a replica that follows it by streaming. */
export interface PrimaryWithReplica {
  primary: string;
  replica: string;
  /** Has the replica stand still, and go on. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends the replica for good. */
  endReplica(): Promise<void>;
  stop(): Promise<void>;
}

const settings = ['fsync=off', 'shared_buffers=32MB', 'max_connections=50'];
const log = createLog('error');

/**
 * Starts both. The replica is a copy of the primary's files, made while it rests, since the PostgreSQL that npm brings has no pg_basebackup; from then on
 * it is a standby like any other.
 */
export async function startPrimaryWithReplica(): Promise<PrimaryWithReplica> {
  const home = mkdtempSync(join(tmpdir(), 'newsgraph-replica-'));
  chmodSync(home, 0o755);
  const options = { dataFolder: join(home, 'primary'), log, settings };
  await (await startEmbeddedServer(options)).stop();
  const place = serverPlace(options.dataFolder);
  const copy = { ...place, folder: `${place.folder}-replica` };
  execFileSync('cp', ['-a', place.folder, copy.folder]);
  const server = await startEmbeddedServer(options);

  const cluster = clusterOf(copy);
  const [upstream, port] = [new URL(server.url), await freePort()];
  const source = `host=127.0.0.1 port=${upstream.port} user=${upstream.username} password=${upstream.password}`;
  writeFileSync(join(cluster, 'standby.signal'), '');
  if (copy.account) chownSync(join(cluster, 'standby.signal'), copy.account.uid, copy.account.gid);
  writeFileSync(join(cluster, 'postgresql.auto.conf'), `primary_conninfo = '${source}'\n`);
  const flags = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', ...settings].flatMap(flag => ['-c', flag]);
  const { child, output } = run(copy, copy.binaries.postgres, ['-D', cluster, ...flags], 'server.log');
  const replica = server.url.replace(`:${upstream.port}/`, `:${port}/`);
  for (let tries = 0; !(await follows(replica)); tries += 1) {
    if (tries > 300) throw new Error(`The replica did not start: ${output()}`);
    await sleep(50);
  }
  await migrate(server.url);

  async function endReplica(): Promise<void> {
    if (child.exitCode === null && child.pid) await stopServer(child.pid);
  }

  return {
    primary: server.url,
    replica,
    pause: async () => void (await query(replica, 'select pg_wal_replay_pause()')),
    resume: async () => void (await query(replica, 'select pg_wal_replay_resume()')),
    endReplica,
    async stop() {
      await endReplica();
      await server.stop();
      for (const folder of [home, place.folder, copy.folder]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function migrate(url: string): Promise<void> {
  const dataSource = await createDataSource({ url, poolSize: 1, entities, migrations }).initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
}

async function follows(url: string): Promise<boolean> {
  try {
    const [row] = await query(url, 'select count(*)::int as followed from pg_stat_wal_receiver where status = $$streaming$$');
    return Number(row?.followed) === 1;
  } catch {
    return false;
  }
}

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runningDatabase } from '../../src/platform/embedded/embedded-server';
import { isAlive } from '../../src/platform/embedded/process-identity';
import { buildForProcesses, endServerProcesses, nobody, postmasterOf, query, startServerProcess } from '../support/server-process';

const isRoot = process.getuid?.() === 0;
let home: string;

beforeAll(() => {
  buildForProcesses();
  home = mkdtempSync(join(tmpdir(), 'newsgraph-home-'));
  chmodSync(home, 0o755);
});

afterEach(endServerProcesses);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the embedded server', () => {
  it('keeps what was committed when it and its process are killed, and starts again on the same address', async () => {
    const data = join(home, 'killed');
    const first = await startServerProcess(data);
    await query(first.url, 'create table kept (n int)');
    await query(first.url, 'insert into kept values (1), (2)');
    const postmaster = postmasterOf(first);
    await first.end('SIGKILL');
    process.kill(postmaster, 'SIGKILL');

    const second = await startServerProcess(data);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select n from kept order by n')).toEqual([{ n: 1 }, { n: 2 }]);
    await second.end('SIGTERM');
  });

  it('never leaves two servers on one folder: that of a killed process is stopped first', async () => {
    const data = join(home, 'killed');
    const first = await startServerProcess(data);
    const stray = postmasterOf(first);
    await first.end('SIGKILL');
    expect(isAlive(stray)).toBe(true);

    const second = await startServerProcess(data);
    expect(isAlive(stray)).toBe(false);
    expect(await query(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
    await second.end('SIGTERM');
  });

  it('comes back on the same address when its server is killed under it', async () => {
    const server = await startServerProcess(join(home, 'killed'));
    const killed = postmasterOf(server);
    process.kill(killed, 'SIGKILL');
    await expect(eventually(() => query(server.url, 'select count(*)::int as n from kept'))).resolves.toEqual([{ n: 2 }]);
    expect(postmasterOf(server)).not.toBe(killed);
    await server.end('SIGTERM');
  });

  it('takes a pid file that names some other living process for what it is: left over', async () => {
    const data = join(home, 'killed');
    const first = await startServerProcess(data);
    await first.end('SIGTERM');
    writeFileSync(join(first.folder, 'cluster', 'postmaster.pid'), `${process.pid}\n${first.folder}\n`);
    const second = await startServerProcess(data);
    expect(await query(second.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await second.end('SIGTERM');
    expect(isAlive(process.pid)).toBe(true);
  });

  it('stops cleanly when its process is asked to end', async () => {
    const server = await startServerProcess(join(home, 'killed'));
    const postmaster = postmasterOf(server);
    expect(await server.end('SIGINT')).toBe(0);
    expect(isAlive(postmaster)).toBe(false);
    expect(readFileSync(join(server.folder, 'server.log'), 'utf8')).toContain('database system is shut down');
  });

  it('listens on the loopback address only, without socket files, and asks for a password that only its owner can read', async () => {
    const server = await startServerProcess(join(home, 'killed'));
    const { port, hostname } = new URL(server.url);
    expect(hostname).toBe('127.0.0.1');
    expect(
      await query(server.url, `select current_setting('listen_addresses') as on, current_setting('unix_socket_directories') as sockets`),
    ).toEqual([{ on: '127.0.0.1', sockets: '' }]);
    for (const address of outsideAddresses()) expect(await canConnect(address, Number(port))).toBe(false);
    expect(await canConnect('127.0.0.1', Number(port))).toBe(true);
    await expect(query(server.url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(server.folder, 'password')).mode & 0o077).toBe(0);
    await server.end('SIGTERM');
  });

  it('sorts by code point and folds the case of every alphabet, whatever the language of the machine', async () => {
    const server = await startServerProcess(join(home, 'killed'));
    expect(
      await query(
        server.url,
        `select lower('КРОКУС') as folded, to_tsvector('simple', 'ÉMIGRÉ')::text as word, 'Z' < 'a' as by_code_point`,
      ),
    ).toEqual([{ folded: 'крокус', word: `'émigré':1`, by_code_point: true }]);
    await server.end('SIGTERM');
  });

  it('tells a second start that the first runs, and where; other commands find its database', async () => {
    const data = join(home, 'killed');
    const first = await startServerProcess(data);
    await expect(startServerProcess(data)).rejects.toThrow(
      `ended with 1: Newsgraph already runs at http://127.0.0.1:4321 (process ${first.pid}, data in ${data})`,
    );
    expect(runningDatabase(data)).toBe(first.url);
    await first.end('SIGTERM');
    expect(runningDatabase(data)).toBeNull();
  });

  it('lets one of several that start at the same moment run', async () => {
    const starts = await Promise.allSettled([1, 2, 3].map(() => startServerProcess(join(home, 'at-once'))));
    const [running, ...more] = starts.flatMap(start => (start.status === 'fulfilled' ? [start.value] : []));
    expect(more).toEqual([]);
    expect(starts.flatMap(start => (start.status === 'rejected' ? [String(start.reason)] : []))).toEqual([
      expect.stringContaining('already runs at http://127.0.0.1:4321'),
      expect.stringContaining('already runs at http://127.0.0.1:4321'),
    ]);
    await running?.end('SIGTERM');
  });

  if (isRoot) {
    it('runs for root below a folder that only root may enter, and finds its data again', async () => {
      const data = join(home, 'private', 'data');
      mkdirSync(join(home, 'private'), { mode: 0o700 });
      const first = await startServerProcess(data);
      expect(first.folder.startsWith(data)).toBe(false);
      await query(first.url, 'create table kept (n int)');
      await first.end('SIGTERM');
      const second = await startServerProcess(data);
      expect(await query(second.url, 'select from kept')).toEqual([]);
      await second.end('SIGTERM');
      rmSync(second.folder, { recursive: true });
    });

    const itWhereOthersMayEnter = othersMayEnter(process.execPath) ? it : sayNot;
    itWhereOthersMayEnter('runs for an ordinary user, and for root on the same data as that user', async () => {
      const data = join(home, 'ordinary');
      mkdirSync(data);
      chownSync(data, nobody.uid, nobody.gid);
      const theirs = await startServerProcess(data, nobody);
      expect(statSync(`/proc/${postmasterOf(theirs)}`).uid).toBe(nobody.uid);
      await theirs.end('SIGTERM');
      rmSync(join(theirs.folder, 'server.log'));
      const ours = await startServerProcess(data);
      expect(statSync(`/proc/${postmasterOf(ours)}`).uid).toBe(nobody.uid);
      await ours.end('SIGTERM');
      const again = await startServerProcess(data, nobody);
      await again.end('SIGTERM');
    });
  }
});

/** Whether an ordinary user may run this file, that is enter every folder on the way to it. */
function othersMayEnter(file: string): boolean {
  for (let path = realpathSync(file); path !== dirname(path); path = dirname(path)) if ((statSync(path).mode & 0o001) === 0) return false;
  return true;
}

function sayNot(what: string): void {
  process.stderr.write(`Not tried: ${what}; the ordinary user may not enter ${process.cwd()}.\n`);
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(50);
    }
  }
}

function outsideAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap(list =>
    (list ?? []).filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address),
  );
}

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: 2_000 });
    const answer = (connected: boolean) => {
      socket.destroy();
      resolve(connected);
    };
    socket
      .once('connect', () => answer(true))
      .once('error', () => answer(false))
      .once('timeout', () => answer(false));
  });
}

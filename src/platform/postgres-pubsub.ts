import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Pool } from 'pg';
import type { Heard, Listener } from './pubsub';

const longestPauseMs = 5_000;

/** Listens to one channel of PostgreSQL (LISTEN) on a connection of its own, made anew whenever it breaks. */
export async function listenInPostgres(pool: Pool, channel: string, heard: Heard): Promise<Listener> {
  let left = false;
  const leaving = new AbortController();
  let client = await connect();

  async function connect(): Promise<Client> {
    const fresh = new Client({ ...pool.options, keepAlive: true });
    fresh.on('notification', ({ payload }) => heard(payload ?? ''));
    fresh.once('error', () => undefined);
    try {
      await fresh.connect();
      await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`);
    } catch (error) {
      await fresh.end().catch(() => undefined);
      throw error;
    }
    fresh.on('error', () => undefined);
    fresh.once('end', () => void (left || again()));
    return fresh;
  }

  async function again(): Promise<void> {
    for (let pause = 50; !left; pause = Math.min(pause * 2, longestPauseMs)) {
      await sleep(pause, undefined, { signal: leaving.signal, ref: false }).catch(() => undefined);
      if (left) return;
      const fresh = await connect().catch(() => null);
      if (!fresh) continue;
      client = fresh;
      if (left) await fresh.end();
      else heard(null);
      return;
    }
  }

  return {
    async leave() {
      left = true;
      leaving.abort();
      await client.end().catch(() => undefined);
    },
  };
}

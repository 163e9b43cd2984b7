import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { type Farewell, HostClosed, type HostGate, type Leave, type Waiting } from '../../platform/egress/host-gate';
import { createMemoryHostGate } from '../../platform/egress/memory-host-gate';
import { uuidV7 } from '../../platform/ids';
import { hostWaitSeconds } from './poll-metrics';

/** How polite the gate is. */
export interface DatabaseGateOptions {
  /** The pause between the end of one request and the start of the next, in milliseconds. */
  gapMs?: number;
  /** For how long a turn counts whose holder died; one that lives renews it. */
  leaseMs?: number;
}

interface Turn {
  granted: boolean;
  wait_ms: number;
}

/**
 * Keeps all processes on one database polite together. Within a process one waits in the order of arrival; between processes by looking again.
 * All times are the database's own, so that clocks that differ do no harm.
 */
export function createDatabaseHostGate(database: DataSource, { gapMs = 1_000, leaseMs = 15_000 }: DatabaseGateOptions = {}): HostGate {
  const queue = createMemoryHostGate({ gapMs: 0 });

  async function take(host: string, holder: string): Promise<Turn> {
    const [turn] = await database.query<Turn[]>(
      `with taken as (
         insert into host_turn as t (host, holder, taken_until) values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
         on conflict (host) do update set holder = excluded.holder, taken_until = excluded.taken_until
           where t.free_at <= clock_timestamp() and (t.taken_until is null or t.taken_until <= clock_timestamp())
         returning host
       )
       select exists (select from taken) as granted,
         coalesce((select greatest(0, ceil(extract(epoch from greatest(free_at, coalesce(least(taken_until, clock_timestamp() + interval '250 milliseconds'), free_at)) - clock_timestamp()) * 1000))::int
           from host_turn where host = $1), 0) as wait_ms`,
      [host, holder, leaseMs],
    );
    return turn ?? { granted: false, wait_ms: 250 };
  }

  function keep(host: string, holder: string): NodeJS.Timeout {
    const renew = (): void => {
      const sql = `update host_turn set taken_until = clock_timestamp() + $3 * interval '1 millisecond' where host = $1 and holder = $2`;
      database.query(sql, [host, holder, leaseMs]).catch(() => undefined); // the next renewal may come through
    };
    return setInterval(renew, leaseMs / 3).unref();
  }

  async function leave(host: string, holder: string, { pushedBack, retryAfter }: Farewell): Promise<void> {
    await database.query(
      `update host_turn set holder = null, taken_until = null, pushbacks = case when $3 then pushbacks + 1 else 0 end,
         free_at = greatest(free_at, clock_timestamp() + interval '1 millisecond' * case
           when $3 then greatest($5, coalesce(least(86400000, $4::float8 * 1000), least(3600000, 60000 * 2 ^ least(10, pushbacks)))) else $5 end)
       where host = $1 and holder = $2`,
      [host, holder, pushedBack, retryAfter, gapMs],
    );
  }

  return {
    async enter(host: string, waiting: Waiting): Promise<Leave> {
      const started = Date.now();
      const leaveQueue = await queue.enter(host, waiting);
      const standBack = () => leaveQueue({ pushedBack: false, retryAfter: null });
      const holder = uuidV7();
      try {
        for (;;) {
          waiting.signal?.throwIfAborted();
          const { granted, wait_ms: wait } = await take(host, holder);
          if (granted) break;
          if (Date.now() + wait > waiting.latest) throw new HostClosed(host, new Date(Date.now() + wait));
          await sleep(Math.min(wait, 1_000) + 5, undefined, { signal: waiting.signal });
        }
      } catch (error) {
        await standBack();
        throw error;
      }
      hostWaitSeconds.observe((Date.now() - started) / 1_000);
      const renewal = keep(host, holder);
      let left = false;
      return async farewell => {
        if (left) return;
        left = true;
        clearInterval(renewal);
        await leave(host, holder, farewell).finally(standBack);
      };
    },
  };
}

/** Forgets the hosts that owe us no pause any more. */
export async function forgetHosts(database: DataSource): Promise<void> {
  await database.query(`delete from host_turn where free_at < now() - interval '1 day' and (taken_until is null or taken_until < now())`);
}

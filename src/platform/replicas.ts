import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { createReadPool } from './database';
import type { Log } from './log';
import { readTexts, type Texts, type TextStatement } from './text-query';

/** Where statements are read. */
export interface Reader {
  read(statement: TextStatement): Promise<Texts>;
}

/** What is true on a replica that has caught up with something: an expression of SQL, and its values. */
export interface CaughtUp {
  expression: string;
  values: unknown[];
}

/** Replicas of one database. */
export interface Replicas {
  /** The next in turn, or the primary where none is fit: one for all that a request reads, so that its parts are of one age. */
  reader: () => Reader;
  /** Reads from a replica that has caught up, or else from the primary. */
  readerAfter(caughtUp: CaughtUp): Promise<Reader>;
  /** How far the primary has written. */
  placeOfPrimary(): Promise<string>;
  close(): Promise<void>;
}

interface Replica {
  name: string;
  pool: Pool;
  /** Undefined before the first look. */
  fit: boolean | undefined;
  reader: Reader;
}

const lookEveryMs = 1_000;
const patienceMs = 5_000;
const lags = 'it lags';

/**
 * Opens replicas, streaming ones, for reading. One that breaks, or has not replayed what the primary had written ten seconds ago, is left out until a
 * look, every second, finds it fit again; no read fails for its sake, since the primary is asked instead.
 *
 * @param mostLag  how far behind a replica may be, in milliseconds
 */
export async function openReplicas(
  primary: Pool,
  urls: readonly string[],
  poolSize: number,
  log: Log,
  mostLag = 10_000,
): Promise<Replicas> {
  const ending = new AbortController();
  const opened = performance.now();
  const replicas = urls.map(open);
  const onPrimary: Reader = { read: statement => readTexts(primary, statement) };
  const written: { at: number; place: string }[] = [];
  let turn = 0;

  function open(url: string): Replica {
    const pool = createReadPool(url, poolSize);
    const replica: Replica = { name: new URL(url).host, pool, fit: undefined, reader: { read: statement => read(replica, statement) } };
    pool.on('error', error => judge(replica, false, error.message));
    return replica;
  }

  function judge(replica: Replica, fit: boolean, reason: string): void {
    if (replica.fit === fit || ending.signal.aborted) return;
    if (reason === lags && replica.fit === undefined && performance.now() - opened < mostLag) return; // it may be about to catch up
    replica.fit = fit;
    if (fit) log.info({ replica: replica.name }, 'a replica is read from');
    else log.warn({ replica: replica.name, reason }, 'a replica is left out: what it would read is read elsewhere');
  }

  /** The ones that are fit, beginning with whose turn it is. */
  function inTurn(): Replica[] {
    turn = (turn + 1) % replicas.length;
    return [...replicas.slice(turn), ...replicas.slice(0, turn)].filter(({ fit }) => fit);
  }

  async function read(replica: Replica, statement: TextStatement): Promise<Texts> {
    try {
      return await readTexts(replica.pool, statement, patienceMs);
    } catch (error) {
      if (isOfConnection(error)) judge(replica, false, (error as Error).message);
      return readTexts(primary, statement);
    }
  }

  async function look(): Promise<void> {
    const at = performance.now();
    written.push({ at, place: await placeOfPrimary('flush') });
    while (written[1] && written[1].at <= at - mostLag) written.shift();
    await Promise.all(replicas.map(replica => lookAt(replica, written[0]?.place)));
  }

  async function lookAt(replica: Replica, place: string | undefined): Promise<void> {
    const text = `select pg_is_in_recovery() as follows, pg_last_wal_replay_lsn() >= $1::pg_lsn as near`;
    try {
      const asked = { text, values: [place], query_timeout: lookEveryMs };
      const [row] = (await replica.pool.query<{ follows: boolean; near: boolean | null }>(asked)).rows;
      judge(replica, row?.follows === true && row.near === true, row?.follows ? lags : 'it follows no primary');
    } catch (error) {
      judge(replica, false, (error as Error).message);
    }
  }

  async function lookAgainAndAgain(): Promise<void> {
    while (!ending.signal.aborted) {
      await sleep(lookEveryMs, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);
      if (!ending.signal.aborted) await look().catch(() => undefined); // the primary is away, which its own readers tell
    }
  }

  async function placeOfPrimary(how: 'flush' | 'insert'): Promise<string> {
    const { rows } = await primary.query<{ place: string }>(`select pg_current_wal_${how}_lsn()::text as place`);
    return rows[0]?.place ?? '';
  }

  async function hasCaughtUp({ pool }: Replica, { expression, values }: CaughtUp): Promise<boolean> {
    const asked = { text: `select pg_is_in_recovery() and (${expression}) as reached`, values, query_timeout: lookEveryMs };
    const { rows } = await pool.query<{ reached: boolean | null }>(asked);
    return rows[0]?.reached === true;
  }

  await look();
  const looking = lookAgainAndAgain();
  return {
    reader: () => inTurn()[0]?.reader ?? onPrimary,
    async readerAfter(caughtUp) {
      for (const replica of inTurn()) if (await hasCaughtUp(replica, caughtUp).catch(() => false)) return replica.reader;
      return onPrimary;
    },
    placeOfPrimary: () => placeOfPrimary('insert'),
    async close() {
      ending.abort();
      await looking;
      await Promise.all(replicas.map(({ pool }) => pool.end()));
    },
  };
}

/** Whether the connection is at fault, and not the statement: the server did not answer, or it is going down. */
function isOfConnection(error: unknown): boolean {
  const { code = '', severity } = error as { code?: string; severity?: string };
  return severity === undefined || /^(?:08|57P)/.test(code);
}

import type { Pool } from 'pg';

/** What all keys and channels of one database begin with, so that several may share a Redis: the same for every process, whatever URL it uses. */
export async function redisNamespace(pool: Pool): Promise<string> {
  return `newsgraph:${await digestFor(pool, identity)}:`;
}

/**
 * What keys begin with whose values hold only for what this database holds and computes now: another one after a migration, and after a replica took
 * over or a backup was restored, where versions may have been given out twice.
 */
export async function answerNamespace(pool: Pool): Promise<string> {
  return `newsgraph:${await digestFor(pool, `${identity} || ' ' || ${history}`)}:answer:`;
}

const identity = `(select system_identifier from pg_control_system()) || ' ' || (select oid from pg_database where datname = current_database())`;
const history = `(select timeline_id from pg_control_checkpoint()) || ' ' || (select coalesce(max(timestamp), 0) from migration)`;

async function digestFor(pool: Pool, expression: string): Promise<string> {
  const { rows } = await pool.query<{ digest: string }>(`select left(md5(${expression}), 16) as digest`);
  return rows[0]?.digest ?? '';
}

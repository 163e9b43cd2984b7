import type { Pool } from 'pg';
import { listenInPostgres } from './postgres-pubsub';

/** Hears what is announced. Null stands for what may have been missed while the connection was broken: look for yourself. */
export type Heard = (payload: string | null) => void;

/** One who listens, until it leaves. */
export interface Listener {
  leave(): Promise<void>;
}

/** Carries announcements between processes in PostgreSQL's stead. */
export interface Carrier {
  listen(channel: string, heard: Heard): Promise<Listener>;
}

const carriers = new WeakMap<Pool, Carrier>();

/** Has a carrier bring what is announced in a database, instead of PostgreSQL. */
export function carryBy(pool: Pool, carrier: Carrier): void {
  carriers.set(pool, carrier);
}

/**
 * Listens to what is announced in a database. Announcements are made by the transaction that they tell of, heard after its commit, and carry ids
 * only: whoever hears one reads the rest.
 */
export function listen(pool: Pool, channel: string, heard: Heard): Promise<Listener> {
  return carriers.get(pool)?.listen(channel, heard) ?? listenInPostgres(pool, channel, heard);
}

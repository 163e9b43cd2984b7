import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Log } from '../../platform/log';
import { readOnly, type Route, sendText } from './exchange';
import { pendingMigrations } from '../migrate';

/** `/healthz`: this process is alive. */
export const healthRoute: Route = readOnly(exchange => sendText(exchange, 200, 'alive'));

/** `/readyz`: the database answers, and has every migration. */
export function readinessRoute(database: DataSource, log: Log): Route {
  return readOnly(async exchange => {
    const fault = await faultOf(database, log);
    sendText(exchange, fault ? 503 : 200, fault ?? 'ready');
  });
}

async function faultOf(database: DataSource, log: Log): Promise<string | null> {
  try {
    const pending = await Promise.race([pendingMigrations(database), sleep(2_000, null, { ref: false })]);
    if (!pending) return 'The database has not answered for 2 seconds.';
    return pending.length ? `Migrations are pending (${pending.length}): run newsgraph migrate.` : null;
  } catch (err) {
    log.warn({ err }, 'the database cannot be reached');
    return 'The database cannot be reached.';
  }
}

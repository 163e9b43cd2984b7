import type { DataSource } from 'typeorm';
import { startApi } from '../../src/app/http/api';
import { createEngine } from '../../src/app/engine';
import type { HttpServer } from '../../src/app/http/http-server';
import { createLog } from '../../src/platform/log';

/** Serves the whole product over a database of a test, at a port that the system chooses unless one is given. */
export async function startServer(database: DataSource, port = 0): Promise<HttpServer> {
  const log = createLog('error');
  const engine = await createEngine(database, log, 8);
  return startApi({ engine, database, config: { host: '127.0.0.1', port, rateLimit: 0, trustedProxies: 0 }, log });
}

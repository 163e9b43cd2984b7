import type { DataSource } from 'typeorm';
import type { Config } from '../platform/config';
import type { Log } from '../platform/log';
import { startApi } from './http/api';
import { createEngine } from './engine';
import type { HttpServer } from './http/http-server';
import { live } from './command/lifetime';
import { openEgress } from './open-egress';
import { connect, requireDatabase, requireMigrated } from './open-database';
import { explainingPort } from './command/port';
import { say, step } from './command/progress';

/** Serves the API of this product over one database. */
export async function serve(database: DataSource, config: Config, log: Log, egress = openEgress(database, config)): Promise<HttpServer> {
  const engine = await createEngine(database, log, config.answerCache);
  return explainingPort(config, () => startApi({ engine, database, egress, config, log }));
}

/** The API alone, on a database that runs elsewhere, until asked to end. */
export function serveAlone(config: Config, log: Log): Promise<void> {
  return live(log, async atEnd => {
    const open = await connect(requireDatabase(config, 'serve'), config, log);
    atEnd(open.release);
    await requireMigrated(open);
    const http = await step(
      'Server',
      () => serve(open.database, config, log),
      ({ url }) => `listens at ${url}`,
    );
    atEnd(() => http.close());
    say(`The API answers at ${http.url}/graphql. Ctrl-C stops it.`);
  });
}

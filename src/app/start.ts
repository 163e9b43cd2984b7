import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { howToMakeKey } from '../platform/access';
import { Role } from '../platform/api-key.entity';
import type { Config } from '../platform/config';
import { holderOf } from '../platform/embedded/data-folder';
import type { Log } from '../platform/log';
import { projectFolder } from '../platform/project-folder';
import { live } from './command/lifetime';
import { migrateUp } from './migrate';
import { connect, findDatabase, refuseToShare } from './open-database';
import { openEgress } from './open-egress';
import { requirePort } from './command/port';
import { step } from './command/progress';
import { serve } from './serve';
import { startWorker } from './worker';

/** Everything in one process: database, migrations, the bundled story, the API and the worker, until asked to end. */
export function start(config: Config, log: Log): Promise<void> {
  return live(log, async atEnd => {
    if (!holderOf(config.dataFolder) || config.databaseUrl) await requirePort(config);
    const own = !config.databaseUrl;
    const address = await step(
      'Database',
      () => findDatabase(config, log),
      () => (own ? 'runs' : 'found'),
    );
    refuseToShare(address, config);
    atEnd(address.release);
    const open = await connect({ ...address, release: async () => undefined }, config, log);
    atEnd(open.release);
    await step(
      'Migrations',
      () => migrateUp(open.database),
      names => (names.length ? `${names.length} run` : 'all run already'),
    );
    if (config.sample)
      await step(
        'Sample story',
        () => loadSample(open.database, log),
        said => said,
      );
    const egress = openEgress(open.database, config);
    const http = await step(
      'Server',
      () => serve(open, config, log, egress),
      ({ url }) => `listens at ${url}`,
    );
    atEnd(() => http.close());
    const worker = await step(
      'Worker',
      () => startWorker({ database: open.database, url: open.url, egress, config, log }),
      () => 'polls what is due',
    );
    atEnd(() => worker.stop());
    address.announce(http.url);
    process.stdout.write(welcome(http.url));
  });
}

async function loadSample(database: DataSource, log: Log): Promise<string> {
  const { loadSample: load } = await import('../ingestion/sample/load-sample.js');
  const quiet = { info: log.debug.bind(log) }; // the step itself says what came of it
  const { created, updated, unchanged } = await load(database, join(projectFolder(), 'sample', 'crocus'), quiet);
  if (!created && !updated) return 'already loaded, nothing changed';
  return `${created + updated} records loaded${unchanged ? `, ${unchanged} unchanged` : ''}`;
}

function welcome(url: string): string {
  const seen = url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
  return `
Newsgraph runs.

  Stories     ${seen}/  (open it in a browser)
  Playground  ${seen}/graphql
  GraphQL     ${seen}/graphql
  Health      ${seen}/healthz  ${seen}/readyz  ${seen}/metrics

Reading is open. Writing needs a key; make the first one in another terminal:

  ${howToMakeKey(Role.INGESTOR)}

Ctrl-C stops it.
`;
}

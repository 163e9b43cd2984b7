import type { Config } from '../platform/config';
import type { Log } from '../platform/log';
import { live } from './command/lifetime';
import { connect, requireDatabase, requireMigrated } from './open-database';
import { openEgress } from './open-egress';
import { say } from './command/progress';
import { startWorker } from './worker';

/** The worker alone, on a database that runs elsewhere, until asked to end. */
export function workAlone(config: Config, log: Log): Promise<void> {
  return live(log, async atEnd => {
    const open = await connect(requireDatabase(config, 'work'), config, log);
    atEnd(open.release);
    await requireMigrated(open);
    const egress = openEgress(open.database, config);
    const worker = await startWorker({ database: open.database, url: open.url, egress, config, log });
    atEnd(() => worker.stop());
    say('The worker polls what is due: `newsgraph feed list` shows the feeds, `newsgraph feed add` registers one. Ctrl-C stops it.');
    const alive = setInterval(() => undefined, 60_000);
    atEnd(async () => clearInterval(alive));
  });
}

import type { DataSource } from 'typeorm';
import type { Log } from '../../platform/log';
import { type Assigner, restoreAssigner } from './assign-articles';

/** Any number, the same in every process: who holds this advisory lock assigns. */
const LOCK = 7_112_040;

/** One round of assigning, for a worker that repeats it. Of several workers one does it, and another takes over when that one ends. */
export interface Assigning {
  round(): Promise<void>;
  stop(): Promise<void>;
}

/** Makes this process ready to assign articles to stories. */
export function startAssigning(database: DataSource, log: Log): Assigning {
  const holder = database.createQueryRunner();
  let assigner: Assigner | undefined;
  return {
    async round() {
      if (!assigner) {
        const [row] = (await holder.query('select pg_try_advisory_lock($1) as held', [LOCK])) as [{ held: boolean }];
        if (!row.held) return;
        assigner = await restoreAssigner(database);
      }
      try {
        while ((await assigner.assignNew()) > 0);
      } catch (error) {
        assigner = undefined; // what it remembers may not be what is stored
        await holder.query('select pg_advisory_unlock($1)', [LOCK]);
        log.warn({ reason: (error as Error).message }, 'Articles could not be put into stories; it is tried again.');
        throw error;
      }
    },
    async stop() {
      await holder.release();
    },
  };
}

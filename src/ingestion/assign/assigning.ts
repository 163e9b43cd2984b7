import type { DataSource, QueryRunner } from 'typeorm';
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
  let holder: QueryRunner | undefined;
  let assigner: Assigner | undefined;

  /** Lets go of the lock and of what is remembered, which may not be what is stored. A connection that broke has let go already. */
  async function letGo(): Promise<void> {
    assigner = undefined;
    const held = holder;
    holder = undefined;
    if (!held) return;
    if (!held.isReleased) await held.query('select pg_advisory_unlock_all()').catch(() => undefined);
    await held.release().catch(() => undefined);
  }

  return {
    async round() {
      if (holder?.isReleased) await letGo();
      if (!assigner) {
        holder ??= database.createQueryRunner();
        const [row] = (await holder.query('select pg_try_advisory_lock($1) as held', [LOCK])) as [{ held: boolean }];
        if (!row.held) return letGo();
        assigner = await restoreAssigner(database);
      }
      try {
        while ((await assigner.assignNew()) > 0);
      } catch (error) {
        await letGo();
        log.debug({ reason: (error as Error).message }, 'Articles could not be put into stories; it is tried again.');
      }
    },
    stop: letGo,
  };
}

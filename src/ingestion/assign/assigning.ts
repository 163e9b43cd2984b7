import type { DataSource, QueryRunner } from 'typeorm';
import type { Log } from '../../platform/log';
import { Assigner } from './assign-articles';

/** Any number, the same in every process: who holds this advisory lock assigns. */
const LOCK = 7_112_040;

/** One round of assigning, for a worker that repeats it. Of several workers one does it, and another takes over when that one ends. */
export interface Assigning {
  round(): Promise<void>;
  /** Ends the round at hand after the article at hand. */
  stopSoon(): void;
  /** Lets another worker assign; call it when no round is under way. */
  stop(): Promise<void>;
}

/** Makes this process ready to assign articles to stories. */
export function startAssigning(database: DataSource, log: Log): Assigning {
  let holder: QueryRunner | undefined;
  let assigner: Assigner | undefined;
  let stopped = false;

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
      if (stopped) return;
      if (holder?.isReleased) await letGo();
      if (!assigner) {
        holder ??= database.createQueryRunner();
        const [row] = (await holder.query('select pg_try_advisory_lock($1) as held', [LOCK])) as [{ held: boolean }];
        if (!row.held) return letGo();
        assigner = new Assigner(database);
      }
      try {
        while (!stopped && (await assigner.assignNew(new Date(), () => stopped)) > 0);
      } catch (error) {
        await letGo();
        log.debug({ reason: (error as Error).message }, 'Articles could not be put into stories; it is tried again.');
      }
    },
    stopSoon() {
      stopped = true;
    },
    stop: letGo,
  };
}

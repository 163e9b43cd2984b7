import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';

/**
 * Waits until the log shows all that was written: it holds back what is newer than the oldest transaction of the server, and the test files
 * share one.
 */
export async function untilSettled(db: EntityManager): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const [row] = await db.query<{ settled: boolean }[]>(
      `select coalesce(max(transaction), 0) < newsgraph_settled_below() as settled from change where era = newsgraph_log_era()`,
    );
    if (row?.settled) return;
    await sleep(20);
  }
  throw new Error('The log did not settle within 10 seconds: some transaction stays open.');
}

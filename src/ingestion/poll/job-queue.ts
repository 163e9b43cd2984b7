import type { PgBoss } from 'pg-boss' with { 'resolution-mode': 'import' };
import type { EntityManager } from 'typeorm';
import type { Log } from '../../platform/log';

/** Work for the background: what it is called, what it does, how often it is tried. It may run twice. */
export interface JobKind<T extends object = object> {
  name: string;
  run(data: T, signal: AbortSignal): Promise<void>;
  /** How many run at once in one process. */
  concurrency?: number;
  /** A cron expression, for what recurs; UTC. */
  schedule?: string;
  /** After so many seconds without an end it counts as failed. */
  expireInSeconds?: number;
}

/** The queue of jobs, open for more. */
export interface JobQueue {
  /** Puts jobs into the queue within the caller's transaction; an id that is there already is left alone. */
  add(db: EntityManager, name: string, jobs: { id: string; data: object }[]): Promise<void>;
  /** Lets the jobs at hand end; those that take too long go back into the queue. */
  stop(patienceMs: number): Promise<void>;
}

/** Failed jobs are tried again after 30 s, then ever later, five times in all; then they lie in the queue of dead letters for two weeks. */
const retries = { retryLimit: 5, retryDelay: 30, retryBackoff: true, retryDelayMax: 21_600 };

/**
 * Starts working on jobs (pg-boss, in the database's own schema `pgboss`). It is loaded here, because it is an ES module.
 *
 * @param url  of the database; jobs have two connections of their own
 */
export async function startJobs(url: string, kinds: readonly JobKind[], log: Log): Promise<JobQueue> {
  const { PgBoss: Boss } = await import('pg-boss');
  const boss: PgBoss = new Boss({ connectionString: url, application_name: 'newsgraph jobs', max: 3 });
  let stopping = false;
  boss.on('error', error => {
    if (!stopping)
      log.warn({ reason: error.message }, 'The queue of jobs has trouble with the database, and goes on by itself when that is over.');
  });
  await boss.start();
  for (const kind of kinds) await take(boss, kind, log);
  return {
    async add(db, name, jobs) {
      const executeSql = async (text: string, values?: unknown[]) => {
        const rows: unknown = await db.query(text, values);
        return { rows: Array.isArray(rows) ? (rows as unknown[]) : [] };
      };
      await boss.insert(name, jobs, { db: { executeSql } });
    },
    async stop(patienceMs) {
      stopping = true;
      await boss.stop({ graceful: true, timeout: Math.max(1_000, patienceMs) });
    },
  };
}

async function take(boss: PgBoss, kind: JobKind, log: Log): Promise<void> {
  const { name, concurrency = 1, schedule, expireInSeconds = 300 } = kind;
  const dead = `${name}-dead`;
  await boss.createQueue(dead, { retentionSeconds: 14 * 86_400 });
  await boss.createQueue(name, { ...retries, expireInSeconds, deadLetter: dead, deleteAfterSeconds: 3_600 });
  await boss.work<object>(name, { localConcurrency: concurrency, batchSize: 1, pollingIntervalSeconds: 2 }, async ([job]) => {
    if (!job) return;
    try {
      await kind.run(job.data ?? {}, job.signal);
    } catch (error) {
      log.warn(
        { job: name, id: job.id, reason: (error as Error).message },
        'A job failed and is tried again later; after five failures it lies with the dead letters.',
      );
      throw error;
    }
  });
  if (schedule) await boss.schedule(name, schedule, {});
}

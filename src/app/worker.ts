import type { DataSource } from 'typeorm';
import type { Log } from '../platform/log';

/** What runs jobs in the background. */
export interface Worker {
  /** How many kinds of jobs it knows. */
  jobs: number;
  /** Lets the jobs at hand end. */
  stop(): Promise<void>;
}

/** Starts the worker. It holds the place of the scheduler, and has no jobs to run. */
export function startWorker(database: DataSource, log: Log): Worker {
  log.debug({ database: database.options.database }, 'the worker runs, without jobs');
  return { jobs: 0, stop: async () => undefined };
}

import type { DataSource } from 'typeorm';
import { startWebhooks } from '../dossier/webhook-sender';
import { tidyDeliveries } from '../dossier/webhook.service';
import { startAssigning } from '../ingestion/assign/assigning';
import { createFeedParser } from '../ingestion/feed/parse-in-worker';
import { seekOrigins } from '../ingestion/origin/seek-origins';
import { readArticles } from '../ingestion/findings/read-articles';
import { fetchPage } from '../ingestion/poll/fetch-page';
import { type JobKind, startJobs } from '../ingestion/poll/job-queue';
import { startScheduler } from '../ingestion/poll/scheduler';
import { tidyPolls } from '../ingestion/poll/tidy';
import { pageJob, queueWantedPages } from '../ingestion/poll/wanted-pages';
import { subscribeToHubs } from '../ingestion/websub/subscribe';
import type { Config } from '../platform/config';
import type { Egress } from '../platform/egress/egress';
import type { Log } from '../platform/log';
import { openWebhookEgress } from './open-egress';

/** What runs jobs in the background. */
export interface Worker {
  /** Lets the polls and jobs at hand end; what takes too long is done again by whoever works next. */
  stop(): Promise<void>;
}

/** What the worker needs. */
export interface WorkerOptions {
  database: DataSource;
  /** Of the same database, for the queue's own connections. */
  url: string;
  egress: Egress;
  config: Pick<Config, 'pollConcurrency' | 'pollLeaseSeconds' | 'publicUrl' | 'egressAllow' | 'userAgentContact'>;
  log: Log;
}

/** The longest that polls and jobs may take to end, in milliseconds: the process has 10 s for everything. */
const patience = 5_000;

/** Starts the worker: polls what is due, fetches the pages that are wanted, puts articles into stories, reads them for facts, sends changes to webhooks, and tidies up. */
export async function startWorker({ database, url, egress, config, log }: WorkerOptions): Promise<Worker> {
  const parser = createFeedParser({ threads: 2 });
  const jobs = await startJobs(url, jobsOf(database, egress, log), log);
  const pages = repeat(2_000, () => queueWantedPages(database, jobs), log);
  const origins = repeat(1_000, () => seekOrigins(database, 3), log);
  const assigning = startAssigning(database, log);
  const stories = repeat(1_000, () => assigning.round(), log);
  let ending = false;
  const facts = repeat(1_000, () => readArticles(database, log, () => ending), log);
  const { publicUrl } = config;
  const hubs = publicUrl ? repeat(60_000, () => subscribeToHubs(database, { egress, log, publicUrl }), log) : undefined;
  const webhooks = startWebhooks(database, { egress: openWebhookEgress(config), log });
  const scheduler = startScheduler(database, {
    egress,
    log,
    parse: (bytes, document) => parser.parse(bytes, document),
    concurrency: config.pollConcurrency,
    leaseSeconds: config.pollLeaseSeconds,
  });
  return {
    async stop() {
      assigning.stopSoon();
      ending = true;
      await Promise.all([scheduler.stop(patience), pages.stop(), hubs?.stop(), webhooks.stop()]);
      await jobs.stop(patience / 2);
      await origins.stop();
      await stories.stop();
      await facts.stop();
      await assigning.stop();
      await parser.close();
    },
  };
}

function jobsOf(database: DataSource, egress: Egress, log: Log): JobKind[] {
  const pages: JobKind<{ articleId: string }> = {
    name: pageJob,
    concurrency: 4,
    run: ({ articleId }, signal) => fetchPage(database, articleId, { egress, log, signal }),
  };
  return [
    pages as JobKind,
    { name: 'tidy-polls', schedule: '17 3 * * *', run: () => tidyPolls(database) },
    { name: 'tidy-deliveries', schedule: '27 3 * * *', run: () => tidyDeliveries(database.manager) },
  ];
}

/** Does something again and again, with a pause between; what fails is tried again the next time. */
function repeat(pauseMs: number, run: () => Promise<unknown>, log: Log): { stop(): Promise<void> } {
  let stopped = false;
  let wake = (): void => undefined;
  const going = (async () => {
    while (!stopped) {
      await run().catch((err: Error) => log.debug({ reason: err.message }, 'a recurring step failed'));
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, pauseMs);
        wake = () => (clearTimeout(timer), resolve());
      });
    }
  })();
  return {
    stop() {
      stopped = true;
      wake();
      return going;
    },
  };
}

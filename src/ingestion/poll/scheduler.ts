import type { DataSource } from 'typeorm';
import type { Log } from '../../platform/log';
import { type ClaimedFeed, claimDueFeeds, dropClaims, renewClaims } from './claim-feeds';
import { pollFeed, type PollOptions } from './poll-feed';

/** How the scheduler works. */
export interface SchedulerOptions extends Omit<PollOptions, 'signal' | 'now' | 'leavesOrigins'> {
  log: Log;
  /** How many feeds are polled at once. */
  concurrency?: number;
  /** After so many seconds a feed whose worker died is polled by another. */
  leaseSeconds?: number;
  /** How often it looks for due feeds while there are none, in milliseconds. */
  idleMs?: number;
}

/** Polls what is due, until it is stopped. */
export interface Scheduler {
  /** Lets the polls at hand end, those that take too long excepted: their feeds stay due. */
  stop(patienceMs?: number): Promise<void>;
}

/** Starts polling what is due: any number of processes may, on one database. A database that goes away is waited for. */
export function startScheduler(db: DataSource, options: SchedulerOptions): Scheduler {
  const { log, concurrency = 16, leaseSeconds = 60, idleMs = 1_000 } = options;
  const running = new Map<string, { feed: ClaimedFeed; done: Promise<void> }>();
  const giveUp = new AbortController();
  let stopping = false;
  let wake = (): void => undefined;
  let trouble = false;

  const pause = (ms: number): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      wake = () => (clearTimeout(timer), resolve());
    });

  async function poll(feed: ClaimedFeed): Promise<void> {
    try {
      await pollFeed(db, feed.id, { ...options, leavesOrigins: true, signal: giveUp.signal });
    } catch (err) {
      if (giveUp.signal.aborted) return;
      log.error({ err, feed: feed.url }, 'A poll broke off and is tried again when its lease has run out. If this goes on, report it.');
    }
  }

  function begin(feed: ClaimedFeed): void {
    const done = poll(feed).finally(() => {
      running.delete(feed.id);
      wake();
    });
    running.set(feed.id, { feed, done });
  }

  async function claim(): Promise<number> {
    const busyHosts = [...running.values()].map(({ feed }) => feed.host);
    const claimed = await claimDueFeeds(db, { most: concurrency - running.size, busyHosts, leaseSeconds });
    for (const feed of claimed) begin(feed);
    return claimed.length;
  }

  async function work(): Promise<void> {
    while (!stopping) {
      const free = running.size < concurrency;
      try {
        const claimed = free ? await claim() : 0;
        if (trouble) log.info('the database answers again: polling goes on');
        trouble = false;
        if (stopping) break;
        if (!free) await pause(idleMs);
        else if (!claimed || running.size >= concurrency) await pause(idleMs);
      } catch (err) {
        if (!trouble) log.warn({ reason: (err as Error).message }, 'the database does not answer: polling waits for it');
        trouble = true;
        await pause(1_000);
      }
    }
  }

  const renewal = setInterval(
    () => {
      const ids = [...running.keys()];
      if (ids.length) renewClaims(db, ids, leaseSeconds).catch(() => undefined); // the next renewal may come through, and the lease ends otherwise
    },
    (leaseSeconds * 1_000) / 3,
  );
  const working = work();

  return {
    async stop(patienceMs = 5_000) {
      stopping = true;
      wake();
      await working;
      const patience = setTimeout(() => giveUp.abort(new Error('the worker stops')), patienceMs);
      const left = [...running.keys()];
      await Promise.all([...running.values()].map(({ done }) => done));
      clearTimeout(patience);
      clearInterval(renewal);
      if (giveUp.signal.aborted) await dropClaims(db, left).catch(() => undefined);
    },
  };
}

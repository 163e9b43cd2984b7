import type { DataSource, EntityManager } from 'typeorm';
import type { Validators } from '../../platform/egress/conditional';
import { uuidV7 } from '../../platform/ids';
import type { Log } from '../../platform/log';
import { Feed, FeedFormat, FeedStatus } from '../../source/feed.entity';
import { Poll, PollOutcome } from '../../source/poll.entity';
import { hubOf } from '../websub/hub-of';
import type { ParsedFeed } from '../feed/parsed-feed';
import { feedKeyOf } from './feed-key';
import { backOff, jittered, longestInterval, nextInterval } from './interval';
import type { Failure } from './outcome';
import { itemsTotal, pollSeconds, pollsTotal } from './poll-metrics';
import type { Stored } from './store-items';

/** A poll while it is made. */
export interface Polling {
  feed: Feed;
  at: Date;
  /** By the process's own clock. */
  started: number;
  random?: () => number;
  log?: Log;
}

/** What an answer says beside its items. */
export interface Answered {
  httpStatus: number;
  bytes: number;
  /** Where permanent redirects led. */
  movedTo: string | null;
  freshSeconds: number | null;
  validators: Validators;
  /** The Link header, which may name a hub. */
  linkHeader?: string;
}

type Success = Answered &
  (
    | { outcome: PollOutcome.NOT_MODIFIED | PollOutcome.UNCHANGED }
    | { outcome: PollOutcome.READ; hash: string; parsed: ParsedFeed; stored: Stored }
  );

/** A new address is believed once it has been told for so long. */
const moveBelievedAfter = 7 * 86_400_000;

/** Writes down a poll that went well, and plans the next. */
export async function recordSuccess(db: DataSource, polling: Polling, success: Success): Promise<Poll> {
  const { feed, at, random = Math.random } = polling;
  const read = success.outcome === PollOutcome.READ ? success : null;
  const head = read?.parsed.feed;
  const ttlSeconds = head
    ? head.ttlMinutes === null
      ? null
      : Math.min(longestInterval, Math.round(head.ttlMinutes * 60))
    : feed.ttlSeconds;
  const isFirst = feed.lastSucceededAt === null;
  const intervalSeconds = nextInterval({
    intervalSeconds: feed.intervalSeconds,
    itemsNew: isFirst ? null : (read?.stored.new ?? 0),
    ttlSeconds,
    freshSeconds: success.freshSeconds,
  });
  const changes: Partial<Feed> = {
    status: feed.status === FeedStatus.PAUSED ? FeedStatus.PAUSED : FeedStatus.ACTIVE,
    intervalSeconds,
    ttlSeconds,
    lastPolledAt: at,
    lastSucceededAt: at,
    nextPollAt: after(at, jittered(intervalSeconds, 0.1, random)),
    consecutiveFailures: 0,
    lastProblem: null,
    claimedUntil: null,
    ...(success.outcome !== PollOutcome.NOT_MODIFIED && { ...success.validators, lastUnconditionalAt: at }),
    ...(read && {
      contentHash: read.hash,
      format: formats[read.parsed.feed.format],
      title: head?.title?.slice(0, 1_000) ?? feed.title,
      ...hubOf(success.linkHeader, read.parsed.feed, feed.url),
    }),
    ...moveOf(feed, success.movedTo, at),
  };
  const stored = read?.stored ?? { seen: 0, new: 0, setAside: 0, reasons: [] };
  const more = stored.setAside - stored.reasons.length;
  const problem = stored.setAside
    ? `${stored.setAside} of ${stored.seen} items were set aside: ${stored.reasons.join(' ')}${more > 0 ? ` And ${more} more.` : ''} Tell who publishes the feed.`.slice(
        0,
        2_000,
      )
    : null;
  itemsTotal.inc({ fate: 'seen' }, stored.seen);
  itemsTotal.inc({ fate: 'new' }, stored.new);
  itemsTotal.inc({ fate: 'set aside' }, stored.setAside);
  const { httpStatus, bytes, outcome } = success;
  return record(db, polling, changes, {
    ...{ outcome, httpStatus, bytes, problem, itemsSeen: stored.seen, itemsNew: stored.new, itemsSetAside: stored.setAside },
  });
}

/** Writes down a poll that failed, and plans the next: ever later, but never not at all, unless the feed is gone for good. */
export async function recordFailure(db: DataSource, polling: Polling, failure: Failure): Promise<Poll> {
  const { feed, at, random = Math.random } = polling;
  const failures = feed.consecutiveFailures + (failure.counts ? 1 : 0);
  const wait = failure.counts ? jittered(backOff(failures), 0.2, random) : 5;
  const latest = after(at, longestInterval);
  const nextPollAt = [after(at, wait), failure.retryAt ?? at].reduce((a, b) => (a > b ? a : b));
  const gone = failure.outcome === PollOutcome.GONE;
  const paused = feed.status === FeedStatus.PAUSED;
  const changes: Partial<Feed> = {
    status: gone ? FeedStatus.GONE : paused || !failure.counts ? feed.status : FeedStatus.FAILING,
    lastPolledAt: at,
    nextPollAt: nextPollAt < latest ? nextPollAt : latest,
    consecutiveFailures: failures,
    claimedUntil: null,
    ...(failure.counts && { lastProblem: failure.problem, movedTo: null, movedSince: null }),
  };
  const { outcome, httpStatus, problem } = failure;
  return record(db, polling, changes, { outcome, httpStatus, problem, bytes: 0, itemsSeen: 0, itemsNew: 0, itemsSetAside: 0 });
}

type Outcome = Pick<Poll, 'outcome' | 'httpStatus' | 'problem' | 'bytes' | 'itemsSeen' | 'itemsNew' | 'itemsSetAside'>;

async function record(db: DataSource, { feed, at, started, log }: Polling, changes: Partial<Feed>, outcome: Outcome): Promise<Poll> {
  const durationMs = Math.round(performance.now() - started);
  const poll = Object.assign(new Poll(), { feedId: feed.id, id: uuidV7(), at, durationMs, ...outcome });
  await db.transaction(async transaction => {
    await transaction.insert(Poll, poll);
    await transaction.update(Feed, { id: feed.id }, await withoutTwin(transaction, feed, changes));
  });
  pollsTotal.inc({ outcome: poll.outcome });
  pollSeconds.observe(durationMs / 1_000);
  const details = { feed: feed.url, outcome: poll.outcome, status: poll.httpStatus, new: poll.itemsNew, ms: durationMs };
  if (poll.problem) log?.warn(details, poll.problem);
  else log?.debug(details, 'polled');
  return poll;
}

/** A feed that moved to where another is polled already is done with. */
async function withoutTwin(db: EntityManager, feed: Feed, changes: Partial<Feed>): Promise<Partial<Feed>> {
  const { urlKey } = changes;
  if (!urlKey || urlKey === feed.urlKey || !(await db.existsBy(Feed, { urlKey }))) return changes;
  return {
    ...changes,
    url: feed.url,
    urlKey: feed.urlKey,
    host: feed.host,
    status: FeedStatus.GONE,
    lastProblem: `It moved to ${changes.url}, which is polled already: this registration is done with.`,
  };
}

/** What permanent redirects change: they are noted, believed when they have said the same for 7 days, and forgotten when they say otherwise. */
function moveOf(feed: Feed, target: string | null, at: Date): Partial<Feed> {
  if (target === null) return { movedTo: null, movedSince: null };
  if (feed.movedTo !== target || feed.movedSince === null) return { movedTo: target, movedSince: at };
  if (at.getTime() - feed.movedSince.getTime() < moveBelievedAfter) return {};
  return { url: target, urlKey: feedKeyOf(target), host: new URL(target).host, movedTo: null, movedSince: null };
}

function after(at: Date, seconds: number): Date {
  return new Date(at.getTime() + Math.round(seconds * 1_000));
}

const formats: Record<ParsedFeed['feed']['format'], FeedFormat> = {
  rss: FeedFormat.RSS,
  atom: FeedFormat.ATOM,
  rdf: FeedFormat.RDF,
  json: FeedFormat.JSON,
  sitemap: FeedFormat.SITEMAP,
};

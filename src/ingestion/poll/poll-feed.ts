import type { DataSource } from 'typeorm';
import type { Egress, EgressResponse } from '../../platform/egress/egress';
import { validatorsOf } from '../../platform/egress/conditional';
import { contentHash } from '../../platform/egress/content-hash';
import { movedTo } from '../../platform/egress/redirect';
import { EgressRefusal } from '../../platform/egress/refusal';
import type { Log } from '../../platform/log';
import type { Feed } from '../../source/feed.entity';
import { type Poll, PollOutcome } from '../../source/poll.entity';
import { FeedError } from '../feed/feed-error';
import { parseFeed } from '../feed/parse-feed';
import type { FeedDocument, ParsedFeed } from '../feed/parsed-feed';
import { feedLinksOf } from '../subscription/feed-links';
import { seekOrigins } from '../origin/seek-origins';
import { findFeed } from './find-feed';
import { freshSeconds } from './freshness';
import { failureOfRefusal, failureOfStatus } from './outcome';
import { type Answered, recordFailure, recordSuccess } from './record-poll';
import { storeItems } from './store-items';

/** What a poll needs beside the feed. */
export interface PollOptions {
  egress: Egress;
  now?: () => Date;
  /** From 0 to 1, for spreading polls. */
  random?: () => number;
  parse?: (bytes: Uint8Array, document: FeedDocument) => ParsedFeed | Promise<ParsedFeed>;
  log?: Log;
  signal?: AbortSignal;
  /** Whether someone else looks for reprints soon, so that the poll need not. */
  leavesOrigins?: boolean;
}

/** Validators are not believed for longer than this: then the feed is read as if for the first time. */
const unconditionalEvery = 24 * 3_600_000;

const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1';

/**
 * Reads a feed once: fetches it, stores what is new and plans the next time. It may die at any moment and run again; every article is stored once.
 *
 * @param reference  the id of the feed, or its address
 * @throws Refusal  NOT_FOUND
 */
export async function pollFeed(db: DataSource, reference: string, options: PollOptions): Promise<Poll> {
  const { egress, now = () => new Date(), signal } = options;
  const feed = await findFeed(db.manager, reference);
  const at = now();
  const started = performance.now();
  const believed = feed.lastUnconditionalAt !== null && at.getTime() - feed.lastUnconditionalAt.getTime() < unconditionalEvery;
  let response: EgressResponse;
  try {
    const conditional = believed ? { etag: feed.etag, lastModified: feed.lastModified } : undefined;
    response = await egress.fetch(feed.url, { accept, conditional, maxWaitMs: 20_000, signal });
  } catch (error) {
    if (!(error instanceof EgressRefusal)) throw error;
    return recordFailure(db, { feed, at, started, ...options }, failureOfRefusal(error));
  }
  return readAnswer(db, feed, response, { ...options, at, started });
}

/** What is known of an answer when it is read. */
export interface AnswerOptions extends Omit<PollOptions, 'egress'> {
  /** When it was asked for, and by the process's own clock. */
  at: Date;
  started: number;
}

/** Reads what a feed's server answered, whoever asked it: finding a feed and reading it for the first time take one request. */
export async function readAnswer(db: DataSource, feed: Feed, response: EgressResponse, options: AnswerOptions): Promise<Poll> {
  const { at, parse = parseFeed } = options;
  const poll = { feed, ...options };
  const failure = failureOfStatus(response, at);
  if (failure) return recordFailure(db, poll, failure);
  const { status, headers, body, finalUrl } = response;
  const answered: Answered = {
    httpStatus: status,
    bytes: body.length,
    movedTo: movedTo(response.redirects),
    freshSeconds: freshSeconds(headers, at),
    validators: validatorsOf(headers),
    linkHeader: headers['link'],
  };
  if (status === 304) return recordSuccess(db, poll, { ...answered, outcome: PollOutcome.NOT_MODIFIED });
  const hash = contentHash(body);
  if (hash === feed.contentHash) return recordSuccess(db, poll, { ...answered, outcome: PollOutcome.UNCHANGED });
  let parsed: ParsedFeed;
  try {
    parsed = await parse(body, { contentType: headers['content-type'] ?? null, url: finalUrl, headers });
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return recordFailure(db, poll, {
      outcome: PollOutcome.FAILED,
      problem: `${error.message} ${adviceFor(body, finalUrl)}`,
      httpStatus: status,
      retryAt: null,
      counts: true,
    });
  }
  const stored = await storeItems(db, feed, parsed, at);
  if (stored.new && !options.leavesOrigins) await seekOrigins(db);
  return recordSuccess(db, poll, { ...answered, outcome: PollOutcome.READ, hash, parsed, stored });
}

function adviceFor(body: Uint8Array, url: string): string {
  const found = feedLinksOf(body, url).slice(0, 3);
  if (!found.length) return 'Check the address: `newsgraph feed discover` finds the feeds of a site.';
  return `It is a page that names feeds: register ${found.map(link => link.url).join(' or ')} instead.`;
}

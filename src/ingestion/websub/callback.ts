import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { FeedError } from '../feed/feed-error';
import { parseFeed } from '../feed/parse-feed';
import type { FeedDocument, ParsedFeed } from '../feed/parsed-feed';
import { seekOrigins } from '../origin/seek-origins';
import { findFeed } from '../poll/find-feed';
import { storeItems } from '../poll/store-items';
import { SubscriptionState, WebsubSubscription } from './subscription.entity';

/** A hub's word is not taken for longer than this, nor for less. */
const LEASE = { least: 300, most: 30 * 86_400 };

const ALGORITHMS = ['sha1', 'sha256', 'sha384', 'sha512'];

/** What a callback is answered with. */
export interface CallbackAnswer {
  status: number;
  text: string;
}

/**
 * Answers a hub that asks whether we want a subscription (WebSub, section 5.3): its challenge is given back if we do, and only then is the lease noted.
 *
 * @param callbackKey  out of the address that the hub was given
 */
export async function verifyIntent(db: DataSource, callbackKey: string, query: URLSearchParams, now = new Date()): Promise<CallbackAnswer> {
  const subscription = await db.manager.findOneBy(WebsubSubscription, { callbackKey });
  const mode = query.get('hub.mode');
  const challenge = query.get('hub.challenge');
  if (!subscription) return { status: 404, text: 'There is no such subscription.' };
  if (query.get('hub.topic') !== subscription.topic) return { status: 404, text: 'The subscription is for another topic.' };
  const { feedId } = subscription;
  if (mode === 'denied') {
    const problem = `The hub ${subscription.hubUrl} denied the subscription: ${query.get('hub.reason')?.slice(0, 200) ?? 'it gave no reason'}.`;
    const renewAt = new Date(now.getTime() + 86_400_000);
    await db.manager.update(WebsubSubscription, { feedId }, { state: SubscriptionState.DENIED, problem, leaseUntil: null, renewAt });
    return { status: 200, text: '' };
  }
  if (mode !== 'subscribe' || challenge === null) return { status: 404, text: 'Only a subscription was asked for.' };
  const asked = Number(query.get('hub.lease_seconds'));
  const seconds = Math.min(LEASE.most, Math.max(LEASE.least, Number.isFinite(asked) && asked > 0 ? asked : LEASE.least));
  const leaseUntil = new Date(now.getTime() + seconds * 1_000);
  const renewAt = new Date(now.getTime() + seconds * 800);
  await db.manager.update(
    WebsubSubscription,
    { feedId },
    { state: SubscriptionState.ACTIVE, leaseUntil, renewAt, failures: 0, problem: null },
  );
  return { status: 200, text: challenge };
}

/**
 * Takes what a hub sends (WebSub, section 7). A body whose signature is missing or wrong is answered like any other, so that nobody learns anything,
 * and thrown away (section 8).
 */
export async function takeDelivery(
  db: DataSource,
  callbackKey: string,
  { body, headers }: { body: Uint8Array; headers: Readonly<Record<string, string | string[] | undefined>> },
  {
    now = new Date(),
    parse = parseFeed,
  }: { now?: Date; parse?: (bytes: Uint8Array, document: FeedDocument) => ParsedFeed | Promise<ParsedFeed> } = {},
): Promise<CallbackAnswer & { stored: number; problem: string | null }> {
  const subscription = await db.manager.findOneBy(WebsubSubscription, { callbackKey });
  if (!subscription) return { status: 410, text: 'There is no such subscription.', stored: 0, problem: null };
  const done = (stored: number, problem: string | null): CallbackAnswer & { stored: number; problem: string | null } => ({
    status: 202,
    text: '',
    stored,
    problem,
  });
  if (!isSigned(body, String(headers['x-hub-signature'] ?? ''), subscription.secret))
    return done(0, 'the signature of a delivery is missing or wrong');
  const feed = await findFeed(db.manager, subscription.feedId);
  const contentType = headers['content-type'];
  try {
    const parsed = await parse(body, { contentType: typeof contentType === 'string' ? contentType : null, url: feed.url });
    const stored = await storeItems(db, feed, parsed, now);
    if (stored.new > 0) await seekOrigins(db);
    await db.manager.update(WebsubSubscription, { feedId: feed.id }, { lastDeliveryAt: now });
    return done(stored.new, null);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return done(0, error.message);
  }
}

function isSigned(body: Uint8Array, header: string, secret: string): boolean {
  const [algorithm = '', signature = ''] = header.split('=', 2);
  if (!ALGORITHMS.includes(algorithm)) return false;
  const expected = createHmac(algorithm, secret).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Egress } from '../../platform/egress/egress';
import { EgressRefusal } from '../../platform/egress/refusal';
import type { Log } from '../../platform/log';
import { SubscriptionState, type WebsubSubscription } from './subscription.entity';

/** What we ask a hub for; it may grant less. */
const LEASE_SECONDS = 7 * 86_400;

/** A hub that does not come back within this time is asked again. */
const VERIFICATION_MINUTES = 10;

/** How many hubs are asked in one round. */
const ROUND = 20;

/** What subscribing needs. */
export interface SubscribeOptions {
  egress: Egress;
  log: Log;
  /** The address under which hubs reach us, without a slash at its end. */
  publicUrl: string;
  now?: () => Date;
}

/**
 * Asks the hubs of feeds that name one and have no living subscription, and those whose lease is about to end. Each is claimed before it is asked, so
 * any number of workers may do so at once.
 */
export async function subscribeToHubs(db: DataSource, options: SubscribeOptions): Promise<number> {
  const { now = () => new Date() } = options;
  await enlist(db, now());
  const due = await claimDue(db, now());
  for (const subscription of due) await ask(db, subscription, options);
  return due.length;
}

/** Makes a subscription for each feed that names a hub; one that changed its hub or address begins anew. */
async function enlist(db: DataSource, now: Date): Promise<void> {
  const feeds = await db.query<{ id: string; hub_url: string; topic: string }[]>(
    `select f.id, f.hub_url, f.topic from feed f left join websub_subscription s on s.feed_id = f.id
     where f.hub_url is not null and f.topic is not null and f.status in ('ACTIVE', 'FAILING')
       and (s.feed_id is null or s.hub_url <> f.hub_url or s.topic <> f.topic)
     limit $1`,
    [ROUND],
  );
  for (const { id, hub_url, topic } of feeds) {
    await db.query(
      `insert into websub_subscription (feed_id, callback_key, hub_url, topic, secret, state, renew_at) values ($1, $2, $3, $4, $5, 'REQUESTED', $6)
       on conflict (feed_id) do update set hub_url = excluded.hub_url, topic = excluded.topic, secret = excluded.secret,
         callback_key = excluded.callback_key, state = excluded.state, renew_at = excluded.renew_at, lease_until = null, failures = 0, problem = null`,
      [id, token(), hub_url, topic, token(), now],
    );
  }
}

async function claimDue(db: DataSource, now: Date): Promise<WebsubSubscription[]> {
  const [rows] = (await db.query(
    `update websub_subscription s set renew_at = $1::timestamptz + $2 * interval '1 minute' from (
       select feed_id from websub_subscription where renew_at <= $1 order by renew_at limit $3 for update skip locked
     ) due where s.feed_id = due.feed_id
     returning s.feed_id as "feedId", s.callback_key as "callbackKey", s.hub_url as "hubUrl", s.topic, s.secret, s.state, s.failures`,
    [now, VERIFICATION_MINUTES, ROUND],
  )) as [WebsubSubscription[], number];
  return rows;
}

async function ask(
  db: DataSource,
  subscription: WebsubSubscription,
  { egress, log, publicUrl, now = () => new Date() }: SubscribeOptions,
): Promise<void> {
  const { feedId, hubUrl, topic, secret, callbackKey } = subscription;
  const form = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.callback': `${publicUrl}/websub/${callbackKey}`,
    'hub.secret': secret,
    'hub.lease_seconds': String(LEASE_SECONDS),
  });
  let problem: string | null = null;
  try {
    const { status } = await egress.fetch(hubUrl, {
      method: 'POST',
      body: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    if (status < 200 || status > 299) problem = `The hub ${hubUrl} answered ${status}.`;
  } catch (error) {
    if (!(error instanceof EgressRefusal)) throw error;
    problem = error.message;
  }
  if (!problem) return;
  const failures = subscription.failures + 1;
  const again = new Date(now().getTime() + Math.min(86_400, 600 * 2 ** Math.min(failures, 8)) * 1_000);
  log.warn(
    { hub: hubUrl, topic, reason: problem },
    'A hub did not take a subscription; the feed is polled as before, and the hub is asked again later.',
  );
  await db.query(
    `update websub_subscription set failures = $2, problem = $3, renew_at = $4, state = case when lease_until > $5 then state else $6 end where feed_id = $1`,
    [feedId, failures, problem, again, now(), SubscriptionState.DENIED],
  );
}

function token(): string {
  return randomBytes(24).toString('base64url');
}

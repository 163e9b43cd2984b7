import type { EntityManager } from 'typeorm';
import { uuidV5 } from '../platform/ids';
import { type ChangePlace, cursorOfPlace } from './change-cursor';
import type { ChangeKind } from './change.entity';
import type { DeliveryState } from './webhook.entity';

/** A webhook that is ours to send for, until the lease ends. */
export interface ClaimedWebhook {
  id: string;
  url: string;
  secret: string;
  storyId: string | null;
  sinceAt: Date;
  attempts: number;
  lease: string;
  place: ChangePlace;
}

/** A change that a webhook is to get. */
export interface DueChange {
  place: ChangePlace;
  cursor: string;
  /** The idempotency id: the same whenever this change is sent to this webhook. */
  deliveryId: string;
  kind: ChangeKind;
  nodeType: string;
  nodeId: string;
  storyId: string;
  slug: string;
  at: Date;
}

/** What came of an attempt. */
export interface Attempt {
  state: DeliveryState;
  status: number | null;
  problem: string | null;
  /** How long to wait before the next attempt. */
  pauseMs: number;
}

/** For how long a claim counts if whoever holds it dies; longer than any attempt. */
const leaseSeconds = 60;
const pageSize = 20;

const settled = `(c.era < newsgraph_log_era() or c.transaction < newsgraph_settled_below())`;

/**
 * Claims the webhook that has waited longest and has something to send. No transaction stays open while it is sent for, since that would hold back
 * the log; whoever dies loses the claim when the lease ends.
 */
export async function claimWebhook(db: EntityManager, lease: string): Promise<ClaimedWebhook | null> {
  const due = (condition: string): string =>
    `exists (select from change c where (c.era, c.transaction, c.id) > (w.era, w.transaction, w.change_id) and ${settled} and ${condition})`;
  const [rows] = await db.query<[(Omit<ClaimedWebhook, 'place'> & ChangePlace & { changeId: string })[], number]>(
    `update webhook set lease = $1, leased_until = now() + $2 * interval '1 second'
     where id = (
       select w.id from webhook w
       where (w.not_before is null or w.not_before <= now()) and (w.leased_until is null or w.leased_until <= now())
         and (w.story_id is null and ${due('true')} or w.story_id is not null and ${due('c.story_id = newsgraph_story_now(w.story_id)')})
       order by coalesce(w.not_before, w.since_at), w.id limit 1 for update of w skip locked
     )
     returning id, url, secret, story_id as "storyId", since_at as "sinceAt", attempts, lease, era, transaction, change_id as "changeId"`,
    [lease, leaseSeconds],
  );
  const [row] = rows;
  if (!row) return null;
  const { era, transaction, changeId, ...webhook } = row;
  return { ...webhook, place: { era, transaction, id: changeId } };
}

/** What a webhook is to get next, in order. */
export async function nextChanges(db: EntityManager, { id, storyId, place }: ClaimedWebhook): Promise<DueChange[]> {
  const rows = await db.query<(Omit<DueChange, 'place' | 'cursor' | 'deliveryId'> & ChangePlace)[]>(
    `select c.era, c.transaction, c.id, c.kind, c.node_type as "nodeType", c.node_id as "nodeId", c.at, c.story_id as "storyId", s.slug
     from change c join story s on s.id = c.story_id
     where (c.era, c.transaction, c.id) > ($1, $2, $3) and ${settled} and ${storyId === null ? '$4::uuid is null' : 'c.story_id = newsgraph_story_now($4)'}
     order by c.era, c.transaction, c.id limit ${pageSize}`,
    [place.era, place.transaction, place.id, storyId],
  );
  return rows.map(({ era, transaction, id: change, ...rest }) => {
    const own = { era, transaction, id: change };
    const cursor = cursorOfPlace(own);
    return { ...rest, place: own, cursor, deliveryId: uuidV5(id, cursor) };
  });
}

/**
 * Writes down what came of an attempt, and moves on unless it is tried again. After a failure the claim is given back.
 *
 * @returns false if the claim was lost meanwhile: the webhook was deleted, replayed, or taken over
 */
export async function recordAttempt(
  db: EntityManager,
  { id, lease }: ClaimedWebhook,
  { deliveryId, storyId, kind, cursor, place }: DueChange,
  { state, status, problem, pauseMs }: Attempt,
): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `with moved as (
       update webhook set
         era = case when $8 = 'RETRYING' then era else $5 end,
         transaction = case when $8 = 'RETRYING' then transaction else $6 end,
         change_id = case when $8 = 'RETRYING' then change_id else $7 end,
         attempts = case when $8 = 'DELIVERED' then 0 else attempts + 1 end,
         not_before = case when $8 = 'DELIVERED' then null else now() + $11 * interval '1 millisecond' end,
         lease = case when $8 = 'DELIVERED' then lease end,
         leased_until = case when $8 = 'DELIVERED' then now() + $13 * interval '1 second' end
       where id = $1 and lease = $2 returning id, not_before
     )
     insert into webhook_delivery as d
       (webhook_id, id, story_id, kind, cursor, state, attempts, status, problem, first_attempt_at, last_attempt_at, next_attempt_at)
     select id, $3, $4, $12, $14, $8, 1, $9, $10, now(), now(), case when $8 = 'RETRYING' then not_before end from moved
     on conflict (webhook_id, id) do update set state = excluded.state, attempts = d.attempts + 1, status = excluded.status, problem = excluded.problem,
       last_attempt_at = excluded.last_attempt_at, next_attempt_at = excluded.next_attempt_at
     returning id`,
    [id, lease, deliveryId, storyId, place.era, place.transaction, place.id, state, status, problem, pauseMs, kind, leaseSeconds, cursor],
  );
  return rows.length > 0;
}

/** Gives a claim back, and has others go first. */
export async function releaseWebhook(db: EntityManager, { id, lease }: ClaimedWebhook): Promise<void> {
  await db.query(`update webhook set lease = null, leased_until = null, not_before = now() where id = $1 and lease = $2`, [id, lease]);
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Egress } from '../platform/egress/egress';
import { encodeNodeId, uuidV7 } from '../platform/ids';
import type { Log } from '../platform/log';
import { changeTail } from './change-tail';
import { DeliveryState } from './webhook.entity';
import {
  type Attempt,
  claimWebhook,
  type ClaimedWebhook,
  type DueChange,
  nextChanges,
  recordAttempt,
  releaseWebhook,
} from './webhook-queue';
import { signDelivery } from './webhook-signature';

/** What sending needs. */
export interface SenderOptions {
  egress: Egress;
  log: Log;
  /** How many webhooks one process sends for at once. */
  concurrency?: number;
  /** The pause after the first failure; twice as long after each further one. */
  firstPauseMs?: number;
  longestPauseMs?: number;
  /** For how long one change is tried. */
  patienceMs?: number;
  /** How often it looks for retries that are due. */
  lookMs?: number;
}

/** How many changes one webhook gets before another has its turn. */
const turnSize = 200;
const deadlineMs = 15_000;
const hour = 3_600_000;

/**
 * Sends changes to webhooks, as long as the process works. Each webhook gets its changes in order, one at a time; any number of processes may do this
 * on one database. A change is sent until it is taken, so a receiver may get it twice, under the same idempotency id.
 */
export function startWebhooks(database: DataSource, options: SenderOptions): { stop(): Promise<void> } {
  const { log, concurrency = 8, lookMs = 1_000 } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const tail = changeTail(database);
  const sending = new Set<Promise<void>>();

  async function claimWhatIsDue(): Promise<void> {
    while (sending.size < concurrency && !signal.aborted) {
      const webhook = await claimWebhook(database.manager, uuidV7());
      if (!webhook) return;
      const task = sendAll(database, webhook, options, signal)
        .catch((err: unknown) => log.warn({ err, webhook: webhook.id }, 'sending to a webhook broke off'))
        .finally(() => sending.delete(task));
      sending.add(task);
    }
  }

  async function work(): Promise<void> {
    while (!signal.aborted) {
      const turn = tail.next(null);
      const pause = new AbortController();
      await claimWhatIsDue().catch((error: Error) => log.debug({ reason: error.message }, 'no webhook could be claimed'));
      const due = sleep(lookMs, undefined, { signal: AbortSignal.any([pause.signal, signal]) }).catch(() => undefined);
      await Promise.race([turn.woken, due, ...sending]);
      pause.abort();
      turn.giveUp();
    }
    await Promise.all(sending);
  }

  async function join(): Promise<boolean> {
    while (!signal.aborted) {
      const joined = await tail.join().then(
        () => true,
        () => false,
      );
      if (joined) return true;
      await sleep(lookMs, undefined, { signal }).catch(() => undefined);
    }
    return false;
  }

  const going = join().then(joined => (joined ? work().finally(() => tail.leave()) : undefined));
  return {
    async stop() {
      stopping.abort();
      await going;
    },
  };
}

async function sendAll(database: DataSource, webhook: ClaimedWebhook, options: SenderOptions, signal: AbortSignal): Promise<void> {
  const db = database.manager;
  let { place } = webhook;
  for (let sent = 0; sent < turnSize && !signal.aborted;) {
    const changes = await nextChanges(db, { ...webhook, place });
    if (changes.length === 0) break;
    for (const change of changes) {
      const attempt = await send(webhook, change, options, signal);
      if (signal.aborted && attempt.state !== DeliveryState.DELIVERED) break;
      const ours = await recordAttempt(db, webhook, change, attempt);
      if (!ours || attempt.state !== DeliveryState.DELIVERED) return;
      webhook.attempts = 0;
      place = change.place;
      sent += 1;
      if (signal.aborted) break;
    }
  }
  await releaseWebhook(db, webhook);
}

async function send(webhook: ClaimedWebhook, change: DueChange, options: SenderOptions, signal: AbortSignal): Promise<Attempt> {
  const body = bodyOf(webhook, change);
  const headers = {
    'content-type': 'application/json',
    'x-newsgraph-delivery': change.deliveryId,
    'x-newsgraph-signature': signDelivery(webhook.secret, body, Math.floor(Date.now() / 1_000)),
  };
  try {
    const answer = await options.egress.fetch(webhook.url, {
      method: 'POST',
      body,
      headers,
      deadlineMs,
      maxWaitMs: deadlineMs,
      maxBytes: 64_000,
      cut: true,
      signal,
    });
    const { status, redirects, retryAfter } = answer;
    if (redirects.length > 0)
      return failed(webhook, change, options, redirects[0]?.status ?? status, 'It redirects: register the address where that ends.');
    if (status >= 200 && status < 300) return { state: DeliveryState.DELIVERED, status, problem: null, pauseMs: 0 };
    return failed(webhook, change, options, status, `The receiver answered ${status}.`, retryAfter ?? 0);
  } catch (error) {
    return failed(webhook, change, options, null, (error as Error).message);
  }
}

/** Waits twice as long after each failure, and between half of that and all of it, so that what failed together does not come back together. */
function failed(
  { attempts, sinceAt }: ClaimedWebhook,
  { at }: DueChange,
  { firstPauseMs = 5_000, longestPauseMs = hour, patienceMs = 24 * hour }: SenderOptions,
  status: number | null,
  problem: string,
  retryAfter = 0,
): Attempt {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts, 30));
  const pauseMs = Math.round(Math.max(Math.min(longestPauseMs, retryAfter * 1_000), pause * (0.5 + Math.random() / 2)));
  const dueSince = Math.max(at.getTime(), sinceAt.getTime());
  const state = Date.now() - dueSince >= patienceMs ? DeliveryState.DEAD : DeliveryState.RETRYING;
  return { state, status, problem: problem.slice(0, 500), pauseMs };
}

/** The same text for every attempt. */
function bodyOf({ id }: ClaimedWebhook, { deliveryId, cursor, kind, at, storyId, slug, nodeType, nodeId }: DueChange): string {
  return JSON.stringify({
    delivery: deliveryId,
    webhook: encodeNodeId('Webhook', id),
    cursor,
    story: { id: encodeNodeId('Story', storyId), slug },
    change: { kind, at, node: { __typename: nodeType, id: encodeNodeId(nodeType, nodeId) } },
  });
}

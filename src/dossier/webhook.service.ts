import { randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../platform/context';
import { targetOf } from '../platform/egress/target';
import { Refusal, shown } from '../platform/errors';
import { decodeNodeId, encodeNodeId, uuidV7 } from '../platform/ids';
import type { Reference } from '../planner/planner';
import { type ChangePlace, cursorOfPlace, placeOfCursor } from './change-cursor';
import { findStory } from './change-feed';
import { lineOfLog } from './change-tail';
import { DeliveryState, Webhook, WebhookDelivery } from './webhook.entity';
import type { DeliveryArguments, RegisterWebhookInput, ReplayWebhookInput } from './webhook.types';

const beginning: ChangePlace = { era: 0, transaction: '0', id: '0' };

/**
 * Registers an address that changes are sent to. The secret is kept as it is, since every delivery is signed with it.
 *
 * @throws Refusal  BAD_USER_INPUT for an address or secret that will not do, NOT_FOUND for an unknown story, CURSOR_INVALID
 */
export async function registerWebhook(
  database: DataSource,
  { keyId }: Caller,
  { url, story, since, secret }: RegisterWebhookInput,
): Promise<{ webhook: Webhook; secret: string }> {
  const key = secret ?? `ngs_${randomBytes(32).toString('base64url')}`;
  if (key.length < 16 || key.length > 200)
    throw new Refusal('BAD_USER_INPUT', `"input.secret" has ${key.length} characters: it must have 16 to 200.`);
  const place = since ? placeOfCursor(since) : await lineOfLog(database);
  const id = uuidV7();
  await database.manager.insert(Webhook, {
    id,
    url: addressOf(url),
    secret: key,
    storyId: story ? await findStory(database, story) : null,
    apiKeyId: keyId,
    era: place.era,
    transaction: place.transaction,
    changeId: place.id,
  });
  return { webhook: await database.manager.findOneByOrFail(Webhook, { id }), secret: key };
}

/**
 * Ends a webhook and forgets its log. What is on its way at this moment may still arrive.
 *
 * @throws Refusal  NOT_FOUND
 */
export async function deleteWebhook(db: EntityManager, id: string): Promise<void> {
  const { affected } = await db.delete(Webhook, { id: keyOf(id) });
  if (!affected) throw unknown(id);
}

/**
 * Sends again what came after a cursor, under the same idempotency ids. Whoever sends at this moment loses the right to.
 *
 * @throws Refusal  NOT_FOUND, CURSOR_INVALID
 */
export async function replayWebhook(db: EntityManager, { id, since }: ReplayWebhookInput): Promise<Webhook> {
  const place = since ? placeOfCursor(since) : beginning;
  const key = keyOf(id);
  const { affected } = await db.update(
    Webhook,
    { id: key },
    {
      era: place.era,
      transaction: place.transaction,
      changeId: place.id,
      sinceAt: () => 'now()',
      attempts: 0,
      notBefore: null,
      lease: null,
      leasedUntil: null,
    },
  );
  if (!affected) throw unknown(id);
  return db.findOneByOrFail(Webhook, { id: key });
}

/** All webhooks, oldest first. */
export function listWebhooks(db: EntityManager): Promise<Webhook[]> {
  return db.find(Webhook, { order: { createdAt: 'ASC', id: 'ASC' } });
}

/**
 * The log of a webhook, the latest attempt first.
 *
 * @throws Refusal  BAD_USER_INPUT
 */
export function listDeliveries(
  db: EntityManager,
  webhookId: string,
  { first = 20, failed }: DeliveryArguments,
): Promise<WebhookDelivery[]> {
  if (first < 1 || first > 100)
    throw new Refusal('BAD_USER_INPUT', `"first" of deliveries is ${first}: it must be a whole number from 1 to 100.`);
  const states = failed ? [DeliveryState.RETRYING, DeliveryState.DEAD] : Object.values(DeliveryState);
  return db.find(WebhookDelivery, {
    where: states.map(state => ({ webhookId, state })),
    order: { lastAttemptAt: 'DESC', id: 'DESC' },
    take: first,
  });
}

/** The id of a webhook as clients see it. */
export function idOfWebhook({ id }: Webhook): string {
  return encodeNodeId('Webhook', id);
}

/** How far the receiver of a webhook has the changes. */
export function cursorOfWebhook({ era, transaction, changeId }: Webhook): string {
  return cursorOfPlace({ era, transaction, id: changeId });
}

/** The story whose changes a webhook gets, for the planner to read; null for all. */
export async function storyOfWebhook(database: DataSource, { storyId }: Webhook): Promise<Reference | null> {
  return storyId === null ? null : { type: 'Story', uuid: await findStory(database, encodeNodeId('Story', storyId)) };
}

/** Forgets what was delivered more than 30 days ago. */
export async function tidyDeliveries(db: EntityManager): Promise<void> {
  await db.query(`delete from webhook_delivery where state <> 'RETRYING' and last_attempt_at < now() - interval '30 days'`);
}

function addressOf(url: string): string {
  try {
    return targetOf(url).href;
  } catch (error) {
    throw new Refusal('BAD_USER_INPUT', `"input.url" will not do: ${(error as Error).message}`);
  }
}

function keyOf(id: string): string {
  const decoded = decodeNodeId(id);
  if (decoded?.type === 'Webhook') return decoded.uuid;
  throw unknown(id);
}

function unknown(id: string): Refusal {
  return new Refusal('NOT_FOUND', `There is no webhook ${shown(id)}: the query \`webhooks\` lists all.`);
}

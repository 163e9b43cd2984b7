import { createHash } from 'node:crypto';
import { articleIdOf } from '../../article/canonical-url';
import { shown } from '../../platform/errors';
import { uuidV5 } from '../../platform/ids';
import type { Batch } from './batch';
import { inOrder } from './in-order';
import { insertRows, type Row } from './insert-rows';
import { type Known, readKnown } from './known';
import { fieldOf, type Item } from './read-records';
import { IngestOutcome, RecordKind } from './record-kind';
import type { GivenCitation } from './record-shape';
import { unfit } from './shape';
import { citationRows } from './store-citations';

/** The namespace of the keys of facts, which are derived from their kind, the story as it was named, and the caller's own key. */
const FACT_NAMESPACE = '695914d3-082d-5a95-81c5-1407453ff05c';

/** The kinds of records that a story is made of, each stored under the caller's own key. */
type FactKind = RecordKind.EVENT | RecordKind.STATEMENT | RecordKind.FIGURE | RecordKind.CLAIM | RecordKind.POSITION;

/** How facts of one kind become rows. */
interface FactPlan<K extends FactKind> {
  keyOf: (given: Item<K>['given']) => string;
  /** The keys of facts of the same kind that this one needs stored before it. */
  needs?: (given: Item<K>['given']) => string[];
  /** The columns that only this kind has, and when it became public; refuses references that lead nowhere. */
  row: (item: Item<K>, storyId: string, known: Known | undefined) => Row & { public_at: Date };
  /** What later records need to know of it beyond its id and when it became public. */
  known?: (row: Row) => Partial<Known>;
  citations: (item: Item<K>, storyId: string) => readonly GivenCitation[];
  /** What is left out when content is compared, because it is no part of the fact. */
  beside?: readonly string[];
}

/** Makes known what is stored under the keys that the records of a batch bear or name. */
export async function readKeys(batch: Batch): Promise<void> {
  const wanted = new Map<FactKind, { storyId: string; key: string }[]>();
  const want = (kind: FactKind, story: string, key: string | null | undefined): void => {
    const storyId = batch.stories.get(story)?.id;
    if (key && storyId) wanted.set(kind, [...(wanted.get(kind) ?? []), { storyId, key }]);
  };
  const { EVENT, STATEMENT, FIGURE, CLAIM, POSITION } = RecordKind;
  for (const { given } of batch.all(EVENT)) [given.key, given.parent].forEach(key => want(EVENT, given.story, key));
  for (const { given } of batch.all(STATEMENT)) {
    [given.key, given.answers?.statement].forEach(key => want(STATEMENT, given.story, key));
    want(EVENT, given.story, given.answers?.event);
  }
  for (const { given } of batch.all(FIGURE)) {
    want(FIGURE, given.story, given.key);
    want(EVENT, given.story, given.event);
  }
  for (const { given } of batch.all(CLAIM)) {
    want(CLAIM, given.story, given.key);
    want(EVENT, given.story, given.about);
  }
  for (const { given } of batch.all(POSITION)) {
    want(POSITION, given.story, positionKey(given));
    want(CLAIM, given.story, given.claim);
    want(STATEMENT, given.story, given.statement);
  }
  for (const [kind, keys] of wanted) {
    for (const known of await readKnown(batch.db, fieldOf(kind), keys)) batch.facts.set(factName(kind, known.story_id, known.key), known);
  }
}

/** Stores the facts of one kind: new ones, and corrections, which supersede what was stored under the same key. */
export async function storeFacts<K extends FactKind>(batch: Batch, kind: K, plan: FactPlan<K>): Promise<Row[]> {
  const rows: Row[] = [];
  const citations: Row[] = [];
  const seen = new Map<string, Item<K>>();
  for (const item of needsFirst(batch, kind, plan)) {
    batch.attempt(item, () => {
      const story = batch.story(item.given.story);
      const key = plan.keyOf(item.given);
      const name = factName(kind, story.id, key);
      const hash = contentHash(item.given, plan.beside);
      const known = batch.facts.get(name);
      const twin = seen.get(name);
      if (twin && known?.content_hash !== hash) {
        throw unfit(`The key ${shown(key)} is also that of records[${twin.index}] of this batch, which says something else.`, '.key');
      }
      seen.set(name, item);
      if (known?.content_hash === hash) return batch.settle(item, IngestOutcome.UNCHANGED, known.id);

      const revisions = (known?.revisions ?? 0) + 1;
      const id = uuidV5(FACT_NAMESPACE, `${fieldOf(kind)} ${item.given.story} ${key}${known ? ` ${revisions}` : ''}`);
      const own = plan.row(item, story.id, known);
      citations.push(...citationRows(batch, story.id, id, plan.citations(item, story.id)));
      const shared = { story_id: story.id, id, key, content_hash: hash, recorded_at: batch.now, supersedes_id: known?.id ?? null };
      rows.push({ ...shared, ...own });
      batch.facts.set(name, { ...shared, ...plan.known?.(own), revisions, public_at: own.public_at });
      batch.settle(item, known ? IngestOutcome.UPDATED : IngestOutcome.CREATED, id);
    });
  }
  await insertRows(batch.db, fieldOf(kind), rows);
  await insertRows(batch.db, 'citation', citations);
  return rows;
}

/** The fact of a kind that bears a key in a story. */
export function factOf(batch: Batch, kind: FactKind, storyId: string, story: string, key: string, path: string): Known {
  const known = batch.facts.get(factName(kind, storyId, key));
  if (!known) throw batch.missing(kind, `${story} ${key}`, path, `${shown(key)} in the story ${shown(story)}`);
  return known;
}

/** The key of a position: the caller's own, else one made of what it is about, what it rests on, and its side. */
export function positionKey(given: Item<RecordKind.POSITION>['given']): string {
  return given.key ?? `${given.claim}:${given.statement ?? (given.article && articleIdOf(given.article))}:${given.polarity}`;
}

/** By what equal content is known: SHA-256 of everything that was said, references by their names, without the key. */
export function contentHash(given: object, beside: readonly string[] = []): string {
  const content = Object.entries(given).filter(([name]) => !/^(key|story|.*precision)$/i.test(name) && !beside.includes(name));
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(content), (_, value: unknown) => value ?? undefined))
    .digest('hex');
}

function factName(kind: FactKind, storyId: string, key: string): string {
  return `${kind} ${storyId} ${key}`;
}

/** Facts in the order that lets each find what it needs; those that need themselves are rejected. */
function needsFirst<K extends FactKind>(batch: Batch, kind: K, plan: FactPlan<K>): Item<K>[] {
  const items = batch.of(kind);
  const { needs } = plan;
  if (!needs) return items;
  const storyId = (given: Item<K>['given']): string => batch.stories.get(given.story)?.id ?? given.story;
  const { ordered, circular } = inOrder(
    items,
    ({ given }) => `${storyId(given)} ${plan.keyOf(given)}`,
    ({ given }) => needs(given).map(key => `${storyId(given)} ${key}`),
  );
  for (const item of circular) {
    batch.attempt(item, () => {
      throw unfit(`The ${fieldOf(kind)} ${shown(plan.keyOf(item.given))} leads back to itself through others of this batch.`);
    });
  }
  return ordered;
}

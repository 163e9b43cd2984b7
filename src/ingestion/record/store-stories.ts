import { decodeNodeId, uuidV5, uuidV7 } from '../../platform/ids';
import { periodEnd, Precision } from '../../platform/moment';
import { earlier } from './clock';
import type { Batch } from './batch';
import { insertRows, type Row } from './insert-rows';
import { IngestOutcome, RecordKind } from './record-kind';

/** The namespace of story keys, which are derived from the slug that a story is first recorded under. */
const STORY_NAMESPACE = '521680c0-5c37-534d-902e-adc5cbcf0db5';

/** Finds the stories that a batch speaks of, and makes those that are new. */
export async function findStories(batch: Batch): Promise<void> {
  const references = referencesOf(batch);
  await resolve(batch, references);
  if (await makeMissing(batch)) await resolve(batch, references);
}

/**
 * Locks the stories that a batch names, in the order of their ids, until the transaction ends: two batches about one story take turns, so
 * what one has read about it stays true while it writes.
 */
export async function lockStories(batch: Batch): Promise<void> {
  while (await lockAndLookForMerged(batch)) await resolve(batch, referencesOf(batch));
}

/** Adds the headlines and summaries that are new. */
export async function storeStories(batch: Batch): Promise<void> {
  const items = batch.of(RecordKind.STORY);
  if (!items.length) return;
  const ids = [...new Set(items.map(item => batch.story(item.given.slug).id))];
  const made = new Set(batch.madeStories);
  const stored = (await batch.db.query(
    `select story_id, headline, summary, reported_at, precision from story_revision where story_id = any($1) order by public_at, id`,
    [ids],
  )) as { story_id: string; headline: string; summary: string; reported_at: Date; precision: string }[];
  const latest = new Map(stored.map(row => [row.story_id, `${row.headline}\n${row.summary}`]));
  const dated = new Set(
    stored.map(row => `${row.story_id} ${row.reported_at.toISOString()} ${row.precision}\n${row.headline}\n${row.summary}`),
  );
  const rows: Row[] = [];
  for (const item of items) {
    const { headline, summary, reportedAt, slug } = item.given;
    const { id } = batch.story(slug);
    const { at, precision } = reportedAt ?? { at: batch.now, precision: Precision.MINUTE };
    const words = `${headline}\n${summary}`;
    const name = `${id} ${at.toISOString()} ${precision}\n${words}`;
    if (reportedAt ? dated.has(name) : latest.get(id) === words) {
      batch.settle(item, IngestOutcome.UNCHANGED, id);
      continue;
    }
    dated.add(name);
    latest.set(id, words);
    const publicAt = earlier(periodEnd(at, precision), batch.now);
    rows.push({ story_id: id, id: uuidV7(), headline, summary, reported_at: at, precision, public_at: publicAt, recorded_at: batch.now });
    batch.settle(item, made.has(id) ? IngestOutcome.CREATED : IngestOutcome.UPDATED, id);
    made.delete(id);
  }
  await insertRows(batch.db, 'story_revision', rows);
}

/** The uuid or slug that a reference holds: also the global id that the API answers is taken. */
function aliasOf(reference: string): string {
  const node = decodeNodeId(reference);
  return node?.type === 'Story' ? node.uuid : reference;
}

function referencesOf(batch: Batch): Set<string> {
  const references = new Set<string>();
  for (const { given } of batch.items) if ('story' in given && given.story !== null) references.add(given.story);
  for (const { given } of batch.all(RecordKind.STORY)) references.add(given.slug);
  return references;
}

async function resolve(batch: Batch, references: Set<string>): Promise<void> {
  if (!references.size) return;
  const found = (await batch.db.query(
    `with recursive led as (
       select a.alias, s.id, s.merged_into from story_alias a join story s on s.id = a.story_id where a.alias = any($1)
       union
       select led.alias, s.id, s.merged_into from led join story s on s.id = led.merged_into
     )
     select alias, id from led where merged_into is null`,
    [[...references].map(aliasOf)],
  )) as { alias: string; id: string }[];
  const byAlias = new Map(found.map(row => [row.alias, row.id]));
  for (const reference of references) {
    const id = byAlias.get(aliasOf(reference));
    if (id) batch.stories.set(reference, { id });
  }
}

async function makeMissing(batch: Batch): Promise<boolean> {
  const missing = new Map<string, Date>();
  for (const { given } of batch.of(RecordKind.STORY)) {
    if (batch.stories.has(given.slug)) continue;
    const { at, precision } = given.reportedAt ?? { at: batch.now, precision: Precision.MINUTE };
    const known = missing.get(given.slug);
    missing.set(given.slug, earlier(earlier(periodEnd(at, precision), batch.now), known ?? batch.now));
  }
  if (!missing.size) return false;
  const rows = [...missing]
    .map(([slug, at]) => ({
      id: uuidV5(STORY_NAMESPACE, slug),
      slug,
      started_at: at,
      last_activity_at: at,
      public_at: at,
      created_at: batch.now,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const made = await insertRows<{ id: string }>(batch.db, 'story', rows, 'on conflict (id) do nothing returning id');
  batch.madeStories.push(...made.map(row => row.id));
  const aliases = rows.flatMap(row =>
    [row.slug, row.id].map(alias => ({ alias, story_id: row.id, created_at: batch.now })),
  ) satisfies Row[];
  await insertRows(batch.db, 'story_alias', aliases, 'on conflict (alias) do nothing');
  return true;
}

async function lockAndLookForMerged(batch: Batch): Promise<boolean> {
  const ids = [...new Set([...batch.stories.values()].map(story => story.id))];
  if (!ids.length) return false;
  const locked = (await batch.db.query(`select merged_into from story where id = any($1) order by id for no key update`, [ids])) as {
    merged_into: string | null;
  }[];
  return locked.some(row => row.merged_into !== null);
}

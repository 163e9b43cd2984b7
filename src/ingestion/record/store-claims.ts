import { uuidV7 } from '../../platform/ids';
import { Precision } from '../../platform/moment';
import type { Batch } from './batch';
import { publicFrom } from './clock';
import { insertRows, type Row } from './insert-rows';
import type { Item } from './read-records';
import { IngestOutcome, RecordKind } from './record-kind';
import { factOf, storeFacts } from './store-facts';

/** Stores the claims of a batch and how they were judged. A judgement is no part of the claim: another one is added, not a correction. */
export async function storeClaims(batch: Batch): Promise<Row[]> {
  const rows = await storeFacts(batch, RecordKind.CLAIM, {
    keyOf: given => given.key,
    row: ({ given }, storyId) => ({
      kind: given.kind,
      event_id: given.about === null ? null : factOf(batch, RecordKind.EVENT, storyId, given.story, given.about, '.about').id,
      proposition: given.proposition,
      public_at: batch.now,
    }),
    citations: () => [],
    beside: ['status', 'note', 'assessedAt'],
  });
  await storeAssessments(batch);
  return rows;
}

interface Assessment {
  claim_id: string;
  key: string;
  status: string;
  note: string | null;
  reported_at: Date;
  precision: string;
}

async function storeAssessments(batch: Batch): Promise<void> {
  const items = batch.all(RecordKind.CLAIM).filter(item => item.given.status !== null && batch.results.get(item.index)?.node);
  if (!items.length) return;
  const storyIds = [...new Set(items.map(item => batch.story(item.given.story).id))];
  const stored = (await batch.db.query(
    `select a.claim_id, c.story_id || ' ' || c.key as key, a.status, a.note, a.reported_at, a.precision
     from claim_assessment a join claim c on c.story_id = a.story_id and c.id = a.claim_id
     where c.story_id = any($1) and c.key = any($2) order by a.public_at, a.recorded_at, a.id`,
    [storyIds, items.map(item => item.given.key)],
  )) as Assessment[];
  const latest = new Map(stored.map(row => [row.key, verdict(row)]));
  const dated = new Set(stored.map(row => `${row.key} ${verdict(row)} ${row.reported_at.toISOString()} ${row.precision}`));
  const rows: Row[] = [];
  for (const item of items) {
    const { status, note, assessedAt } = item.given;
    const { id: storyId } = batch.story(item.given.story);
    const { at, precision } = assessedAt ?? { at: batch.now, precision: Precision.MINUTE };
    const key = `${storyId} ${item.given.key}`;
    const said = verdict({ status: status as string, note });
    const name = `${key} ${said} ${at.toISOString()} ${precision}`;
    if (assessedAt ? dated.has(name) : latest.get(key) === said) continue;
    dated.add(name);
    latest.set(key, said);
    rows.push({
      story_id: storyId,
      id: uuidV7(),
      claim_id: batch.results.get(item.index)?.node?.uuid,
      status,
      note,
      reported_at: at,
      precision,
      public_at: publicFrom({ at, precision }, batch.now),
      recorded_at: batch.now,
    });
    markUpdated(batch, item);
  }
  await insertRows(batch.db, 'claim_assessment', rows);
}

function verdict({ status, note }: { status: string; note: string | null }): string {
  return JSON.stringify([status, note]);
}

function markUpdated(batch: Batch, item: Item): void {
  const result = batch.results.get(item.index);
  if (result?.node && result.outcome === IngestOutcome.UNCHANGED) batch.settle(item, IngestOutcome.UPDATED, result.node.uuid);
}

import type { Batch } from './batch';
import { publicFrom } from './clock';
import type { Row } from './insert-rows';
import { RecordKind } from './record-kind';
import { factOf, storeFacts } from './store-facts';

/** Stores the figures of a batch. Where the order of reports is known, the derived times follow later. */
export async function storeFigures(batch: Batch): Promise<Row[]> {
  const items = batch.of(RecordKind.FIGURE);
  const names = [...new Set(items.map(({ given }) => given.reporter))];
  const actors = await idsByName(batch, 'actor', names);
  const sources = await idsByName(batch, 'source', names);
  const last = await lastOrdinals(batch, [
    ...new Set(items.map(({ given }) => batch.stories.get(given.story)?.id).filter(id => id !== undefined)),
  ]);

  return storeFacts(batch, RecordKind.FIGURE, {
    keyOf: given => given.key,
    row: ({ given }, storyId, known) => {
      const row = {
        event_id: factOf(batch, RecordKind.EVENT, storyId, given.story, given.event, '.event').id,
        metric: given.metric,
        value: given.value,
        min: given.min,
        max: given.max,
        at_least: given.atLeast,
        official: given.official,
        reporter_name: given.reporter,
        reporter_actor_id:
          given.reporterActor === null ? (actors.get(given.reporter) ?? null) : batch.actor(given.reporterActor, '.reporterActor').id,
        reporter_source_id:
          given.reporterSource === null ? (sources.get(given.reporter) ?? null) : batch.source(given.reporterSource, '.reporterSource').id,
        stated_as_of: given.statedAsOf?.at ?? null,
        time_basis: given.timeBasis,
        note: given.note,
        sequence: given.sequence,
        reported_at: given.reportedAt.at,
        precision: given.reportedAt.precision,
        public_at: publicFrom(given.reportedAt, batch.now),
        method: 'RECORDED',
      };
      const series = `${storyId} ${given.metric}`;
      const ordinal = given.sequence ?? known?.ordinal ?? (last.get(series) ?? 0) + 1;
      last.set(series, Math.max(ordinal, last.get(series) ?? 0));
      return { ...row, ordinal };
    },
    known: row => ({ ordinal: row.ordinal as number }),
    citations: ({ given }) => given.citations,
  });
}

/** Those that bear exactly this name, where only one does. */
async function idsByName(batch: Batch, table: string, names: string[]): Promise<Map<string, string>> {
  if (!names.length) return new Map();
  const rows = (await batch.db.query(
    `select name, min(id::text) as id from ${table} where name = any($1) group by name having count(*) = 1`,
    [names],
  )) as { name: string; id: string }[];
  return new Map(rows.map(row => [row.name, row.id]));
}

async function lastOrdinals(batch: Batch, storyIds: string[]): Promise<Map<string, number>> {
  if (!storyIds.length) return new Map();
  const rows = (await batch.db.query(
    `select story_id, metric, max(ordinal) as ordinal from figure where story_id = any($1) group by story_id, metric`,
    [storyIds],
  )) as { story_id: string; metric: string; ordinal: number }[];
  return new Map(rows.map(row => [`${row.story_id} ${row.metric}`, row.ordinal]));
}

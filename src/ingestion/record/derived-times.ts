import type { EntityManager } from 'typeorm';
import type { Row } from './insert-rows';

/** Rows that a batch added, by kind. */
interface Added {
  events: Row[];
  statements: Row[];
  figures: Row[];
  claims: Row[];
  positions: Row[];
}

/**
 * Brings up to date from when facts count as public, where that follows from other facts: only of those that the new rows can move.
 *
 * A figure of a series counts at the latest from the next report of the series; an event that nobody dates a report of counts from the first
 * dated document or fact that speaks of it, but never before it had surely happened; a claim counts from the first position on it. Rows under
 * one key are one fact here, so a correction keeps what was said about the row that it corrects.
 */
export async function deriveTimes(db: EntityManager, { events, statements, figures, claims, positions }: Added): Promise<void> {
  const storyIds = [...new Set([events, statements, figures, claims, positions].flat().map(row => row.story_id as string))];
  if (!storyIds.length) return;
  const metrics = [...new Set(figures.filter(row => row.sequence !== null).map(row => row.metric))];
  const moved = metrics.length ? await deriveFigures(db, storyIds, metrics) : [];
  const told = [
    ...events.map(row => row.id),
    ...statements.map(row => row.answers_event_id),
    ...figures.map(row => row.event_id),
    ...moved.map(row => row.event_id),
  ].filter(id => id !== null);
  if (told.length) await deriveEvents(db, storyIds, told);
  const argued = [...claims.map(row => row.id), ...positions.map(row => row.claim_id)];
  if (argued.length) await deriveClaims(db, storyIds, argued);
  await db.query(
    `update story s set public_at = d.first from (
       select story_id, min(public_at) as first from (
         select story_id, public_at from event where story_id = any($1) and id = any($2)
         union all select story_id, public_at from figure where story_id = any($1) and id = any($2)
       ) derived group by story_id
     ) d where s.id = d.story_id and s.public_at > d.first`,
    [storyIds, [...told, ...figures.map(row => row.id), ...moved.map(row => row.id)]],
  );
}

async function deriveFigures(db: EntityManager, storyIds: string[], metrics: unknown[]): Promise<{ id: string; event_id: string }[]> {
  const [rows] = (await db.query(
    `update figure f set public_at = d.public_at from (
       select story_id, id, least(own, greatest(reported_at, coalesce(
         min(own) over (partition by story_id, metric order by sequence desc groups between unbounded preceding and 1 preceding), own))) as public_at
       from (
         select r.story_id, r.id, r.metric, r.sequence, r.reported_at, least(newsgraph_period_end(r.reported_at, r.precision), r.recorded_at) as own
         from figure r
         where r.story_id = any($1) and r.metric = any($2) and r.sequence is not null and r.moved_to is null
           and not exists (select from figure later where later.story_id = r.story_id and later.supersedes_id = r.id)
       ) series
     ) d
     where f.story_id = d.story_id and f.id = d.id and f.public_at <> d.public_at
     returning f.id, f.event_id`,
    [storyIds, metrics],
  )) as [{ id: string; event_id: string }[], number];
  return rows;
}

async function deriveEvents(db: EntityManager, storyIds: string[], ids: unknown[]): Promise<void> {
  await db.query(
    `with ${rowsOfSameFact('event')}, told as (
       select named, min(first) as first from (
         select same.named, c.public_at as first from same join citation c on c.story_id = same.story_id and c.fact_id = same.id
         union all select same.named, s.public_at from same join statement s on s.story_id = same.story_id and s.answers_event_id = same.id
         union all select same.named, f.public_at from same join figure f on f.story_id = same.story_id and f.event_id = same.id
       ) evidence group by named
     )
     update event e set public_at = least(e.recorded_at, greatest(e.occurred_by, told.first))
     from same join told on told.named = same.named
     where e.story_id = same.story_id and e.id = same.id and e.report_basis = 'DERIVED'
       and e.public_at <> least(e.recorded_at, greatest(e.occurred_by, told.first))`,
    [storyIds, ids],
  );
}

async function deriveClaims(db: EntityManager, storyIds: string[], ids: unknown[]): Promise<void> {
  await db.query(
    `with ${rowsOfSameFact('claim')}, argued as (
       select same.named, min(p.public_at) as first from same join position p on p.story_id = same.story_id and p.claim_id = same.id group by same.named
     )
     update claim c set public_at = argued.first
     from same join argued on argued.named = same.named
     where c.story_id = same.story_id and c.id = same.id and c.public_at <> argued.first`,
    [storyIds, ids],
  );
}

/** For each row that is named by $1 and $2, itself and the other rows under its key: the relation `same` (story_id, named, id). */
function rowsOfSameFact(table: string): string {
  return `named as materialized (select story_id, id, key from ${table} where story_id = any($1) and id = any($2)),
     same as materialized (
       select story_id, id as named, id from named
       union select f.story_id, named.id, f.id from named join ${table} f on f.story_id = named.story_id and f.key = named.key
     )`;
}

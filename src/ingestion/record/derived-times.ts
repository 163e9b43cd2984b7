import type { EntityManager } from 'typeorm';
import type { Row } from './insert-rows';

/** Rows that a batch added, by kind. */
export interface Added {
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
         min(own) over (partition by story_id, metric order by sequence range between 1 following and unbounded following), own))) as public_at
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
    `update event e set public_at = d.public_at from (
       select t.story_id, t.id, least(t.recorded_at, greatest(t.occurred_by, coalesce(told.first, t.occurred_by))) as public_at
       from event named
       join event t on t.story_id = named.story_id and (t.id = named.id or t.key = named.key)
       cross join lateral (
         select min(first) as first from event same cross join lateral (
           select min(c.public_at) as first from citation c where c.story_id = same.story_id and c.fact_id = same.id
           union all select min(s.public_at) from statement s where s.story_id = same.story_id and s.answers_event_id = same.id
           union all select min(f.public_at) from figure f where f.story_id = same.story_id and f.event_id = same.id
         ) evidence
         where same.story_id = t.story_id and (same.id = t.id or same.key = t.key)
       ) told
       where named.story_id = any($1) and named.id = any($2) and t.report_basis = 'DERIVED'
     ) d
     where e.story_id = d.story_id and e.id = d.id and e.public_at <> d.public_at`,
    [storyIds, ids],
  );
}

async function deriveClaims(db: EntityManager, storyIds: string[], ids: unknown[]): Promise<void> {
  await db.query(
    `update claim c set public_at = d.public_at from (
       select t.story_id, t.id, coalesce(min(p.public_at), t.recorded_at) as public_at
       from claim named
       join claim t on t.story_id = named.story_id and (t.id = named.id or t.key = named.key)
       join claim same on same.story_id = t.story_id and (same.id = t.id or same.key = t.key)
       left join position p on p.story_id = same.story_id and p.claim_id = same.id
       where named.story_id = any($1) and named.id = any($2)
       group by t.story_id, t.id, t.recorded_at
     ) d
     where c.story_id = d.story_id and c.id = d.id and c.public_at <> d.public_at`,
    [storyIds, ids],
  );
}

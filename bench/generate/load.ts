import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { say } from '../say';
import { type Cast, castOf } from './cast';
import { copyInto } from './copy';
import type { Row } from './row';
import { type Size, sizeOf } from './sizes';
import { looseAtOnce, looseRows, startOf, storyRow, storyRows } from './story-rows';

/** In the order in which the database takes them: what a row speaks of comes before it. */
const tables = [
  'article', 'article_version', 'story_alias', 'story_revision', 'story_article', 'event', 'statement', 'figure', 'claim', 'claim_assessment', 'position', 'citation', 'retraction',
]; // prettier-ignore

const storiesAtATime = 100;
const rowsAtOnce = 500;

/**
 * Fills a database that has all tables. Foreign keys and what is checked row by row are left out, as restoring a dump does; what is kept once for
 * all rows of a statement (log, versions) is done by the product's own triggers. Indexes are made at the end, and what is summed up after them.
 */
export async function load(database: DataSource, url: string, articles: number): Promise<void> {
  const started = performance.now();
  const size = sizeOf(articles);
  const cast = castOf();
  const indexes = await withoutIndexes(database);
  const triggers = await withStatementTriggers(database);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`set session_replication_role = replica; set synchronous_commit = off`);
  const first = { source: cast.sources, actor: cast.actors, feed: cast.feeds, poll: cast.polls, story: size.stories.map(storyRow) };
  for (const [table, rows] of Object.entries(first)) await copyInto(client, table, rows);
  let sent = 0;
  let said = 0;
  for (const rows of inArrival(size, cast)) {
    for (const table of tables) await copyInBatches(client, table, rows[table] ?? []);
    sent += rows['article']?.length ?? 0;
    if (said > 0 && sent < said + articles / 10) continue;
    said = sent;
    await client.query(`analyze`); // what the triggers read has grown
    say(`  ${sent.toLocaleString('en')} articles after ${seconds(started)} s`);
  }
  await client.end();
  await triggers.restore();
  await indexes.restore();
  say(`  indexes are made after ${seconds(started)} s`);
  await database.query(
    `select newsgraph_sum_responses(array_agg(story_id), array_agg(issuer_id)) from (select distinct story_id, issuer_id from statement) every_one`,
  );
  await database.query(`vacuum (analyze)`);
  say(`  ${articles.toLocaleString('en')} articles are loaded after ${seconds(started)} s`);
}

/** What the triggers sum up for each statement grows faster than the statement. */
async function copyInBatches(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) await copyInto(client, table, rows.slice(at, at + rowsAtOnce));
}

/** All rows in about the order in which news arrives: a hundred stories go on at a time, and their rows lie mixed. */
function* inArrival(size: Size, cast: Cast): Generator<Record<string, Row[]>> {
  const stories = size.stories.toSorted((left, right) => startOf(left) - startOf(right));
  const loose = looseRows(size, cast);
  const looseAtATime = Math.ceil((size.loose / stories.length) * storiesAtATime);
  for (let at = 0; at < stories.length; at += storiesAtATime) {
    const together: Record<string, Row[]> = {};
    const add = (rows: Record<string, Row[]>): void => {
      for (const [table, some] of Object.entries(rows)) together[table] = (together[table] ?? []).concat(some);
    };
    for (const story of stories.slice(at, at + storiesAtATime)) add(storyRows(story, cast));
    for (let added = 0; added < looseAtATime; added += looseAtOnce) {
      const next = loose.next();
      if (!next.done) add(next.value);
    }
    for (const rows of Object.values(together)) rows.sort((left, right) => arrivalOf(left) - arrivalOf(right));
    yield together;
  }
  yield* loose;
}

function arrivalOf(row: Row): number {
  const at = row['recorded_at'] ?? row['first_seen_at'] ?? row['seen_at'];
  return at instanceof Date ? at.getTime() : 0;
}

/** Drops the indexes that are no constraint, and makes them again. */
async function withoutIndexes(database: DataSource): Promise<{ restore(): Promise<void> }> {
  const indexes = await database.query<{ name: string; definition: string }[]>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
  );
  for (const { name } of indexes) await database.query(`drop index ${name}`);
  return {
    async restore() {
      const runner = database.createQueryRunner();
      await runner.query(`set maintenance_work_mem = '512MB'`);
      for (const { definition } of indexes) await runner.query(definition);
      await runner.query(`reset maintenance_work_mem`);
      await runner.release();
    },
  };
}

/** Lets the triggers that are no constraints work while those of constraints do not; what sums up would be done over and over, and is left for the end. */
async function withStatementTriggers(database: DataSource): Promise<{ restore(): Promise<void> }> {
  const triggers = await database.query<{ table: string; name: string }[]>(
    `select tgrelid::regclass::text as table, tgname as name from pg_trigger where not tgisinternal and tgconstraint = 0 and tgenabled = 'O' and tgname not like '%\\_summed\\_%'`,
  );
  const set = async (how: string): Promise<void> => {
    for (const { table, name } of triggers) await database.query(`alter table ${table} enable ${how} trigger ${name}`);
  };
  await set('always');
  return { restore: () => set('') };
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1_000).toFixed(0);
}

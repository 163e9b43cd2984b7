import type { DataSource, EntityManager } from 'typeorm';
import type { CitationInput } from '../../fact/citation.input';
import { citedPage } from '../../fact/cited-page';
import { Refusal, shown } from '../../platform/errors';
import { encodeNodeId, uuidV7 } from '../../platform/ids';
import type { Caller } from '../../platform/context';
import type { Reference } from '../../planner/planner';
import { snakeCase } from '../../planner/snake-case';
import { EditKind } from './edit.entity';
import { edit, type EditedStory, keysOf } from './edit-session';
import { NOWHERE } from './moving';

/** What an edit of a fact hands back: the fact as it stands now, and the entry of the audit. */
export interface FactEdited {
  fact: Reference;
  edit: Reference;
}

/** A row of a fact, by its columns. */
export type FactRow = Record<string, unknown> & { story_id: string; id: string; method: string; precision: string };

const FACTS = ['Event', 'Statement', 'Figure', 'Position'];

/** Columns that each row has of its own, kept by the database. */
const OWN = ['search', 'corrected_at', 'withdrawn_at', 'moved_to'];

/**
 * Withdraws a fact; so is what a machine found rejected. It stays, marked with the reason, counts in no sum from then on, and no machine brings it
 * back.
 */
export function retractFact(database: DataSource, caller: Caller, { id, reason }: { id: string; reason: string }): Promise<FactEdited> {
  return edit(database, caller, reason, async session => {
    const { fact, story } = await standingFact(session, id, FACTS);
    const retraction = uuidV7();
    await session.db.query(`insert into retraction (story_id, id, fact_id, reason) values ($1, $2, $3, $4)`, [
      story.id,
      retraction,
      fact.uuid,
      reason,
    ]);
    const moved = [{ from: NOWHERE, to: story.id, landed: { retraction: [retraction] }, closed: {} }];
    const entry = await session.record(EditKind.RETRACT, story, reason, { stories: [story.id], facts: [fact.uuid], moved });
    return { fact, edit: { type: 'Edit', uuid: entry } };
  });
}

/** Says that what a machine found is right: the same fact as a row of its own that supersedes it, CONFIRMED, public from the same moment. */
export function confirmFact(database: DataSource, caller: Caller, { id, reason }: { id: string; reason: string }): Promise<FactEdited> {
  return supersede(database, caller, { id, reason }, EditKind.CONFIRM, FACTS, row => {
    if (row.method !== 'DETECTED')
      throw new Refusal('CONFLICT', `${shown(id)} is ${row.method}: only what a machine found waits to be confirmed.`);
    return { method: 'CONFIRMED' };
  });
}

/** What a correction names beside what it changes. */
interface Correction {
  id: string;
  reason: string;
  citations?: CitationInput[] | null;
}

/**
 * Writes a fact anew under the same key, in place of the row that stands. What `changesOf` does not name stays, and so do the citations unless others
 * are given. The hash of what was handed in stays too: a job that sends its old record again finds nothing new, and undoes no editor.
 *
 * @throws Refusal  NOT_FOUND where there is no such fact, CONFLICT where it was corrected or withdrawn already
 */
export function supersede(
  database: DataSource,
  caller: Caller,
  { id, reason, citations }: Correction,
  kind: EditKind,
  types: readonly string[],
  changesOf: (row: FactRow, db: EntityManager) => Partial<FactRow> | Promise<Partial<FactRow>>,
): Promise<FactEdited> {
  return edit(database, caller, reason, async session => {
    const { db, record } = session;
    const { fact, story, table, row } = await standingFact(session, id, types);
    const kept = Object.fromEntries(Object.entries(row).filter(([column]) => !OWN.includes(column)));
    const changed = { ...kept, ...(await changesOf(row, db)), id: uuidV7(), recorded_at: new Date(), supersedes_id: row.id };
    await insertRow(db, table, changed);
    const cited = citations
      ? await Promise.all(citations.map(one => citedPage(db, one)))
      : await db.query<object[]>(
          `select kind, url, article_id, version, span_start, span_end, span_hash, public_at from citation
           where story_id = $1 and fact_id = $2 and moved_to is null order by ordinal`,
          [story.id, row.id],
        );
    if (cited.length === 0) throw new Refusal('BAD_USER_INPUT', '"citations" is empty: every fact needs a document that carries it.');
    const ids: string[] = [];
    for (const [ordinal, page] of cited.entries()) {
      const citation = uuidV7();
      ids.push(citation);
      await insertRow(db, 'citation', { ...page, story_id: story.id, id: citation, fact_id: changed.id, ordinal, recorded_at: new Date() });
    }
    const moved = [{ from: NOWHERE, to: story.id, landed: { [table]: [changed.id], citation: ids }, closed: {} }];
    const entry = await record(kind, story, reason, { stories: [story.id], facts: [row.id, changed.id], moved });
    return { fact: { type: fact.type, uuid: changed.id }, edit: { type: 'Edit', uuid: entry } };
  });
}

interface Session {
  db: EntityManager;
  story: (selector: string) => Promise<EditedStory>;
}

/** Finds a fact that stands, and locks its story. */
async function standingFact(
  { db, story }: Session,
  id: string,
  types: readonly string[],
): Promise<{ fact: Reference; story: EditedStory; table: string; row: FactRow }> {
  const [fact] = keysOf([id], types, 'id') as [Reference];
  const table = snakeCase(fact.type);
  const find = (): Promise<{ row: FactRow }[]> =>
    db.query(`select to_jsonb(f) as row from ${table} f where id = $1 and moved_to is null`, [fact.uuid]);
  const [seen] = await find();
  if (!seen) throw new Refusal('NOT_FOUND', `There is no fact ${shown(id)}.`);
  const found = await story(encodeNodeId('Story', seen.row.story_id));
  const [current] = await find();
  if (!current || current.row.story_id !== found.id)
    throw new Refusal('CONFLICT', `${shown(id)} went to another story meanwhile: try again.`);
  const [later] = await db.query<{ id: string }[]>(
    `select id from ${table} where story_id = $1 and supersedes_id = $2 and moved_to is null order by recorded_at desc limit 1`,
    [found.id, fact.uuid],
  );
  if (later)
    throw new Refusal('CONFLICT', `${shown(id)} was corrected already: ${shown(encodeNodeId(fact.type, later.id))} stands in its place.`);
  const [withdrawn] = await db.query<{ at: Date; reason: string }[]>(
    `select retracted_at as at, reason from retraction where story_id = $1 and fact_id = $2 and moved_to is null`,
    [found.id, fact.uuid],
  );
  if (withdrawn)
    throw new Refusal('CONFLICT', `${shown(id)} was withdrawn already at ${withdrawn.at.toISOString()}: "${withdrawn.reason}".`);
  return { fact, story: found, table, row: current.row };
}

async function insertRow(db: EntityManager, table: string, row: object): Promise<void> {
  const columns = Object.keys(row)
    .map(column => `"${column}"`)
    .join(', ');
  await db.query(`insert into ${table} (${columns}) select ${columns} from json_populate_record(null::${table}, $1::json)`, [
    JSON.stringify(row),
  ]);
}

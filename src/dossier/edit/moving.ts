import type { EntityManager } from 'typeorm';
import type { Moved } from './edit.entity';

/** The tables whose rows lie in a story, each after what it refers to, with the column that is the key beside the story. */
const TABLES: readonly (readonly [table: string, key: string])[] = [
  ['story_article', 'article_id'],
  ['event', 'id'],
  ['statement', 'id'],
  ['figure', 'id'],
  ['claim', 'id'],
  ['claim_assessment', 'id'],
  ['position', 'id'],
  ['citation', 'id'],
  ['retraction', 'id'],
];

/** A row that goes where an editor took it out of a story and put it nowhere else. */
export const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** Which rows to move, by table; undefined means all of them. */
export type Chosen = Partial<Record<string, readonly string[]>> | undefined;

/**
 * Moves rows from one story to another: they are inserted there under the same id and closed here with a pointer. What they refer to and stays
 * behind is inserted as well, closed, so that references hold; so is everything that was closed here before.
 *
 * @returns what landed and what was closed, by which `moveBack` restores both stories exactly
 */
export async function moveRows(db: EntityManager, from: string, to: string, chosen: Chosen): Promise<Moved> {
  const moved: Moved = { from, to, landed: {}, closed: {} };
  await db.query('set constraints all deferred');
  for (const [table, key] of TABLES) {
    const ids = chosen === undefined ? null : (chosen[table] ?? []);
    const columns = columnsOf(db, table);
    const list = columns.map(column => `"${column}"`).join(', ');
    const values = columns.map(column =>
      column === 'story_id'
        ? '$2::uuid'
        : column === 'moved_to'
          ? `case when ${live(key)} then null else coalesce(moved_to, $1::uuid) end`
          : `"${column}"`,
    );
    const landed = (await db.query(
      `with incoming as (
         insert into ${table} (${list}) select ${values.join(', ')} from ${table} where story_id = $1
         on conflict (story_id, ${key}) do update set moved_to = null where ${table}.moved_to is not null and excluded.moved_to is null
         returning ${key} as id, moved_to
       ) select id from incoming where moved_to is null`,
      [from, to, ids],
    )) as { id: string }[];
    const [closed] = (await db.query(`update ${table} set moved_to = $2 where story_id = $1 and ${live(key)} returning ${key} as id`, [
      from,
      to,
      ids,
    ])) as [{ id: string }[], number];
    moved.landed[table] = landed.map(({ id }) => id);
    moved.closed[table] = closed.map(({ id }) => id);
  }
  return moved;
}

/** Undoes `moveRows`: what landed is closed there, and what was closed here is open again. */
export async function moveBack(db: EntityManager, { from, to, landed, closed }: Moved): Promise<void> {
  for (const [table, key] of TABLES) {
    await db.query(`update ${table} set moved_to = $2 where story_id = $1 and ${key} = any($3) and moved_to is null`, [
      to,
      from,
      landed[table] ?? [],
    ]);
    await db.query(`update ${table} set moved_to = null where story_id = $1 and ${key} = any($2) and moved_to is not null`, [
      from,
      closed[table] ?? [],
    ]);
  }
}

/** Whether all that an edit moved still lies where it put it. */
export async function liesAsMoved(db: EntityManager, { to, landed }: Moved): Promise<boolean> {
  for (const [table, key] of TABLES) {
    const ids = landed[table] ?? [];
    if (ids.length === 0) continue;
    const [row] = (await db.query(`select count(*)::int as n from ${table} where story_id = $1 and ${key} = any($2) and moved_to is null`, [
      to,
      ids,
    ])) as [{ n: number }];
    if (row.n !== ids.length) return false;
  }
  return true;
}

/** A row that is kept in the story and among the chosen ones ($3). */
function live(key: string): string {
  return `(moved_to is null and ($3::uuid[] is null or ${key} = any($3)))`;
}

function columnsOf(db: EntityManager, table: string): string[] {
  const { columns } = db.connection.entityMetadatas.find(({ tableName }) => tableName === table) ?? { columns: [] };
  return columns.map(({ databaseName }) => databaseName);
}

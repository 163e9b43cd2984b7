import type { EntityManager } from 'typeorm';

/** A row as it goes into a table: values by their column names. All rows of one insert have the same columns. */
export type Row = Record<string, unknown>;

/** Adds any number of rows with one statement; `ending` is what follows the rows, such as `on conflict … returning …`. */
export async function insertRows<R = unknown>(db: EntityManager, table: string, rows: readonly Row[], ending = ''): Promise<R[]> {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first).join(', ');
  return (await db.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::"${table}", $1::json) ${ending}`,
    [JSON.stringify(rows)],
  )) as R[];
}

/**
 * Changes any number of rows with one statement: each by its key, and in it all other columns that it names. They are locked in the order of
 * their keys first, so that two that change the same rows wait for each other and not for ever.
 */
export async function updateRows(db: EntityManager, table: string, key: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const changes = Object.keys(first)
    .filter(column => column !== key)
    .map(column => `${column} = given.${column}`);
  await db.query(`select from ${table} where ${key} = any($1) order by ${key} for no key update`, [rows.map(row => row[key])]);
  await db.query(
    `update ${table} set ${changes.join(', ')} from json_populate_recordset(null::"${table}", $1::json) given where ${table}.${key} = given.${key}`,
    [JSON.stringify(rows)],
  );
}

import type { Client } from 'pg';
import type { DataSource } from 'typeorm';

/** Columns of one table, each with its values. */
interface Batch {
  table: string;
  columns: string[];
  types: string[];
  values: unknown[][];
}

/** The rows of one feed, ready to be sent. */
export type PlainRows = Batch[];

const tables = {
  article: 'id = any(select article_id from feed_article where feed_id = $1)',
  article_version: 'article_id = any(select article_id from feed_article where feed_id = $1)',
  feed_article: 'feed_id = $1',
};

/** Made by a trigger, or not made yet. */
const leftOut = ['search', 'signature', 'bands'];

/** Reads back what was stored for a feed, as texts that need no more work before they are sent again. */
export async function readPlainRows(database: DataSource, feedId: string): Promise<PlainRows> {
  const batches: PlainRows = [];
  for (const [table, condition] of Object.entries(tables)) {
    const columns = await database.query<{ name: string; type: string }[]>(
      `select attname as name, format_type(atttypid, null) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and attname <> all($2) order by attnum`,
      [table, leftOut],
    );
    const shown = columns.map(({ name }) => `${name}::text`);
    const rows = await database.query<Record<string, unknown>[]>(`select ${shown.join(', ')} from ${table} where ${condition}`, [feedId]);
    const names = columns.map(({ name }) => name);
    batches.push({ table, columns: names, types: columns.map(({ type }) => type), values: names.map(name => rows.map(row => row[name])) });
  }
  return batches;
}

/** Puts the rows of some feeds together into one batch. */
export function together(feeds: readonly PlainRows[]): PlainRows {
  return Object.keys(tables).map((_, at) => {
    const parts = feeds.map(feed => feed[at] as Batch);
    const [{ table, columns, types }] = parts as [Batch];
    return { table, columns, types, values: columns.map((_, column) => parts.flatMap(part => part.values[column] ?? [])) };
  });
}

/** The limit: one transaction with one INSERT … ON CONFLICT for each table, and nothing looked at. */
export async function insertPlainRows(client: Client, rows: PlainRows): Promise<void> {
  await client.query('begin');
  for (const { table, columns, types, values } of rows) {
    const lists = types.map((type, at) => `$${at + 1}::${type}[]`);
    await client.query({
      name: table,
      text: `insert into ${table} (${columns.join()}) select * from unnest(${lists.join(', ')}) on conflict do nothing`,
      values,
    });
  }
  await client.query('commit');
}

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

/** Reads back what was stored for a feed, as texts that need no more work before they are sent again. */
export async function readPlainRows(database: DataSource, feedId: string): Promise<PlainRows> {
  const batches: PlainRows = [];
  for (const [table, condition] of Object.entries(tables)) {
    const columns = await database.query<{ name: string; type: string }[]>(
      `select attname as name, format_type(atttypid, null) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and attname <> 'search' order by attnum`,
      [table],
    );
    const shown = columns.map(({ name, type }) => (type.endsWith('[]') ? name : `${name}::text`));
    const rows = await database.query<Record<string, unknown>[]>(`select ${shown.join(', ')} from ${table} where ${condition}`, [feedId]);
    const used = columns.filter(({ name }) => rows.some(row => row[name] !== null));
    const names = used.map(({ name }) => name);
    batches.push({ table, columns: names, types: used.map(({ type }) => type), values: names.map(name => rows.map(row => row[name])) });
  }
  return batches;
}

/** Puts the rows of some feeds together into one batch. */
export function together(feeds: readonly PlainRows[]): PlainRows {
  return Object.keys(tables).map((table, at) => {
    const parts = feeds.map(feed => feed[at] as Batch);
    const types = new Map(parts.flatMap(part => part.columns.map((column, index) => [column, part.types[index] as string] as const)));
    const columns = [...types.keys()];
    const values = columns.map(column =>
      parts.flatMap(part => part.values[part.columns.indexOf(column)] ?? Array<null>(part.values[0]?.length ?? 0).fill(null)),
    );
    return { table, columns, types: [...types.values()], values };
  });
}

/** The limit: one transaction with one INSERT … ON CONFLICT for each table, and nothing looked at. */
export async function insertPlainRows(client: Client, rows: PlainRows): Promise<void> {
  await client.query('begin');
  for (const { table, columns, types, values } of rows) {
    const lists = types.map((type, at) => `$${at + 1}::${type}[]`);
    await client.query({
      name: `${table} ${columns.join()}`,
      text: `insert into ${table} (${columns.join()}) select * from unnest(${lists.join(', ')}) on conflict do nothing`,
      values,
    });
  }
  await client.query('commit');
}

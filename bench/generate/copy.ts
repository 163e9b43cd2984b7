import { once } from 'node:events';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { lineOf, type Row } from './row';

const chunk = 256 * 1024;

/** Sends rows to one table by COPY, as one statement; the columns are those of the first row. */
export async function copyInto(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const stream = client.query(from(`copy ${table} (${Object.keys(first).join()}) from stdin`));
  const done = once(stream, 'finish');
  done.catch(() => undefined); // it is awaited below, once everything is sent
  let waiting = '';
  for (const row of rows) {
    waiting += lineOf(row);
    if (waiting.length < chunk) continue;
    if (!stream.write(waiting)) await Promise.race([once(stream, 'drain'), done]);
    waiting = '';
  }
  stream.end(waiting);
  await done;
}

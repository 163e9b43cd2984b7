import { Client } from 'pg';
import { post } from './post';

const requests = 50;

/** How many statements the database ran for a request, by pg_stat_statements; null where that is not loaded. */
export async function statementsPerRequest(databaseUrl: string, url: string, body: string): Promise<number | null> {
  const client = new Client({ connectionString: withDatabase(databaseUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(`create extension if not exists pg_stat_statements`);
    const count = async (): Promise<number> => {
      const { rows } = await client.query<{ calls: string }>(
        `select coalesce(sum(calls), 0) as calls from pg_stat_statements where dbid = (select oid from pg_database where datname = $1)`,
        [new URL(databaseUrl).pathname.slice(1)],
      );
      return Number(rows[0]?.calls);
    };
    const before = await count();
    for (let sent = 0; sent < requests; sent += 1) await post(url, body);
    return ((await count()) - before) / requests;
  } catch {
    return null;
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { Pool, type PoolClient } from 'pg';

/** Adds one entry to the log of a story: it gets another headline. */
export async function revise(client: PoolClient | Pool, slug: string, headline: string): Promise<void> {
  await client.query(
    `insert into story_revision (story_id, id, headline, summary, reported_at, precision, public_at)
     select id, $2, $3, '', now(), 'MINUTE', now() from story where slug = $1`,
    [slug, randomUUID(), headline],
  );
}

/** Eight writers (or so) at once, each with transactions of several changes that hold back and are sometimes taken back; done when all are. */
export async function writeAtOnce(url: string, slugs: readonly string[], { writers = 8, transactions = 12 } = {}): Promise<void> {
  const pool = new Pool({ connectionString: url, max: writers });
  const write = async (number: number): Promise<void> => {
    const client = await pool.connect();
    for (let turn = 0; turn < transactions; turn += 1) {
      await client.query('begin');
      const slug = slugs[Math.random() < 0.5 ? 0 : number % slugs.length] ?? '';
      for (let changes = 1 + Math.floor(Math.random() * 3); changes > 0; changes -= 1) {
        await revise(client, slug, `${number}.${turn}.${changes}`);
        if (Math.random() < 0.3) await sleep(Math.random() * 60);
      }
      if (Math.random() < 0.2) await sleep(Math.random() * 300);
      await client.query(Math.random() < 0.85 ? 'commit' : 'rollback');
      await sleep(Math.random() * 250);
    }
    client.release();
  };
  await Promise.all(Array.from({ length: writers }, (_, number) => write(number)));
  await pool.end();
}

/** The places of all entries behind a cursor, in order: of one story, or of all. */
export async function placesBehind(
  db: { query: (text: string, values: unknown[]) => Promise<unknown> },
  cursor: string,
  slug: string | null,
): Promise<string[]> {
  const [era, transaction, id] = cursor.split('~').slice(1);
  const rows = (await db.query(
    `select c.era || '~' || c.transaction || '~' || c.id as place from change c join story s on s.id = c.story_id
     where ($1::text is null or s.slug = $1) and (c.era, c.transaction, c.id) > ($2, $3, $4) order by c.era, c.transaction, c.id`,
    [slug, era, transaction, id],
  )) as { place: string }[];
  return rows.map(({ place }) => place);
}

/** Where an entry stands, without the tag of its list. */
export function placeOf(cursor: string): string {
  return cursor.split('~').slice(1).join('~');
}

/** Waits until something holds, for at most `patience` milliseconds; a test that goes on then says what was wrong. */
export async function until(holds: () => boolean, patience = 10_000): Promise<void> {
  for (const end = Date.now() + patience; !holds() && Date.now() < end;) await sleep(20);
}

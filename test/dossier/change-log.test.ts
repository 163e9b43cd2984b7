import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool, type PoolClient } from 'pg';
import { useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { makeStory, type MadeStory, statement, store } from '../support/makers';
import { untilSettled } from '../support/settled';

let writing: Pool;
afterAll(() => writing.end()); // ahead of the database, which is dropped afterwards

const here = useDatabase();
const api = useApi(here);
beforeAll(() => {
  writing = new Pool({ connectionString: here.url, max: WRITERS });
});

const WRITERS = 8;
const READERS = 1_000;
const TRANSACTIONS_OF_A_WRITER = 16;

/** A client of the log: where it is, and what it saw. */
interface Reader {
  since: string | null;
  seen: string[];
}

const LOG = `query ($story: String, $since: String, $first: Int) {
  changes(story: $story, since: $since, first: $first) { edges { cursor } pageInfo { hasNextPage endCursor } } }`;

function reader(since: string | null = null): Reader {
  return { since, seen: [] };
}

/** Reads one page; says whether there is more. */
async function readOn(who: Reader, first: number, story?: string): Promise<boolean> {
  const { data, errors } = await api.ask(LOG, { since: who.since, first, story });
  expect(errors).toBeUndefined();
  const { edges, pageInfo } = data.changes as { edges: { cursor: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  who.seen.push(...edges.map(({ cursor }) => cursor));
  who.since = pageInfo.endCursor ?? who.since;
  return pageInfo.hasNextPage;
}

async function readAll(who: Reader, story?: string): Promise<string[]> {
  while (await readOn(who, 100, story));
  return who.seen;
}

/** The end of a cursor says which row it is: its era, transaction and number. */
function placeOf(cursor: string): string {
  return cursor.split('~').slice(1).join('~');
}

async function written(story?: string): Promise<string[]> {
  const rows = (await here.db.query(
    `select c.era || '~' || c.transaction || '~' || c.id as place from change c join story s on s.id = c.story_id
     where $1::text is null or s.slug = $1 order by c.era, c.transaction, c.id`,
    [story ?? null],
  )) as { place: string }[];
  return rows.map(({ place }) => place);
}

async function revise(client: PoolClient, slug: string, headline: string): Promise<void> {
  await client.query(
    `insert into story_revision (story_id, id, headline, summary, reported_at, precision, public_at)
     select id, $2, $3, '', now(), 'MINUTE', now() from story where slug = $1`,
    [slug, randomUUID(), headline],
  );
}

describe('the log of changes', () => {
  it('is missed by none of 1,000 readers and repeated to none while 8 writers write, hold back and take back', async () => {
    const stories: MadeStory[] = [];
    for (let count = 0; count < WRITERS; count += 1) stories.push(await makeStory(here.db));
    let atWork = WRITERS;
    let commits = 0;

    const write = async (number: number): Promise<void> => {
      const client = await writing.connect();
      try {
        for (let turn = 0; turn < TRANSACTIONS_OF_A_WRITER; turn += 1) {
          const own = stories[number] ?? stories[0];
          const shared = stories[0];
          const slug = Math.random() < 0.7 ? own?.slug : shared?.slug;
          await client.query('begin');
          for (let changes = 1 + Math.floor(Math.random() * 4); changes > 0; changes -= 1) {
            await revise(client, slug ?? '', `${number}.${turn}.${changes}`);
            if (Math.random() < 0.3) await sleep(Math.random() * 60);
          }
          if (Math.random() < 0.2) await sleep(Math.random() * 400);
          const kept = Math.random() < 0.8;
          await client.query(kept ? 'commit' : 'rollback');
          if (kept) commits += 1;
          await sleep(Math.random() * 40);
        }
      } finally {
        client.release();
        atWork -= 1;
      }
    };

    const readers = Array.from({ length: READERS }, () => reader());
    const follow = async (): Promise<void> => {
      while (atWork > 0) {
        const who = readers[Math.floor(Math.random() * READERS)];
        if (who && !busy.has(who)) {
          busy.add(who);
          await readOn(who, 1 + Math.floor(Math.random() * 100));
          busy.delete(who);
        }
      }
    };
    const busy = new Set<Reader>();
    await Promise.all([...stories.map((_, number) => write(number)), follow(), follow(), follow()]);
    expect(commits).toBeGreaterThan(WRITERS);

    await untilSettled(here.db);
    const waiting = [...readers];
    const finish = async (): Promise<void> => {
      for (let who = waiting.pop(); who; who = waiting.pop()) await readAll(who);
    };
    await Promise.all([finish(), finish(), finish(), finish()]);

    const log = await written();
    const wrong = readers.filter(({ seen }) => seen.length !== log.length || seen.some((cursor, index) => placeOf(cursor) !== log[index]));
    expect(log.length).toBeGreaterThan(100);
    expect(wrong.length).toBe(0);
  }, 60_000);

  it('shows what an early transaction wrote and committed late to those who read in between', async () => {
    const [early, late] = [await makeStory(here.db), await makeStory(here.db)];
    await untilSettled(here.db);
    const who = reader();
    await readAll(who);
    const before = who.seen.length;
    const client = await writing.connect();
    await client.query('begin');
    await revise(client, early.slug, 'early');
    await store(here.db, [statement(late)]);
    await readAll(who);
    const between = who.seen.length;
    await client.query('commit');
    client.release();
    await untilSettled(here.db);
    await readAll(who);
    expect(between).toBe(before);
    expect(who.seen.map(placeOf)).toEqual(await written());
    expect(who.seen.length).toBe(before + 2);
  });

  it('leaves no trace of what was taken back', async () => {
    const { slug } = await makeStory(here.db);
    const before = await written(slug);
    const client = await writing.connect();
    await client.query('begin');
    await revise(client, slug, 'never said');
    await client.query('rollback');
    client.release();
    await untilSettled(here.db);
    expect((await readAll(reader(), slug)).map(placeOf)).toEqual(before);
  });

  it('can be followed story by story, and each story alone is the same as its part of the whole', async () => {
    const told = [await makeStory(here.db), await makeStory(here.db)];
    const clients = await Promise.all([writing.connect(), writing.connect()]);
    for (let turn = 0; turn < 6; turn += 1) {
      await Promise.all(
        clients.map(async (client, index) => {
          await client.query('begin');
          await revise(client, told[index]?.slug ?? '', String(turn));
          await client.query('commit');
        }),
      );
    }
    for (const client of clients) client.release();
    await untilSettled(here.db);
    const whole = (await readAll(reader())).map(placeOf);
    for (const { slug } of told) {
      const part = (await readAll(reader(), slug)).map(placeOf);
      expect(part).toEqual(await written(slug));
      expect(whole.filter(place => part.includes(place))).toEqual(part);
    }
  });

  it('says of each change what it was and which node it is about', async () => {
    const story = await makeStory(here.db);
    await store(here.db, [statement(story)]);
    await untilSettled(here.db);
    const query = `query ($story: String) { changes(story: $story) { nodes { kind node { __typename } } totalCount } }`;
    const { data } = await api.ask(query, { story: story.slug });
    expect(data.changes.nodes).toEqual([
      { kind: 'STORY_REVISED', node: { __typename: 'Story' } },
      { kind: 'FACT_ADDED', node: { __typename: 'Event' } },
      { kind: 'FACT_ADDED', node: { __typename: 'Statement' } },
    ]);
    expect(data.changes.totalCount).toBe(3);
  });
});

describe('the version of a story', () => {
  it('is raised by each change, and by what shows without being one, such as another citation', async () => {
    const story = await makeStory(here.db);
    await store(here.db, [statement(story), statement(story)]);
    const counts = (await here.db.query(
      `select s.version::int as version, (select count(*)::int from change c where c.story_id = s.id) as changes from story s`,
    )) as { version: number; changes: number }[];
    expect(counts.length).toBeGreaterThan(1);
    expect(counts.filter(({ version, changes }) => version < changes)).toEqual([]);
    const versionOf = async (): Promise<number> =>
      ((await here.db.query(`select version::int from story where slug = $1`, [story.slug])) as [{ version: number }])[0].version;
    const before = await versionOf();
    await here.db.query(
      `insert into citation (story_id, id, fact_id, ordinal, kind, url)
       select s.story_id, gen_random_uuid(), s.id, 9, 'LINK', 'https://late.example/' from statement s join story t on t.id = s.story_id where t.slug = $1 limit 1`,
      [story.slug],
    );
    expect(await versionOf()).toBeGreaterThan(before);
  });
});

describe('the log of a database that was restored elsewhere', () => {
  it('goes on behind what it held, though transactions count from the start again', async () => {
    const { slug } = await makeStory(here.db);
    await untilSettled(here.db);
    const who = reader();
    await readAll(who, slug);
    const before = who.seen.length;
    await here.db.query(
      `insert into change (story_id, kind, node_type, node_id, transaction)
       select id, 'STORY_REVISED', 'Story', id, 9007199254740993 from story where slug = $1`,
      [slug],
    );
    await here.db.query(`select newsgraph_begin_era()`);
    await here.db.query(`select newsgraph_begin_era()`);
    await readAll(who, slug);
    expect(who.seen.length).toBe(before + 1);
    const client = await writing.connect();
    await revise(client, slug, 'after the move');
    client.release();
    await untilSettled(here.db);
    await readAll(who, slug);
    expect(who.seen.length).toBe(before + 2);
    expect(who.seen.map(placeOf)).toEqual(await written(slug));
  });
});

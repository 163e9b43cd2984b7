import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { IngestRecord } from '../../src/ingestion/record/record';
import { useDatabase } from '../support/database';
import { aName, article, cited, figure, makeStory, type MadeStory, statement, store } from '../support/makers';

const here = useDatabase();

/** What is written once, each with an attempt to say something else. */
const OVERWRITTEN = {
  event: `title = 'Nothing happened'`,
  statement: `summary = 'Said nothing.'`,
  figure: `value = 999`,
  position: `polarity = 'DISPUTES'`,
  claim: `proposition = 'The opposite.'`,
  claim_assessment: `status = 'REFUTED'`,
  citation: `url = 'https://elsewhere.example/'`,
  retraction: `reason = 'Another reason.'`,
  story_revision: `headline = 'Another story'`,
  article_version: `title = 'Another title'`,
  change: `kind = 'FACT_RETRACTED', node_type = 'Event'`,
};

const TABLES = Object.keys(OVERWRITTEN) as (keyof typeof OVERWRITTEN)[];
const CITED = ['event', 'statement', 'figure', 'position'];

/** The rows of one story, by table, that a test copies or refers to. */
interface Told {
  made: MadeStory;
  storyId: string;
  ids: Record<string, string>;
}

let told: Told;
let other: Told;

beforeAll(async () => {
  told = await tell();
  other = await tell();
});

async function tell(): Promise<Told> {
  const made = await makeStory(here.db);
  const text = 'The minister regrets it.';
  const page = article(made, { text });
  const url = page.article?.url;
  const claim = aName('claim');
  await store(here.db, [
    page,
    statement(made, { citations: [{ url, start: 4, end: 12 }] }),
    figure(made),
    { claim: { key: claim, story: made.slug, kind: 'OTHER', proposition: 'It was so.', status: 'DISPUTED' } },
    { position: { story: made.slug, claim, article: url, polarity: 'SUPPORTS' } },
  ] as IngestRecord[]);
  const [story] = (await here.db.query(`select id from story where slug = $1`, [made.slug])) as { id: string }[];
  const storyId = story?.id ?? '';
  const ids: Record<string, string> = {};
  for (const table of ['event', 'statement', 'figure', 'position', 'claim']) {
    const [row] = (await here.db.query(`select id from ${table} where story_id = $1`, [storyId])) as { id: string }[];
    ids[table] = row?.id ?? '';
  }
  const [card] = (await here.db.query(`select article_id as id from story_article where story_id = $1`, [storyId])) as { id: string }[];
  ids.article = card?.id ?? '';
  await here.db.query(`insert into retraction (story_id, id, fact_id, reason) values ($1, $2, $3, 'It was a mistake.')`, [
    storyId,
    randomUUID(),
    ids.figure,
  ]);
  return { made, storyId, ids };
}

/** Copies a row of the story, changed in some columns; the copy has an id of its own. */
function copy(table: string, { ids, storyId }: Told, changed: object): [string, unknown[]] {
  const statement = `insert into ${table} select (jsonb_populate_record(t, $1::jsonb)).* from ${table} t where t.story_id = $2 and t.id = $3`;
  return [statement, [{ id: randomUUID(), ...changed }, storyId, ids[table]]];
}

async function contents(): Promise<unknown> {
  const all: Record<string, unknown> = {};
  for (const table of TABLES) all[table] = await here.db.query(`select to_jsonb(t) as row from ${table} t order by t::text`);
  return all;
}

describe('what was recorded', () => {
  it.each(TABLES)('cannot be overwritten in %s, and the refusal says what to do instead', async table => {
    const before = await contents();
    await expect(here.db.query(`update ${table} set ${OVERWRITTEN[table]}`)).rejects.toThrow(
      `a row of ${table} is never overwritten: record a correction that supersedes it`,
    );
    expect(await contents()).toEqual(before);
  });

  it.each(TABLES)('cannot be deleted from %s, and the refusal says what to do instead', async table => {
    const before = await contents();
    await expect(here.db.query(`delete from ${table}`)).rejects.toThrow(
      `a row of ${table} is never deleted: ${CITED.includes(table) ? 'record a retraction with its reason' : 'what was recorded stays'}`,
    );
    expect(await contents()).toEqual(before);
  });

  it.each([...TABLES, 'story', 'article'])('cannot be emptied out of %s, not even by the way of what it hangs on', async table => {
    const before = await contents();
    await expect(here.db.query(`truncate ${table} cascade`)).rejects.toThrow(/a row of \w+ is never deleted: /);
    expect(await contents()).toEqual(before);
  });

  it.each(['event', 'figure', 'claim'])('of %s may still move to another story, and what is derived may change', async table => {
    const { storyId, ids } = told;
    const where = `where story_id = $1 and id = $2`;
    await here.db.query(`update ${table} set public_at = public_at - interval '1 minute' ${where}`, [storyId, ids[table]]);
    await here.db.query(`update ${table} set moved_to = $3 ${where}`, [storyId, ids[table], other.storyId]);
    await here.db.query(`update ${table} set moved_to = null ${where}`, [storyId, ids[table]]);
  });

  it('does not take a change of content along with a change of what is derived', async () => {
    const update = `update figure set public_at = public_at - interval '1 minute', value = 999`;
    await expect(here.db.query(update)).rejects.toThrow('a row of figure is never overwritten');
  });

  it.each(['statement', 'position'])('of %s has no derived time that could change', async table => {
    await expect(here.db.query(`update ${table} set public_at = public_at - interval '1 minute'`)).rejects.toThrow('is never overwritten');
  });
});

describe('a fact', () => {
  it.each(CITED)('of the kind %s cannot be committed without a citation', async table => {
    const id = randomUUID();
    await expect(here.db.query(...copy(table, told, { id }))).rejects.toThrow(
      `the ${table} ${id} has no citation: every fact needs at least one`,
    );
    expect(await here.db.query(`select from ${table} where id = $1`, [id])).toEqual([]);
  });

  it.each(CITED)('of the kind %s may be stored before its citation in the same transaction', async table => {
    const id = randomUUID();
    await here.db.transaction(async db => {
      await db.query(...copy(table, told, { id }));
      await cite(db, told.storyId, id);
    });
    expect(await here.db.query(`select from ${table} where id = $1`, [id])).toHaveLength(1);
  });

  it('is not carried by the citation of a namesake in another story', async () => {
    const id = randomUUID();
    const both = here.db.transaction(async db => {
      await db.query(...copy('event', told, { id }));
      await cite(db, other.storyId, id);
    });
    await expect(both).rejects.toThrow(/has no citation|there is no fact/);
  });

  it('must be there to be cited or retracted', async () => {
    const id = randomUUID();
    const { storyId } = told;
    const missing = `there is no fact ${id} in story ${storyId}`;
    await expect(here.db.transaction(db => cite(db, storyId, id))).rejects.toThrow(`${missing} for this citation`);
    const retraction = `insert into retraction (story_id, id, fact_id, reason) values ($1, $2, $3, 'It was a mistake.')`;
    await expect(here.db.query(retraction, [storyId, randomUUID(), id])).rejects.toThrow(`${missing} for this retraction`);
    await expect(here.db.query(retraction, [storyId, randomUUID(), other.ids.event])).rejects.toThrow('for this retraction');
  });

  it('is retracted with a reason, or not at all', async () => {
    const retraction = `insert into retraction (story_id, id, fact_id, reason) values ($1, $2, $3, '')`;
    await expect(here.db.query(retraction, [told.storyId, randomUUID(), told.ids.event])).rejects.toThrow('retraction_reason');
  });

  it.each([
    ['event', 'parent_id', 'event', 'event_parent'],
    ['statement', 'answers_event_id', 'event', 'statement_answers_event'],
    ['statement', 'answers_statement_id', 'statement', 'statement_answers_statement'],
    ['figure', 'event_id', 'event', 'figure_event'],
    ['claim', 'event_id', 'event', 'claim_event'],
    ['position', 'claim_id', 'claim', 'position_claim'],
    ['position', 'basis_article_id', 'article', 'position_basis_article'],
  ])('of the kind %s does not refer by %s to a row of another story', async (table, column, target, constraint) => {
    await expect(here.db.query(...copy(table, told, { [column]: other.ids[target] }))).rejects.toThrow(
      `violates foreign key constraint "${constraint}"`,
    );
  });

  it('does not rest on a statement of another story, nor is it judged there', async () => {
    const basis = { basis_article_id: null, basis_statement_id: other.ids.statement };
    await expect(here.db.query(...copy('position', told, basis))).rejects.toThrow(
      'violates foreign key constraint "position_basis_statement"',
    );
    const judged = `insert into claim_assessment (story_id, id, claim_id, status, reported_at, precision, public_at) values ($1, $2, $3, 'DENIED', now(), 'MINUTE', now())`;
    await expect(here.db.query(judged, [told.storyId, randomUUID(), other.ids.claim])).rejects.toThrow('"claim_assessment_claim"');
  });
});

describe('a quoted span', () => {
  const whole = { version: 1, span_start: 4, span_end: 12, span_hash: 'c0ffee' };

  it('is stored where it is complete', async () => {
    await here.db.transaction(db => cite(db, told.storyId, told.ids.event, { kind: 'SPAN', article_id: told.ids.article, ...whole }));
  });

  it.each(['article_id', 'version', 'span_start', 'span_end', 'span_hash'])('is refused without %s', async column => {
    const span = { kind: 'SPAN', article_id: told.ids.article, ...whole, [column]: null };
    await expect(here.db.transaction(db => cite(db, told.storyId, told.ids.event, span))).rejects.toThrow('citation_span');
  });

  it('is refused where it ends before it begins, or calls itself a link', async () => {
    const span = { kind: 'SPAN', article_id: told.ids.article, ...whole };
    const backwards = { ...span, span_start: 12, span_end: 4 };
    await expect(here.db.transaction(db => cite(db, told.storyId, told.ids.event, backwards))).rejects.toThrow('citation_span');
    await expect(here.db.transaction(db => cite(db, told.storyId, told.ids.event, { ...span, kind: 'LINK' }))).rejects.toThrow(
      'citation_span',
    );
  });
});

function cite(db: typeof here.db, storyId: string, factId: string | undefined, fields: object = {}): Promise<unknown> {
  const row = {
    story_id: storyId,
    id: randomUUID(),
    fact_id: factId,
    ordinal: 9,
    kind: 'LINK',
    url: cited()[0]?.url,
    recorded_at: new Date(),
    ...fields,
  };
  return db.query(`insert into citation select (jsonb_populate_record(null::citation, $1::jsonb)).*`, [row]);
}

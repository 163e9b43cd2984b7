import { describe, expect, it } from '@jest/globals';
import { readArticles } from '../../../src/ingestion/findings/read-articles';
import type { IngestRecord } from '../../../src/ingestion/record/record';
import { Role } from '../../../src/platform/api-key.entity';
import type { Caller } from '../../../src/platform/context';
import { arrive, factsOf } from '../../ingestion/findings/arrivals';
import { type Answer, useApi } from '../../support/api';
import { useDatabase } from '../../support/database';
import { aName, figure, makeStory, statement, store } from '../../support/makers';

const here = useDatabase();
const api = useApi(here);
const editor: Caller = { keyId: null, role: Role.EDITOR };
const read = (): Promise<number> => readArticles(here.dataSource, { warn: (...said: unknown[]) => expect(said).toEqual([]) } as never);

const TEXT =
  'A blast in the market killed 12 people and wounded 30 on Wednesday, police said. "We will find those who did this," Mayor Anne Hill said.';

/** Sends one mutation of a fact. */
function change(name: string, input: object, caller = editor): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  return api.ask(
    `mutation ($input: ${type}) { ${name}(input: $input) { fact { __typename id method supersedes { id } citations { url } } edit { id kind reason } } }`,
    { input },
    undefined,
    caller,
  );
}

async function undo(id: string): Promise<Answer> {
  return api.ask('mutation ($id: ID!) { undoEdit(id: $id, reason: "No.") { edit { id undoneAt } } }', { id }, undefined, editor);
}

/** A story with an article that the machine has read. */
async function aReadStory(): Promise<{ slug: string; killed: { id: string } }> {
  const slug = aName('story');
  await store(here.db, [{ story: { slug, headline: 'Blast', summary: 'A blast.', reportedAt: '2024-05-01T10:00:00Z' } } as IngestRecord]);
  await arrive(here.db, [{ title: 'Blast', text: TEXT }], slug);
  await read();
  return { slug, killed: await killedIn(slug) };
}

async function killedIn(slug: string, asOf?: string): Promise<{ id: string; value: number; method: string; citations: unknown[] }> {
  const { figures } = await factsOf(api.ask, slug, asOf);
  return figures.find(({ metric }) => metric === 'KILLED');
}

async function talliesOf(slug: string): Promise<unknown> {
  const { data } = await api.ask('query ($slug: String!) { story(slug: $slug) { tallies { metric low high } } }', { slug });
  return data.story.tallies;
}

describe('what a machine found', () => {
  it('is confirmed: the same fact, CONFIRMED, and later reports cite it; undoing that brings back what was, with them', async () => {
    const { slug, killed } = await aReadStory();
    const before = await factsOf(api.ask, slug);
    const { data, errors } = await change('confirmFact', { id: killed.id, reason: 'The police page says so.' });
    expect(errors).toBeUndefined();
    expect(data.confirmFact).toMatchObject({
      fact: { __typename: 'Figure', method: 'CONFIRMED', supersedes: { id: killed.id } },
      edit: { kind: 'CONFIRM', reason: 'The police page says so.' },
    });
    expect(await factsOf(api.ask, slug)).toMatchObject({ figures: { length: before.figures.length } });
    expect(await killedIn(slug, '2024-05-01T11:00:00Z')).toMatchObject({ method: 'CONFIRMED', value: 12 });
    await arrive(here.db, [{ title: 'Blast again', text: 'Police said 12 people were killed in the market. Shops were closed.' }], slug);
    await read();
    expect(await killedIn(slug)).toMatchObject({ id: data.confirmFact.fact.id, citations: { length: 2 } });
    expect((await undo(data.confirmFact.edit.id)).errors).toBeUndefined();
    expect(await killedIn(slug)).toMatchObject({ id: killed.id, method: 'DETECTED', citations: { length: 2 } });
    const old = await api.ask('query ($id: ID!) { node(id: $id) { id } }', { id: killed.id });
    expect(old.data.node).toEqual({ id: killed.id });
  });

  it('is rejected, and the machine does not bring it back, not by another paper nor by another version', async () => {
    const { slug, killed } = await aReadStory();
    const rejected = await change('retractFact', { id: killed.id, reason: 'It was twelve hurt.' });
    expect(rejected.errors).toBeUndefined();
    await arrive(here.db, [{ title: 'Blast again', text: TEXT }], slug);
    await read();
    const { figures } = await factsOf(api.ask, slug);
    expect(figures.filter(({ metric }) => metric === 'KILLED')).toMatchObject([
      { id: killed.id, retraction: { reason: 'It was twelve hurt.' } },
    ]);
    expect(await talliesOf(slug)).toEqual([{ metric: 'INJURED', low: 30, high: 30 }]);
    expect((await undo(rejected.data.retractFact.edit.id)).errors).toBeUndefined();
    expect(await killedIn(slug)).toMatchObject({ id: killed.id, retraction: null });
    expect(await talliesOf(slug)).toEqual([
      { metric: 'KILLED', low: 12, high: 12 },
      { metric: 'INJURED', low: 30, high: 30 },
    ]);
    const log = await here.db.query<{ kind: string }[]>(
      `select kind from change where story_id = (select id from story where slug = $1) and node_type = 'Figure' and kind <> 'FACT_ADDED' order by id`,
      [slug],
    );
    expect(log.map(({ kind }) => kind)).toEqual(['FACT_RETRACTED', 'FACT_RESTORED']);
  });

  it('is corrected, and what the machine misread does not come back', async () => {
    const { slug, killed } = await aReadStory();
    const { data, errors } = await change('correctFigure', {
      id: killed.id,
      value: 11,
      reporter: 'City police',
      official: true,
      citations: [{ url: 'https://police.example/blast' }],
      reason: 'The police page gives eleven.',
    });
    expect(errors).toBeUndefined();
    expect(data.correctFigure.fact).toMatchObject({ method: 'RECORDED', citations: [{ url: 'https://police.example/blast' }] });
    await arrive(here.db, [{ title: 'Blast again', text: TEXT }], slug);
    await read();
    const { figures } = await factsOf(api.ask, slug);
    expect(figures.filter(({ metric }) => metric === 'KILLED')).toMatchObject([
      { value: 11, confidence: null, reporter: { name: 'City police' } },
    ]);
    expect((await change('correctFigure', { id: killed.id, value: 10, reason: 'x' })).errors?.[0]?.message).toContain(
      data.correctFigure.fact.id,
    );
    expect((await undo(data.correctFigure.edit.id)).errors).toBeUndefined();
    expect(await killedIn(slug)).toMatchObject({ id: killed.id, value: 12 });
  });

  it('that is a statement or an event is corrected likewise, and keeps what was said about it', async () => {
    const { slug } = await aReadStory();
    const { statements, events } = await factsOf(api.ask, slug);
    const said = statements.find(({ speaker }) => speaker?.name === 'Anne Hill');
    const corrected = await change('correctStatement', {
      id: said.id,
      stances: ['DEMAND'],
      role: 'Mayor of Springfield',
      channel: 'PRESS_BRIEFING',
      reason: 'Heard it.',
    });
    expect(corrected.errors).toBeUndefined();
    const moved = await change('correctEvent', {
      id: events[0].id,
      kind: 'ATTACK',
      place: 'Springfield',
      placeCountry: 'US',
      reason: 'It is known now.',
    });
    expect(moved.errors).toBeUndefined();
    await arrive(here.db, [{ title: 'Blast again', text: TEXT.replace('12 people', '14 people') }], slug);
    await read();
    const after = await factsOf(api.ask, slug);
    expect(after.events).toMatchObject([{ kind: 'ATTACK', method: 'RECORDED' }]);
    expect(after.statements.filter(({ summary }) => summary === said.summary)).toMatchObject([
      {
        stances: ['DEMAND'],
        channel: 'PRESS_BRIEFING',
        speaker: { name: 'Anne Hill', role: 'Mayor of Springfield' },
        citations: { length: 2 },
      },
    ]);
    const { data } = await api.ask(
      'query ($slug: String!) { story(slug: $slug) { events { nodes { place { name country { code } } figures { totalCount } } } } }',
      { slug },
    );
    expect(data.story.events.nodes).toEqual([{ place: { name: 'Springfield', country: { code: 'US' } }, figures: { totalCount: 3 } }]);
  });
});

describe('an edit of a fact', () => {
  it('needs a reason, the role, a fact that stands, and numbers that make sense', async () => {
    const { killed } = await aReadStory();
    const code = async (name: string, input: object, caller = editor): Promise<unknown> =>
      (await change(name, input, caller)).errors?.[0]?.extensions?.code;
    expect(await code('confirmFact', { id: killed.id, reason: ' ' })).toBe('BAD_USER_INPUT');
    expect(await code('confirmFact', { id: killed.id, reason: 'x' }, { keyId: null, role: Role.INGESTOR })).toBe('FORBIDDEN');
    expect(await code('correctFigure', { id: killed.id, value: null, reason: 'x' })).toBe('BAD_USER_INPUT');
    expect(await code('correctFigure', { id: killed.id, min: 9, max: 3, reason: 'x' })).toBe('BAD_USER_INPUT');
    expect(await code('correctStatement', { id: killed.id, reason: 'x' })).toBe('BAD_USER_INPUT');
    expect(await code('confirmFact', { id: killed.id.replace(/.$/, '0').replace(/^figure_./, 'figure_f'), reason: 'x' })).toBe('NOT_FOUND');
    await change('confirmFact', { id: killed.id, reason: 'x' });
    expect(await code('confirmFact', { id: killed.id, reason: 'x' })).toBe('CONFLICT');
  });

  it('by people is not to be confirmed, and outlives a job that sends its old record again', async () => {
    const story = await makeStory(here.db);
    const record = figure(story, { value: 10 });
    await store(here.db, [record]);
    const { id } = await killedIn(story.slug);
    expect((await change('confirmFact', { id, reason: 'x' })).errors?.[0]?.extensions?.code).toBe('CONFLICT');
    await change('correctFigure', { id, value: 9, reason: 'A slip of the pen.' });
    await store(here.db, [record]);
    expect(await killedIn(story.slug)).toMatchObject({ value: 9 });
  });

  it('is undone in any order with edits of other facts, but only after later ones of the same fact and mergers', async () => {
    const { slug, killed } = await aReadStory();
    const { figures } = await factsOf(api.ask, slug);
    const hurt = figures.find(({ metric }) => metric === 'INJURED');
    const one = (await change('confirmFact', { id: killed.id, reason: 'x' })).data.confirmFact;
    const other = (await change('confirmFact', { id: hurt.id, reason: 'x' })).data.confirmFact;
    const second = (await change('retractFact', { id: one.fact.id, reason: 'x' })).data.retractFact;
    expect((await undo(one.edit.id)).errors?.[0]?.message).toContain(second.edit.id);
    expect((await undo(second.edit.id)).errors).toBeUndefined();
    expect((await undo(one.edit.id)).errors).toBeUndefined();
    const into = (await makeStory(here.db)).slug;
    const merge = await api.ask(
      'mutation ($input: MergeStoriesInput!) { mergeStories(input: $input) { edit { id } } }',
      { input: { stories: [slug], into, reason: 'x' } },
      undefined,
      editor,
    );
    expect((await undo(other.edit.id)).errors?.[0]?.message).toContain(merge.data.mergeStories.edit.id);
    await undo(merge.data.mergeStories.edit.id);
    expect((await undo(other.edit.id)).errors).toBeUndefined();
    expect(await factsOf(api.ask, slug)).toMatchObject({ figures: figures.map(({ id }) => ({ id, method: 'DETECTED' })) });
  });

  it('records an event, a statement and a figure, each with a reason, and undoes it', async () => {
    const story = await makeStory(here.db);
    const recorded = await Promise.all([
      change('recordEvent', {
        event: {
          story: story.slug,
          kind: 'RESCUE',
          title: 'A rescue',
          occurredAt: '2024-03-01T13:00:00Z',
          citations: [{ url: 'https://a.example/1' }],
        },
        reason: 'Seen.',
      }),
      change('recordStatement', { statement: { ...(statement(story).statement as object), key: undefined }, reason: 'Heard.' }),
      change('recordFigure', { figure: { ...(figure(story, { value: 4 }).figure as object), key: undefined }, reason: 'Read.' }),
    ]);
    for (const [at, name] of ['recordEvent', 'recordStatement', 'recordFigure'].entries()) {
      expect(recorded[at]?.errors).toBeUndefined();
      expect(recorded[at]?.data[name]).toMatchObject({ fact: { method: 'RECORDED' }, edit: { kind: 'RECORD' } });
    }
    const with3 = await factsOf(api.ask, story.slug);
    expect([with3.events.length, with3.statements.length, with3.figures.length]).toEqual([2, 1, 1]);
    for (const answer of recorded)
      for (const { edit } of Object.values(answer.data) as { edit: { id: string } }[]) expect((await undo(edit.id)).errors).toBeUndefined();
    const without = await factsOf(api.ask, story.slug);
    expect([without.events.length, without.statements.length, without.figures.length]).toEqual([1, 0, 0]);
    const bad = await change('recordFigure', { figure: { story: story.slug, metric: 'KILLED' }, reason: 'x' });
    expect(bad.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('that was undone may be made again', async () => {
    const story = await makeStory(here.db);
    const given = { ...(figure(story, { value: 4 }).figure as object) };
    const first = await change('recordFigure', { figure: given, reason: 'x' });
    await undo(first.data.recordFigure.edit.id);
    expect((await change('recordFigure', { figure: given, reason: 'x' })).errors).toBeUndefined();
    expect(await killedIn(story.slug)).toMatchObject({ value: 4 });
  });
});

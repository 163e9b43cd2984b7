import { beforeAll, describe, expect, it } from '@jest/globals';
import { type FragmentDefinitionNode, getVariableValues, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { plans } from '../../src/app/plans';
import { poolOf } from '../../src/platform/database';
import { Planner } from '../../src/planner/planner';
import { type Answer, useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { aName, article, figure, type MadeStory, makeStory, statement, store } from '../support/makers';
import { CROCUS, sampleRows, useSample } from '../support/sample';
import { type Known, randomDocument, smallest, type Variables } from './random-document';

const here = useDatabase();
const api = useApi(here);
useSample(here);

const RUNS = Number(process.env['DIFFERENTIAL_RUNS'] ?? 2000);
const FIRST_SEED = Number(process.env['DIFFERENTIAL_SEED'] ?? 1);

let known: Known;
beforeAll(async () => {
  const story = await makeStory(here.db);
  await makeHistory(story);
  known = await whatIsThere(story.slug);
});

/** A story in which things were corrected, withdrawn, reworded and quoted, as in the bundled one nothing is. */
async function makeHistory(story: MadeStory): Promise<void> {
  const page = article(story, { title: 'Ten are hurt', text: 'Ten people are hurt, officials say.' });
  const url = page.article?.url ?? '';
  const [count, words] = [aName('figure'), aName('statement')];
  await store(
    here.db,
    [page, figure(story, { key: count, value: 10 }), statement(story, { key: words })],
    new Date('2024-03-01T16:00:00Z'),
  );
  await store(
    here.db,
    [
      { article: { ...page.article, title: 'Twelve are hurt' } },
      figure(story, { key: count, value: 12, reportedAt: '2024-03-01T17:00:00Z', citations: [{ url, start: 0, end: 3 }] }),
      statement(story, { answers: { statement: words }, stances: ['DENIAL', 'CRITICISM'] }),
    ],
    new Date('2024-03-01T18:00:00Z'),
  );
  await here.db.query(
    `insert into retraction (story_id, id, fact_id, reason, retracted_at)
     select story_id, gen_random_uuid(), id, 'Never said.', '2024-03-02T00:00:00Z' from statement where key = $1`,
    [words],
  );
}

/** Ids, selectors and cursors of the bundled story, so that random documents find something. */
async function whatIsThere(corrected: string): Promise<Known> {
  const cursors: Record<string, string[]> = {};
  const lists = ['events', 'statements', 'figures', 'claims', 'articles', 'responses', 'timeline'];
  const page = '(first: 12) { edges { cursor } }';
  const { data } = await api.ask(
    `query ($slug: String!) {
      story(slug: $slug) {
        id ${lists.map(list => `${list}${page}`).join(' ')}
        s: statements(first: 3) { nodes { id issuer { id slug statements(first: 3) { edges { cursor } } } answers { ... on Event { id } } } }
        c: claims(first: 2) { nodes { id positions(first: 3) { edges { cursor } nodes { id } } } } f: figures(first: 2) { nodes { id } }
        e: events(first: 60) { nodes { id answeredBy(first: 4) { edges { cursor } } figures(first: 3) { edges { cursor } } } }
        a: articles(first: 2) { nodes { id source { id slug articles(first: 2) { edges { cursor } } } } }
      }
      ${['stories', 'articles', 'statements', 'events', 'sources', 'actors', 'changes'].map(list => `${list}${page}`).join(' ')}
      search(query: "attack", first: 6) { edges { cursor } }
    }`,
    { slug: CROCUS },
  );
  const cursorsIn = (value: unknown): string[] => JSON.stringify(value ?? null).match(/(?<="cursor":")(?:[^"\\]|\\.)*/g) ?? [];
  const { story, ...roots } = data;
  for (const list of lists) cursors[`Story.${list}`] = cursorsIn(story[list]);
  for (const list of Object.keys(roots as object)) cursors[`Query.${list}`] = cursorsIn(roots[list]);
  cursors['Event.answeredBy'] = cursorsIn(story.e.nodes.map((event: { answeredBy: unknown }) => event.answeredBy));
  cursors['Event.figures'] = cursorsIn(story.e.nodes.map((event: { figures: unknown }) => event.figures));
  cursors['Claim.positions'] = cursorsIn(story.c);
  cursors['Actor.statements'] = cursorsIn(story.s);
  cursors['Source.articles'] = cursorsIn(story.a);
  const ids: string[] = JSON.stringify(data).match(/(?<="id":")[^"]*/g) ?? [];
  const slugs = story.s.nodes.map(({ issuer }: { issuer: { slug: string } }) => issuer.slug);
  const outlets = sampleRows<{ slug: string }>('sources').slice(0, 8).map(({ slug }) => slug); // prettier-ignore
  const moments = [
    '2024-03-22T17:00:00Z',
    '2024-03-23T12:00:00Z',
    '2024-03-23T16:23:00.5+03:00',
    '2024-03-27T00:00:00Z',
    '2026-05-01T00:00:00Z',
  ];
  const strings: Record<string, readonly string[]> = {
    slug: [CROCUS, CROCUS, CROCUS, corrected, corrected, story.id, slugs[0], outlets[0]],
    story: [CROCUS, story.id],
    id: [...ids, 'story_00000000-0000-7000-8000-000000000000'],
    ids: [...ids, 'statement_00000000-0000-7000-8000-000000000000'],
    code: ['RU', 'fr', 'Q159', 'XX'],
    countries: ['RU', 'us', 'FR', 'DE', 'Q159'],
    languages: ['en', 'ru', 'fr', 'de'],
    issuers: [...slugs, ...ids.filter(id => id.startsWith('actor_'))],
    sources: [...outlets, ...ids.filter(id => id.startsWith('source_'))],
    query: [
      'attack',
      'condolences OR verdict',
      '"Islamic State" -trial',
      'killed country:RU',
      'stance:CONDOLENCES after:2024-03-23',
      'colour:red',
      '',
    ],
  };
  for (const name of [
    'asOf',
    'publishedFrom',
    'publishedBefore',
    'issuedFrom',
    'issuedBefore',
    'occurredFrom',
    'occurredBefore',
    'activeFrom',
    'activeBefore',
  ]) {
    strings[name] = moments;
  }
  return { strings, cursors };
}

/** An answer in the one form in which both ways are compared. Where null has reached the top, which errors came first is a matter of luck. */
function comparable({ data, errors }: Answer): string {
  if (data === null) return JSON.stringify({ data, failed: (errors?.length ?? 0) > 0 });
  const sorted = errors?.map(error => JSON.stringify(error)).sort();
  return JSON.stringify({ data, errors: sorted });
}

/** What both ways answer. Where they differ they are asked again, since the log of changes moves with what other tests write. */
async function bothWays(query: string, variables: Variables): Promise<{ answer: Answer; planned: string; completed: string }> {
  for (let tries = 0; ; tries += 1) {
    const answer = await api.ask(query, variables);
    const [planned, completed] = [comparable(answer), comparable(await api.askThroughObjects(query, variables))];
    if (planned === completed || tries === 2) return { answer, planned, completed };
  }
}

/** Fails with the smallest document for which both ways still differ. */
async function showDifference(seed: number, query: string, variables: Variables): Promise<void> {
  const least = await smallest(api.planner.schema, query, async smaller => {
    const { planned, completed } = await bothWays(smaller, variables);
    return planned !== completed;
  });
  const { planned, completed } = await bothWays(least, variables);
  expect({ seed, least, variables, answer: planned }).toEqual({ seed, least, variables, answer: completed });
}

/** What went wrong on our side: errors that are neither a refusal nor one of GraphQL's own. */
function faultsOf({ errors = [] }: Answer): string[] {
  return errors.flatMap(({ message, extensions }) =>
    extensions?.['code'] === 'INTERNAL_SERVER_ERROR' && !/of non-null type|has invalid value/.test(message) ? [message] : [],
  );
}

/** What a planner says that has compiled nothing before. */
async function anew(query: string, variables: Variables): Promise<unknown> {
  const planner = new Planner(api.planner.schema, poolOf(here.dataSource), plans);
  const { definitions } = parse(query);
  const operation = definitions.find(one => one.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const fragments = definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
  const { coerced = {} } = getVariableValues(planner.schema, operation.variableDefinitions ?? [], variables);
  const roots = planner.roots(operation, Object.fromEntries(fragments.map(one => [one.name.value, one])), coerced) ?? [];
  const data: Record<string, unknown> = {};
  for (const root of roots) {
    if ('typeName' in root) data[root.key] = root.typeName;
    else data[root.key] = JSON.parse(String(await planner.run(root.plan(), coerced)));
  }
  return data;
}

describe('the two ways to answer', () => {
  it(
    `say the same to the letter for ${RUNS} random documents, each with two sets of variables`,
    async () => {
      const seen = { data: 0, errors: 0, long: 0, wide: 0 };
      for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1) {
        const { query, variables, others } = randomDocument(api.planner.schema, seed, known);
        const sets = Object.keys(variables).length ? [variables, others] : [variables];
        let last: Answer = { data: undefined };
        for (const given of sets) {
          const { answer, planned, completed } = await bothWays(query, given);
          if (planned !== completed) await showDifference(seed, query, given);
          expect({ seed, query, given, faults: faultsOf(answer) }).toEqual({ seed, query, given, faults: [] });
          last = answer;
        }
        const { data, errors } = last;
        if (!errors && seed % 4 === 0 && !query.includes('changes')) {
          expect({ seed, data: await anew(query, others) }).toEqual({ seed, data });
        }
        if (errors) seen.errors += 1;
        if (data) seen.data += 1;
        if (/\w{64}/.test(query)) seen.long += 1;
        if (/\bw\d+: /.test(query)) seen.wide += 1;
      }
      if (RUNS >= 300) for (const kind of Object.values(seen)) expect(kind).toBeGreaterThan(5);
    },
    60_000 + RUNS * 200,
  );

  it.each([CROCUS, 'empty'])('say where a page lies of which nothing else is asked, in the story %s', async slug => {
    await store(here.db, [{ story: { slug: 'empty', headline: 'Nothing', summary: 'Nothing yet.' } }]);
    const query = `query ($slug: String!) { story(slug: $slug) { claims { pageInfo { hasPreviousPage } } events(first: 2) { pageInfo { __typename } } } }`;
    const story = { claims: { pageInfo: { hasPreviousPage: false } }, events: { pageInfo: { __typename: 'PageInfo' } } };
    expect(await api.ask(query, { slug })).toEqual({ data: { story } });
  });

  it('keep operations of one document apart that share fragments', async () => {
    const query = `
      fragment Shared on Query { story(slug: $slug) { slug } }
      query Whole($slug: String!) { ...Shared story(slug: $slug) { headline } }
      query Part($slug: String!) { ...Shared }`;
    for (const ask of [api.ask, api.askThroughObjects]) {
      expect(Object.keys((await ask(query, { slug: CROCUS }, 'Whole')).data.story as object)).toEqual(['slug', 'headline']);
      expect(Object.keys((await ask(query, { slug: CROCUS }, 'Part')).data.story as object)).toEqual(['slug']);
    }
  });

  it.each([
    [
      'a variable that takes the place of a needed argument is null',
      `query ($slug: String = "x") { story(slug: $slug) { id } }`,
      { slug: null },
    ],
    [
      'a variable that decides @skip is null',
      `query ($no: Boolean = true) { stories { totalCount @skip(if: $no) __typename } }`,
      { no: null },
    ],
    [
      'a variable that decides @include of a root is null',
      `query ($no: Boolean = true) { stories @include(if: $no) { totalCount } }`,
      { no: null },
    ],
    [
      'one item of a list is a null variable',
      `query ($a: String = "en") { articles(filter: { languages: ["ru", $a] }) { totalCount } }`,
      { a: null },
    ],
    [
      'a field of an input object is a null variable',
      `query ($f: StoryOrderField = STARTED_AT) { stories(orderBy: { field: $f }) { totalCount } }`,
      { f: null },
    ],
    ['a variable is of the wrong type', `query ($first: Int) { stories(first: $first) { totalCount } }`, { first: 'two' }],
    ['a date-time does not exist', `query ($asOf: DateTime) { stories(asOf: $asOf) { totalCount } }`, { asOf: '2024-02-30T00:00:00Z' }],
    ['a page is too large', `{ stories(first: 101) { totalCount } a: __typename }`, {}],
    ['a cursor is of another list', `query ($c: String) { stories(after: $c) { nodes { id } } countries { code } }`, { c: 'nonsense' }],
    ['an id is none', `{ node(id: "nonsense") { id } nodes(ids: ["nonsense"]) { id } }`, {}],
  ])('fail in the same words where %s', async (_, query, variables) => {
    const [planned, completed] = [await api.ask(query, variables), await api.askThroughObjects(query, variables)];
    expect(planned.errors).toBeDefined();
    expect(comparable(planned)).toBe(comparable(completed));
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, type OperationDefinitionNode, parse, print, validate } from 'graphql';
import { readdirSync } from 'node:fs';
import { buildApiSchema } from '../../src/app/schema';
import { poolOf } from '../../src/platform/database';
import { type Answer, operation, useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { aName, article, cited, makeStory, statement, store, type MadeStory } from '../support/makers';
import { untilSettled } from '../support/settled';
import { CROCUS, sampleRows, useSample, wholeList } from '../support/sample';

const here = useDatabase();
const api = useApi(here);
useSample(here);

/** What each public operation of reading costs, in SQL statements: one for each of its root fields. */
const COSTS: Record<string, number> = {
  StoryInOneRequest: 1,
  StoryList: 1,
  StoryTimeline: 1,
  StoryFeed: 1,
  ResponseMap: 1,
  ContestedClaims: 1,
  Search: 1,
  SearchFeed: 1,
  ArticlePage: 1,
  StoryChanges: 1,
};

/** Operations that are promised and not served yet: whoever serves one takes it out here. */
const NOT_YET_SERVED: string[] = [];

/** Operations that are served and run by tests of their own. */
const TESTED_ELSEWHERE = [
  'Ingest',
  'RegisterFeed',
  'PollFeed',
  'FeedHealth',
  'MergeStories',
  'SplitStory',
  'UndoEdit',
  'RetractFact',
  'OnStoryChange',
];

const definitions = new Map<string, OperationDefinitionNode>();
for (const file of readdirSync('schema/operations').filter(name => name.endsWith('.graphql'))) {
  for (const definition of parse(operation(file.replace('.graphql', ''))).definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) definitions.set(definition.name?.value ?? '', definition);
  }
}
let schema: GraphQLSchema;
let statements = 0;

beforeAll(async () => {
  schema = await buildApiSchema();
  const pool = poolOf(here.dataSource);
  const query = pool.query.bind(pool) as (...given: unknown[]) => unknown;
  pool.query = ((...given: unknown[]) => {
    statements += 1;
    return query(...given);
  }) as typeof pool.query;
});

function problems(name: string): readonly GraphQLError[] {
  const definition = definitions.get(name);
  if (!definition) return [new GraphQLError(`there is no operation ${name} in schema/operations`)];
  if (!schema.getRootType(definition.operation)) return [new GraphQLError(`the schema has no ${definition.operation}`)];
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition] };
  return validate(schema, document);
}

function text(name: string): string {
  const definition = definitions.get(name);
  if (!definition) throw new Error(`there is no operation ${name} in schema/operations`);
  return print(definition);
}

/** Asks a public operation about a story; an error fails the test. */
async function answerOf(name: string, variables: Record<string, unknown> = {}, ask = api.ask): Promise<Answer['data']> {
  const { data, errors } = await ask(text(name), { slug: CROCUS, query: 'condemn OR condolences', ...variables }, name);
  expect(errors).toBeUndefined();
  return data;
}

/** How many statements an operation sends where no answer is kept, unless it is asked in another way. */
async function costOf(name: string, variables?: Record<string, unknown>, ask = api.askAnew): Promise<number> {
  const before = statements;
  await answerOf(name, variables, ask);
  return statements - before;
}

/** Gives a story more articles than anyone would hand over one by one. */
async function addArticles(story: MadeStory, count: number): Promise<void> {
  await here.db.query(
    `with made as (
       insert into article (id, url, source_id, title, language, published_at, precision, date_basis, origin_id, sort_at, public_at, content_hash)
       select id, 'https://many.example/' || n, (select id from source where slug = $2), 'Article ' || n, 'en', at, 'MINUTE', 'PAGE', id, at, at, md5(id::text)
       from (select gen_random_uuid() as id, n, timestamptz '2024-03-01T00:00:00Z' + n * interval '1 minute' as at from generate_series(1, $3::int) n) numbered
       returning *
     )
     insert into story_article (story_id, article_id, title, url, language, source_id, country_code, origin_id, published_at, sort_at, public_at)
     select (select id from story where slug = $1), id, title, url, language, source_id, 'FR', origin_id, published_at, sort_at, public_at from made`,
    [story.slug, story.source, count],
  );
}

describe('the public operations', () => {
  it.each(Object.keys(COSTS))('%s is valid by the schema and answers about the bundled story without an error', async name => {
    expect(problems(name)).toEqual([]);
    expect(await answerOf(name)).toBeTruthy();
    expect((await api.askThroughObjects(text(name), { slug: CROCUS, query: 'condemn' }, name)).errors).toBeUndefined();
  });

  it('are each served, or known not to be yet', () => {
    expect([...definitions.keys()].sort()).toEqual([...Object.keys(COSTS), ...NOT_YET_SERVED, ...TESTED_ELSEWHERE].sort());
    for (const name of TESTED_ELSEWHERE) expect([name, problems(name)]).toEqual([name, []]);
    const served = NOT_YET_SERVED.filter(name => problems(name).length === 0);
    expect({ 'served by now, so take them off the list': served }).toEqual({ 'served by now, so take them off the list': [] });
  });

  it.each(Object.entries(COSTS))('%s costs %i SQL statement for the bundled story, now and at a past moment', async (name, cost) => {
    const roots = definitions.get(name)?.selectionSet.selections.length;
    expect(cost).toBe(roots);
    expect(await costOf(name)).toBe(cost);
    expect(await costOf(name, { asOf: '2024-03-23T12:00:00Z' })).toBe(cost);
  });

  it('costs as many statements as it has root fields', async () => {
    const before = statements;
    const query = `query ($slug: String!) { __typename a: story(slug: $slug) { id } b: stories { totalCount } ...more }
      fragment more on Query { c: node(id: "story_00000000-0000-0000-0000-000000000000") { id } a: story(slug: $slug) { slug } }`;
    expect((await api.ask(query, { slug: CROCUS })).data).toMatchObject({ a: { slug: CROCUS }, c: null });
    expect(statements - before).toBe(3);
  });

  it('cost the same for a story of 10 and of 10,000 articles', async () => {
    const [small, large] = [await makeStory(here.db), await makeStory(here.db)];
    await addArticles(small, 10);
    await addArticles(large, 10_000);
    for (const [name, cost] of Object.entries(COSTS)) {
      expect([name, await costOf(name, small.slug ? { slug: small.slug } : {})]).toEqual([name, cost]);
      expect([name, await costOf(name, { slug: large.slug })]).toEqual([name, cost]);
    }
    expect((await answerOf('StoryInOneRequest', { slug: large.slug })).story.articles.totalCount).toBe(10_000);
  });

  it('cost one statement where the answer is kept, for its version, and one more once when that has changed', async () => {
    const { slug } = await makeStory(here.db);
    const costs = [];
    for (let turn = 0; turn < 3; turn += 1) costs.push(await costOf('StoryInOneRequest', { slug }, api.ask));
    await here.db.query(`update story set version = version + 1 where slug = $1`, [slug]);
    for (let turn = 0; turn < 3; turn += 1) costs.push(await costOf('StoryInOneRequest', { slug }, api.ask));
    expect(costs).toEqual([1, 1, 1, 2, 1, 1]);
  });

  it('answer about several stories at once with one statement', async () => {
    const before = statements;
    const { data } = await api.ask(`{ stories(first: 3) { nodes { slug articles(first: 2) { nodes { source { name } } } } } }`);
    expect(data.stories.nodes.length).toBeGreaterThan(0);
    expect(statements - before).toBe(1);
  });
});

describe('the bundled story', () => {
  it('is told whole in one request', async () => {
    const { story } = await answerOf('StoryInOneRequest');
    const counts = Object.fromEntries(
      ['articles', 'statements', 'events', 'figures', 'claims'].map(list => [list, story[list].totalCount as number]),
    );
    expect(counts).toEqual({ articles: 190, statements: 264, events: 57, figures: 23, claims: 24 });
    expect(story.tallies.find(({ metric }: { metric: string }) => metric === 'KILLED')).toMatchObject({
      low: 12,
      high: 150,
      reportCount: 23,
      latestOfficial: { value: 149 },
    });
    expect(story.responses.totalCount).toBe(new Set(sampleRows<Issued>('statements').map(({ issuer }) => issuer.slug)).size);
  });

  it('stands on the front page with its coverage', async () => {
    const { stories } = await answerOf('StoryList');
    const crocus = stories.edges.find(({ node }: { node: { slug: string } }) => node.slug === CROCUS);
    expect(crocus.node.coverage).toMatchObject({ articleCount: 190, sourceCount: 130, languageCount: 29 });
    expect(crocus.node.articles.nodes).toHaveLength(3);
  });

  it('can be paged through in time order: every fact and article once', async () => {
    const rows = `__typename ... on Event { id occurredBy } ... on Statement { id publicAt } ... on Figure { id publicAt } ... on Article { id publicAt }`;
    const timeline = await wholeList<Record<string, string>>(api.ask, { slug: CROCUS, list: 'timeline', rows, size: 50 });
    const times = timeline.map(({ occurredBy, publicAt }) => occurredBy ?? publicAt ?? '');
    expect(times).toEqual([...times].sort());
    const listed = await Promise.all(
      ['events', 'statements', 'figures', 'articles'].map(list => wholeList<{ id: string }>(api.ask, { slug: CROCUS, list, rows: 'id' })),
    );
    expect(listed.map(list => list.length)).toEqual([57, 264, 62, 190]);
    expect(timeline.map(({ id }) => id).sort()).toEqual(listed.flatMap(list => list.map(({ id }) => id)).sort());
  });

  it.each([null, '2024-03-23T12:00:00Z'])(
    'shows the same on the timeline whether its rows carry it or it is looked up, as of %s',
    async asOf => {
      const read = async (more: string): Promise<Record<string, unknown>[]> => {
        const query = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) { timeline(first: 100) { nodes { ... on Article {
        id title url language publishedAt publicAt source { name country { name } } ${more} } } } } }`;
        const { data } = await api.askAnew(query, { slug: CROCUS, asOf });
        return data.story.timeline.nodes.filter((node: { id?: string }) => node.id);
      };
      const [carried, found] = [await read(''), await read('summary')];
      expect(carried.length).toBeGreaterThan(5);
      expect(found.map(({ summary: _, ...rest }) => rest)).toEqual(carried);
    },
  );

  it('pages the timeline by the public operation, kind by kind', async () => {
    let after: string | undefined;
    let seen = 0;
    do {
      const { timeline } = (await answerOf('StoryTimeline', { kinds: ['EVENT', 'FIGURE'], after })).story;
      for (const { node } of timeline.edges) expect(['Event', 'Figure']).toContain(node.__typename);
      seen += timeline.edges.length;
      after = timeline.pageInfo.hasNextPage ? timeline.pageInfo.endCursor : undefined;
    } while (after);
    expect(seen).toBe(57 + 62);
  });

  it('leads from an accusation to its denial', async () => {
    const { story } = await answerOf('ContestedClaims');
    const positions: Position[] = story.claims.nodes.flatMap((claim: { positions: { nodes: Position[] } }) => claim.positions.nodes);
    const answered = positions.filter(({ basis }) => basis.answeredBy?.nodes.length);
    const denials = sampleRows<Issued & { stances: string[]; respondsTo: string | null; summary: string }>('statements').filter(
      ({ stances, respondsTo }) => stances.includes('DENIAL') && respondsTo !== null,
    );
    const reached = answered.flatMap(({ basis }) => basis.answeredBy?.nodes.map(({ summary }) => summary) ?? []);
    expect(reached.filter(summary => denials.some(denial => denial.summary === summary)).length).toBeGreaterThan(0);
    expect(story.claims.nodes.every(({ status }: { status: string }) => ['DISPUTED', 'DENIED', 'UNVERIFIED'].includes(status))).toBe(true);
  });

  it('keeps its changes as a log that can be read to the end', async () => {
    await untilSettled(here.db);
    const changes: unknown[] = [];
    for (let since: string | undefined, more = true; more;) {
      const { edges, pageInfo } = (await answerOf('StoryChanges', { since })).changes;
      changes.push(...edges);
      more = pageInfo.hasNextPage;
      since = pageInfo.endCursor;
    }
    expect(changes).toHaveLength(190 + 264 + 57 + 62 + 109 + 24 + 24 + 4);
  });

  it('gives each of its rows back by its id', async () => {
    const { data } = await api.ask(`query ($slug: String!) { story(slug: $slug) { id
      events(first: 1) { nodes { id } } statements(first: 1) { nodes { id issuer { id } } } figures(first: 1) { nodes { id } }
      claims(first: 1) { nodes { id positions(first: 1) { nodes { id } } } } articles(first: 1) { nodes { id source { id } } } } }`, { slug: CROCUS }); // prettier-ignore
    const ids = [...new Set(JSON.stringify(data).match(/(?<="id":")[^"]+/g))];
    expect(ids).toHaveLength(9);
    const one = `query ($id: ID!) { node(id: $id) { __typename id } }`;
    for (const id of ids) expect((await api.ask(one, { id })).data.node.id).toBe(id);
    const { nodes } = (await api.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`, { ids: [...ids].reverse() })).data;
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual([...ids].reverse());
  });
});

interface Issued {
  issuer: { slug: string; country: string | null };
}

interface Position {
  basis: { answeredBy?: { nodes: { summary: string }[] } };
}

describe('the response map', () => {
  const mapOf = async (asOf?: string): Promise<Map<string, { status: string; lastCheckedAt: string | null }>> => {
    const { story } = await answerOf('ResponseMap', { asOf });
    return new Map(story.responseMap.map((row: { country: { code: string } }) => [row.country.code, row]));
  };

  it('has one row for each of the 193 members and two observers of the United Nations', async () => {
    const rows = (await answerOf('ResponseMap')).story.responseMap;
    expect(rows).toHaveLength(195);
    expect((await mapOf()).size).toBe(195);
  });

  it('says RESPONDED for the countries that issued statements, and that nobody listened to the others', async () => {
    const issued = new Set(sampleRows<Issued>('statements').map(({ issuer }) => issuer.country));
    for (const [code, { status }] of await mapOf())
      expect([code, status]).toEqual([code, issued.has(code) ? 'RESPONDED' : 'NOT_MONITORED']);
  });

  it('says NO_RESPONSE_SEEN once an official channel of a silent state was read, and not before that', async () => {
    await store(here.db, [
      {
        source: {
          slug: 'no-foreign-ministry',
          name: 'Foreign ministry',
          kind: 'GOVERNMENT',
          role: 'OFFICIAL_ISSUER',
          country: 'NO',
          language: 'no',
        },
      },
    ]);
    await here.db.query(`
      with added as (
        insert into feed (id, url, url_key, host, source_id, last_succeeded_at)
        select gen_random_uuid(), 'https://ministry.example/rss', gen_random_uuid(), 'ministry.example', id, '2024-03-26T10:00:00Z' from source where slug = 'no-foreign-ministry'
        returning id
      )
      insert into poll (feed_id, id, at, outcome)
      select added.id, gen_random_uuid(), at::timestamptz, outcome from added, (values
        ('2024-03-01T00:00:00Z', 'READ'), ('2024-03-23T10:00:00Z', 'FAILED'), ('2024-03-24T10:00:00Z', 'READ'), ('2024-03-25T10:00:00Z', 'NOT_MODIFIED'),
        ('2024-03-26T10:00:00Z', 'UNCHANGED'), ('2024-03-27T10:00:00Z', 'REFUSED')
      ) polls (at, outcome)`);
    expect((await mapOf()).get('NO')).toMatchObject({ status: 'NO_RESPONSE_SEEN', lastCheckedAt: '2024-03-26T10:00:00.000Z' });
    expect((await mapOf('2024-03-23T12:00:00Z')).get('NO')).toMatchObject({ status: 'NOT_MONITORED', lastCheckedAt: null });
    expect((await mapOf('2024-03-24T12:00:00Z')).get('NO')).toMatchObject({
      status: 'NO_RESPONSE_SEEN',
      lastCheckedAt: '2024-03-24T10:00:00.000Z',
    });
    expect((await mapOf()).get('AU')).toMatchObject({ status: 'NOT_MONITORED' });
  });

  it('takes a country for silent until its first statement was public', async () => {
    expect((await mapOf('2024-03-22T19:00:00Z')).get('IN')?.status).toBe('NOT_MONITORED');
    expect((await mapOf('2024-04-01T00:00:00Z')).get('IN')?.status).toBe('RESPONDED');
  });
});

describe('search', () => {
  it('finds statements, articles and events, the best first, with the words marked', async () => {
    const kinds = new Set<string>();
    const scores: number[] = [];
    let after: string | undefined;
    do {
      const { search } = await answerOf('Search', { query: 'condolences OR verdict OR mourning', first: 100, after });
      for (const { node, score, highlight } of search.edges) {
        kinds.add(node.__typename as string);
        scores.push(score as number);
        expect(highlight).toMatch(/<mark>[^<]+<\/mark>/);
      }
      after = search.pageInfo.hasNextPage ? search.pageInfo.endCursor : undefined;
    } while (after);
    expect([...kinds].sort()).toEqual(['Article', 'Event', 'Statement']);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('finds the story by its headline', async () => {
    const { search } = await answerOf('Search', { query: 'nineteen defendants convicted', in: ['STORY'] });
    expect(search.edges[0].node).toMatchObject({ __typename: 'Story', slug: CROCUS });
  });

  it('keeps to the kinds and fields that were asked for', async () => {
    const { search } = await answerOf('Search', { query: 'attack country:FR stance:CONDEMNATION', in: ['STATEMENT'] });
    for (const { node } of search.edges) expect(node.__typename).toBe('Statement');
    expect(search.edges.length).toBeGreaterThan(0);
  });

  it('writes out what a browser would take for markup', async () => {
    const story = await makeStory(here.db);
    const word = aName('gruffalo').replace('-', '');
    await store(here.db, [
      article(story, { title: `A <script>alert(1)</script> & "${word}" <b>story</b>` }),
      statement(story, { summary: `Says <img src=x> that ${word} is there.`, citations: cited() }),
    ]);
    const { search } = await answerOf('Search', { query: word });
    expect(search.edges).toHaveLength(2);
    for (const { highlight } of search.edges) {
      expect(highlight).toContain(`<mark>${word}</mark>`);
      expect((highlight as string).replaceAll(/<\/?mark>/g, '')).not.toMatch(/[<>]/);
    }
  });

  it('names the place of a fault in the question', async () => {
    const { errors } = await api.ask(text('Search'), { query: 'colour:red' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', position: expect.any(Number) });
  });
});

describe('the article page', () => {
  it('pages through all articles of a filter once, newest first', async () => {
    const filter = { languages: ['en'], publishedFrom: '2024-03-20T00:00:00Z' };
    const seen: { id: string; publishedAt: string }[] = [];
    let after: string | undefined;
    do {
      const { articles } = await answerOf('ArticlePage', { filter, first: 7, after });
      seen.push(...articles.edges.map(({ node }: { node: { id: string; publishedAt: string } }) => node));
      after = articles.pageInfo.hasNextPage ? articles.pageInfo.endCursor : undefined;
    } while (after);
    const expected = sampleRows<{ language: string; publishedAt: string }>('articles').filter(
      ({ language, publishedAt }) => language === 'en' && publishedAt >= '2024-03-20',
    );
    expect(new Set(seen.map(({ id }) => id)).size).toBe(expected.length);
    const times = seen.map(({ publishedAt }) => publishedAt);
    expect(times).toEqual([...times].sort().reverse());
  });
});

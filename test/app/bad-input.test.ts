import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
} from 'graphql';
import pino from 'pino';
import { createEngine } from '../../src/app/engine';
import { createGraphqlServer } from '../../src/app/http/graphql-server';
import { type Answer, operation, useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { article, figure, makeStory, type MadeStory, statement, store } from '../support/makers';

const here = useDatabase();
const api = useApi(here);
let story: MadeStory;

beforeAll(async () => {
  story = await makeStory(here.db);
  await store(here.db, [article(story), article(story), statement(story), statement(story), figure(story)]);
});

type Variables = Record<string, unknown>;

/** Asks in both modes, which must say the same, and gives the answer. */
async function ask(query: string, variables?: Variables): Promise<Answer> {
  const [raw, object] = await Promise.all([api.ask(query, variables), api.askThroughObjects(query, variables)]);
  const told = ({ data, errors }: Answer) => ({
    data,
    errors: errors
      ?.map(({ message, path, extensions }) => ({ message, path, code: extensions?.code }))
      .sort((a, b) => (String(a.path) < String(b.path) ? -1 : 1)),
  });
  expect(told(raw)).toEqual(told(object));
  return raw;
}

/** The one error of an answer; it must be a sentence. */
function refusalIn({ errors }: Answer): { code: unknown; message: string; path: unknown } {
  expect(errors).toHaveLength(1);
  const [error] = errors ?? [];
  expect(error?.message).toMatch(/^[A-Z"].{15,}[.?]$/s);
  return { code: error?.extensions?.code, message: error?.message ?? '', path: error?.path };
}

/** Says that a question is refused, and in which words. */
async function refused(query: string, code: string, words: string[], variables?: Variables): Promise<Answer> {
  const answer = await ask(query, variables);
  const { code: given, message } = refusalIn(answer);
  expect({ given, message }).toMatchObject({ given: code });
  for (const word of words) expect(message).toContain(word);
  return answer;
}

const inStory = (list: string): string => `query ($slug: String!) { story(slug: $slug) { ${list} } }`;

describe('a page', () => {
  it.each([
    ['first: 0', ['"first"', 'is 0', '1 to 100']],
    ['first: -1', ['"first"', 'is -1', '1 to 100']],
    ['first: 101', ['"first"', 'is 101', '1 to 100']],
    ['last: 0', ['"last"', 'is 0', '1 to 100']],
    ['last: 101', ['"last"', 'is 101', '1 to 100']],
    ['first: 2, last: 2', ['"first"', '"last"', 'one of them']],
    ['last: 2, after: "x"', ['"last"', '"after"']],
    ['first: 2, before: "x"', ['"before"', '"last"']],
    ['before: "x"', ['"before"', '"last"']],
    ['after: "x", before: "x"', ['"before"', '"last"']],
  ])('is refused with %s, at the root and below', async (page, words) => {
    const top = await refused(`{ articles(${page}) { nodes { id } } }`, 'BAD_USER_INPUT', ['articles', ...words]);
    expect(top.data).toBeNull();
    expect(top.errors?.[0]?.path).toEqual(['articles']);
    const below = await refused(inStory(`figures(${page}) { totalCount }`), 'BAD_USER_INPUT', ['story.figures', ...words], {
      slug: story.slug,
    });
    expect(below.data).toEqual({ story: null });
    expect(below.errors?.[0]?.path).toEqual(['story']);
  });

  it.each([0, 101, -1])('is refused with a variable first of %d, and not with the next', async first => {
    const query = `query ($first: Int) { articles(first: $first) { nodes { id } } }`;
    await refused(query, 'BAD_USER_INPUT', [`is ${first}`], { first });
    expect((await ask(query, { first: 1 })).data.articles.nodes).toHaveLength(1);
    expect((await ask(query, { first: null })).errors).toBeUndefined();
  });
});

describe('a cursor', () => {
  const query = `query ($after: String) { articles(first: 1, after: $after) { edges { cursor } pageInfo { endCursor } } }`;

  it.each([
    ['nothing', ''],
    ['garbage', 'garbage'],
    ['separators alone', '~~~~'],
    ['a text with a quote', `'; drop table article; --`],
    ['a text that is very long', 'x'.repeat(5_000)],
    ['a text with a zero', 'a\0b'],
  ])('that is %s is refused', async (_, after) => {
    await refused(query, 'CURSOR_INVALID', ['is not a cursor of articles', JSON.stringify(after).slice(0, 20)], { after });
  });

  it('of another list, or with another order, is refused', async () => {
    const { data } = await ask(`{ events(first: 1) { pageInfo { endCursor } } stories(first: 1) { pageInfo { endCursor } } }`);
    const ofEvents = data.events.pageInfo.endCursor as string;
    await refused(query, 'CURSOR_INVALID', [ofEvents], { after: ofEvents });
    const ascending = `query ($after: String) { stories(orderBy: { field: LAST_ACTIVITY_AT, direction: ASC }, after: $after) { nodes { id } } }`;
    await refused(ascending, 'CURSOR_INVALID', ['stories'], { after: data.stories.pageInfo.endCursor });
  });

  it('that was cut or changed anywhere is refused, or leads to another place, and never breaks', async () => {
    const cursor = (await ask(query)).data.articles.pageInfo.endCursor as string;
    const broken = [
      ...Array.from({ length: cursor.length }, (_, length) => cursor.slice(0, length)),
      `${cursor}~`,
      `${cursor}0`,
      ` ${cursor}`,
    ];
    for (const after of broken) await refused(query, 'CURSOR_INVALID', ['is not a cursor of articles'], { after });
    const [tag, at, id] = cursor.split('~');
    for (const moment of ['0', '-0', '999999999999999', '-999999999999999', '1e3', 'NaN', '9'.repeat(40)]) {
      const { errors } = await ask(query, { after: [tag, moment, id].join('~') });
      if (errors) expect(errors[0]?.extensions?.code).toBe('CURSOR_INVALID');
    }
    const upper = [tag, at, id?.toUpperCase()].join('~');
    await refused(query, 'CURSOR_INVALID', [], { after: upper });
  });

  it('of a search with a score beyond all numbers is refused', async () => {
    const search = `query ($after: String) { search(query: "title", first: 1, after: $after) { pageInfo { endCursor } } }`;
    const [tag, , id] = ((await ask(search)).data.search.pageInfo.endCursor as string).split('~');
    for (const score of ['1e999', '-1e999', '1e-999', 'Infinity', 'NaN', '0x10', '9'.repeat(60)]) {
      await refused(search, 'CURSOR_INVALID', [score.slice(0, 20)], { after: [tag, score, id].join('~') });
    }
  });

  it('of the log that is garbage is refused', async () => {
    await refused(`{ changes(since: "garbage") { nodes { kind } } }`, 'CURSOR_INVALID', ['"garbage"', 'changes']);
    const { data } = await ask(`{ changes(first: 1) { pageInfo { endCursor } } }`);
    const parts = (data.changes.pageInfo.endCursor as string).split('~');
    const beyond = [...parts.slice(0, -1), '9'.repeat(25)].join('~');
    await refused(`query ($since: String) { changes(since: $since) { nodes { kind } } }`, 'CURSOR_INVALID', ['changes'], { since: beyond });
  });
});

describe('a date', () => {
  it.each(['2024-02-30T10:00:00Z', '2024-03-23', '2024-03-23T12:00:00', '2024-13-01T00:00:00Z', 'yesterday', '', '2024-03-23T25:00:00Z'])(
    'written as %j is refused, as a variable and in the query',
    async asOf => {
      const words = [JSON.stringify(asOf), 'date-time'];
      const variable = await refused(`query ($asOf: DateTime) { story(slug: "x", asOf: $asOf) { slug } }`, 'BAD_USER_INPUT', words, {
        asOf,
      });
      expect(variable.data).toBeUndefined();
      const inline = await ask(`{ story(slug: "x", asOf: ${JSON.stringify(asOf)}) { slug } }`);
      expect(inline.errors?.[0]?.message).toContain(JSON.stringify(asOf));
      expect(inline.errors?.[0]?.extensions?.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
    },
  );

  it.each([0, 1_711_195_200_000, true])('that is no text, such as %j, is refused', async asOf => {
    await refused(`query ($asOf: DateTime) { story(slug: "x", asOf: $asOf) { slug } }`, 'BAD_USER_INPUT', [String(asOf)], { asOf });
  });

  it.each(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z'])('as far away as %s is a date', async asOf => {
    expect((await ask(operation('StoryInOneRequest'), { slug: story.slug, asOf })).errors).toBeUndefined();
  });
});

describe('a name', () => {
  it.each(['no-such-thing', '', ' ', '%', '_', "'", '"', '\\', '🙂', 'x'.repeat(10_000), 'story_', 'story_0', 'a\0b', '\ud800'])(
    'that leads nowhere, such as %j, is null, and no error',
    async slug => {
      const query = `query ($slug: String!) { story(slug: $slug) { slug } source(slug: $slug) { slug } actor(slug: $slug) { slug } country(code: $slug) { code } }`;
      expect(await ask(query, { slug })).toEqual({ data: { story: null, source: null, actor: null, country: null } });
      expect(await ask(`query ($slug: String) { changes(story: $slug) { totalCount nodes { kind } } }`, { slug })).toEqual({
        data: { changes: { totalCount: 0, nodes: [] } },
      });
    },
  );

  it('in a filter that leads nowhere finds nothing', async () => {
    const query = `query ($names: [String!]) {
      articles(filter: { sources: $names }) { totalCount }
      events(filter: { countries: $names }) { totalCount }
      statements(filter: { issuers: $names, countries: $names, languages: $names }) { totalCount }
      stories(filter: { sources: $names, countries: $names, languages: $names }) { totalCount } }`;
    const none = { totalCount: 0 };
    for (const names of [['ZZ'], ['Atlantis'], [''], [], ['a\0b']]) {
      expect(await ask(query, { names })).toEqual({ data: { articles: none, events: none, statements: none, stories: none } });
    }
  });
});

describe('an id', () => {
  const nowhere = '0190a0a0-0000-7000-8000-000000000000';

  it.each([
    '',
    'garbage',
    nowhere,
    `country_${nowhere}`,
    `story_${nowhere}x`,
    `Story_${nowhere}`,
    `story_${nowhere.toUpperCase().replace('A', 'G')}`,
  ])('that this server never gave, such as %j, is refused', async id => {
    const node = await refused(`query ($id: ID!) { node(id: $id) { id } }`, 'BAD_USER_INPUT', [JSON.stringify(id), 'id'], { id });
    expect(node.data).toEqual({ node: null });
    const nodes = await refused(`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, 'BAD_USER_INPUT', [JSON.stringify(id)], { ids: [id] });
    expect(nodes.data).toBeNull();
  });

  it('that leads nowhere is null, also among others', async () => {
    const id = `story_${nowhere}`;
    expect(await ask(`query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id, $id]) { id } }`, { id })).toEqual({
      data: { node: null, nodes: [null, null] },
    });
  });

  it('is one of at most 100', async () => {
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`;
    const ids = (length: number) => ({ ids: Array.from({ length }, () => `story_${nowhere}`) });
    expect((await ask(query, ids(100))).data.nodes).toHaveLength(100);
    expect((await ask(query, ids(0))).data.nodes).toEqual([]);
    await refused(query, 'BAD_USER_INPUT', ['101 ids', '100'], ids(101));
  });
});

describe('a search', () => {
  it.each([
    ['"not closed', ['quote', 'closed']],
    ['-', ['excludes nothing']],
    ['--x', ['excludes nothing']],
    ['colour:red', ['colour', 'unknown']],
    ['', []],
    ['   ', []],
    ['""', ['phrase', 'empty']],
    ['OR', ['OR']],
    ['fire OR', ['OR', 'both sides']],
    ['-fire', []],
    ['fire country:Atlantis', ['Atlantis', 'code']],
    ['fire country:', ['country', 'no value']],
    ['fire after:2024-02-30', ['2024-02-30']],
    ['fire after:soon', ['soon']],
  ])('for %j is refused, and the message says where', async (query, words) => {
    const answer = await refused(`query ($query: String!) { search(query: $query) { totalCount } }`, 'BAD_USER_INPUT', words, { query });
    expect(answer.data).toBeNull();
    expect(answer.errors?.[0]?.extensions).toHaveProperty('position');
  });

  it.each([
    'a\0b',
    ':*',
    'a & b | !c',
    "it's",
    '<script>',
    '(',
    'x'.repeat(5_000),
    'word '.repeat(500),
    '\ud800',
    'language:xx fire',
    'kind:nothing fire',
  ])('for %j is none that breaks', async query => {
    const { errors } = await ask(`query ($query: String!) { search(query: $query) { totalCount edges { highlight } } }`, { query });
    if (errors) expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('what the schema does not know', () => {
  it.each([
    [
      'a value that an enum does not have, in the query',
      `{ statements(filter: { stances: [APPLAUSE] }) { totalCount } }`,
      undefined,
      'APPLAUSE',
    ],
    [
      'a value that an enum does not have, as a variable',
      `query ($s: [Stance!]) { statements(filter: { stances: $s }) { totalCount } }`,
      { s: ['APPLAUSE'] },
      'APPLAUSE',
    ],
    ['an argument that does not exist', `{ articles(page: 2) { totalCount } }`, undefined, 'page'],
    ['a field that does not exist', `{ articles { weather } }`, undefined, 'weather'],
    ['a needed argument left out', `{ story { slug } }`, undefined, 'slug'],
    ['a needed variable left out', `query ($slug: String!) { story(slug: $slug) { slug } }`, {}, 'slug'],
    ['a number where a text belongs', `query ($slug: String!) { story(slug: $slug) { slug } }`, { slug: 7 }, '7'],
    ['a fraction where a whole number belongs', `query ($first: Int) { articles(first: $first) { totalCount } }`, { first: 1.5 }, '1.5'],
  ])('such as %s, is refused by name', async (_, query, variables, word) => {
    const { data, errors } = await ask(query, variables as Variables | undefined);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions?.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
    expect(errors?.[0]?.message).toContain(word);
  });
});

describe('a query that asks for too much', () => {
  const nested = (depth: number): string => {
    let selection = 'id';
    for (let level = 0; level < depth; level += 1) selection = `story { articles(first: 1) { nodes { ${selection} } } }`;
    return `{ articles(first: 1) { nodes { ${selection} } } }`;
  };

  it('is refused where its lists lie too deep in one another', async () => {
    expect((await ask(nested(5))).errors).toBeUndefined();
    await refused(nested(40), 'QUERY_TOO_COMPLEX', ['nests more than']);
  });

  it.each(['supersedes', 'parent', 'supersededBy', 'parts'])(
    'is refused where each event names the next by %s, without end',
    async field => {
      const chain = (depth: number): string =>
        `{ events { nodes { ${`${field} { ... on Event { `.repeat(depth)} id ${'} }'.repeat(depth)} } } }`;
      expect((await ask(chain(2))).errors).toBeUndefined();
      for (const depth of [60, 400]) await refused(chain(depth), 'QUERY_TOO_COMPLEX', ['nests more than']);
    },
  );

  it('is refused where it may bring too many rows', async () => {
    const query = `query ($slug: String!) { story(slug: $slug) { articles(first: 100) { nodes { story { articles(first: 100) { nodes { story { articles(first: 100) { nodes { id } } } } } } } } } }`;
    await refused(query, 'QUERY_TOO_COMPLEX', ['rows', 'at most 100000'], { slug: story.slug });
  });

  it('is refused where it selects too many fields', async () => {
    const aliases = (count: number, field: string): string => Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
    const { data } = await ask(`{ articles { totalCount nodes { ${aliases(300, 'title')} } } }`);
    expect(data.articles.nodes[0].a299).toBe(data.articles.nodes[0].a0);
    const pages = await ask(`{ articles { ${aliases(120, 'pageInfo { hasNextPage startCursor }')} nodes { id } totalCount } }`);
    expect(pages.data.articles.a119).toEqual(pages.data.articles.a0);
    const sources = await ask(`{ articles { nodes { ${aliases(140, 'source { name }')} } } }`);
    expect(sources.data.articles.nodes[0].a139).toEqual({ name: `The ${story.source}` });
    for (const count of [1_700, 6_000]) {
      await refused(`{ articles { nodes { ${aliases(count, 'title')} } } }`, 'QUERY_TOO_COMPLEX', ['fields']);
      await refused(`{ story(slug: "${story.slug}") { ${aliases(count, 'slug')} } }`, 'QUERY_TOO_COMPLEX', ['fields']);
    }
  });

  it('is refused where it follows too many relations', async () => {
    const counts = Array.from({ length: 200 }, (_, index) => `a${index}: statements { totalCount }`).join(' ');
    await refused(inStory(counts), 'QUERY_TOO_COMPLEX', ['relations'], { slug: story.slug });
  });

  it('is refused where it reads too many root fields, also beside introspection', async () => {
    const roots = (count: number): string =>
      Array.from({ length: count }, (_, index) => `s${index}: story(slug: "${story.slug}") { slug }`).join(' ');
    expect((await ask(`{ ${roots(30)} }`)).errors).toBeUndefined();
    for (const query of [`{ ${roots(31)} }`, `{ __schema { queryType { name } } ${roots(31)} }`]) {
      const { errors, data } = await ask(query);
      expect(errors).toHaveLength(31);
      expect(errors?.every(({ extensions }) => extensions?.code === 'QUERY_TOO_COMPLEX')).toBe(true);
      expect(errors?.[0]?.message).toContain('root fields');
      expect(data.s0).toBeNull();
    }
  });
});

describe('one bad root field', () => {
  it('leaves the others alone where it may be null', async () => {
    const query = `query ($slug: String!) { good: story(slug: $slug) { slug } bad: story(slug: $slug) { articles(first: 0) { totalCount } } node(id: "garbage") { id } }`;
    const { data, errors } = await ask(query, { slug: story.slug });
    expect(data).toEqual({ good: { slug: story.slug }, bad: null, node: null });
    expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
      [['bad'], 'BAD_USER_INPUT'],
      [['node'], 'BAD_USER_INPUT'],
    ]);
  });

  it('takes all with it where it may not', async () => {
    const { data } = await ask(`query ($slug: String!) { good: story(slug: $slug) { slug } articles(first: 0) { totalCount } }`, {
      slug: story.slug,
    });
    expect(data).toBeNull();
  });
});

describe('SQL in an argument', () => {
  const attacks = [
    `'; drop table story cascade; --`,
    `' or '1'='1`,
    `\\'; delete from article; --`,
    `$1`,
    `"; truncate change; --`,
    `{"}`,
    `x') or true) --`,
    `story_01900000-0000-7000-8000-000000000000' or true --`,
  ];

  /** Where in an argument a text may stand: the type of its variable, and how it is put in. */
  function textsIn({ name, type }: { name: string; type: GraphQLInputType }): { type: string; value: string }[] {
    const named = getNamedType(type);
    if (isInputObjectType(named)) {
      return Object.values(named.getFields()).flatMap(field =>
        textsIn(field).map(inner => ({ ...inner, value: `${name}: { ${inner.value} }` })),
      );
    }
    return ['String', 'ID'].includes(named.name) ? [{ type: String(type), value: `${name}: $text` }] : [];
  }

  const needed = (args: readonly GraphQLArgument[], but: string): string[] =>
    args.filter(({ name, type }) => isNonNullType(type) && name !== but).map(({ name }) => `${name}: "x"`);

  function questions(type: GraphQLObjectType, around: (field: string) => string): { query: string; type: string }[] {
    return Object.values(type.getFields()).flatMap(({ name, args, type: answer }) =>
      args.flatMap(argument =>
        textsIn(argument).map(({ type: variable, value }) => {
          const page = value.startsWith('before') ? ['last: 5'] : [];
          const call = `${name}(${[value, ...page, ...needed(args, argument.name)].join(', ')}) ${isLeafType(getNamedType(answer)) ? '' : '{ __typename }'}`;
          return { query: `query ($text: ${variable}) { ${around(call)} }`, type: variable };
        }),
      ),
    );
  }

  async function everything(): Promise<unknown> {
    const tables = (await here.db.query(
      `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    )) as {
      name: string;
    }[];
    return Promise.all(
      tables.map(async ({ name }) => [
        name,
        await here.db.query(`select count(*), md5(string_agg(t::text, '' order by t::text)) from ${name} t`),
      ]),
    );
  }

  it('is a text like any other, wherever one may stand', async () => {
    const before = await everything();
    const { schema } = api.planner;
    const typeOf = (name: string): GraphQLObjectType => schema.getType(name) as GraphQLObjectType;
    const asked = [
      ...questions(typeOf('Query'), field => field),
      ...questions(typeOf('Story'), field => `story(slug: "${story.slug}") { ${field} }`),
      ...questions(typeOf('Actor'), field => `actor(slug: "${story.actor}") { ${field} }`),
      ...questions(typeOf('Source'), field => `source(slug: "${story.source}") { ${field} }`),
      ...questions(typeOf('Event'), field => `events { nodes { ${field} } }`),
      ...questions(typeOf('Statement'), field => `statements { nodes { ${field} } }`),
      ...questions(typeOf('Claim'), field => `story(slug: "${story.slug}") { claims { nodes { ${field} } } }`),
    ];
    expect(asked.length).toBeGreaterThan(40);
    for (const { query, type } of asked) {
      for (const attack of attacks) {
        const { errors } = await ask(query, { text: type.startsWith('[') ? [attack] : attack });
        if (errors)
          expect({ query, code: errors[0]?.extensions?.code }).toMatchObject({
            code: expect.stringMatching(/^(BAD_USER_INPUT|CURSOR_INVALID|UNAUTHENTICATED)$/),
          });
      }
    }
    expect(await everything()).toEqual(before);
  });
});

describe('an unexpected fault', () => {
  const broken = useDatabase();

  it('is masked, and in the log under the id that the answer names', async () => {
    const lines: Record<string, unknown>[] = [];
    const log = pino({ base: undefined }, { write: line => lines.push(JSON.parse(line) as Record<string, unknown>) });
    const server = await createGraphqlServer(await createEngine(broken.dataSource, log), log);
    const contextValue = { database: broken.dataSource, caller: { keyId: null, role: null } };
    const said = async (query: string): Promise<Answer> => {
      const { body } = await server.executeOperation({ query }, { contextValue });
      if (body.kind !== 'single') throw new Error('an answer in parts');
      return body.singleResult as Answer;
    };
    await broken.db.query(`alter table feed_article rename to feed_of_nothing`);
    await broken.db.query(`alter table actor rename to secret_actor`);
    for (const query of [
      `{ actors { nodes { id } } }`,
      `{ story(slug: "x") { slug } actor(slug: "x") { id } }`,
      `{ __schema { queryType { name } } actor(slug: "x") { id } }`,
    ]) {
      lines.length = 0;
      const { errors, data } = await said(query);
      expect(errors).toHaveLength(1);
      const [error] = errors ?? [];
      const id = String(error?.extensions?.id);
      expect(error?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', id });
      expect(error?.message).toBe(`Something went wrong on our side. The log has it under ${id}.`);
      expect(JSON.stringify({ errors, data })).not.toMatch(/relation|secret|select|stack/i);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatchObject({ id, err: { message: 'relation "actor" does not exist' } });
    }
    await server.stop();
  });

  it('is not what a refusal is: that is not in the log', async () => {
    const lines: string[] = [];
    const log = pino({}, { write: line => lines.push(line) });
    const server = await createGraphqlServer(await createEngine(broken.dataSource, log), log);
    const contextValue = { database: broken.dataSource, caller: { keyId: null, role: null } };
    const { body } = await server.executeOperation({ query: `{ articles(first: 0) { totalCount } }` }, { contextValue });
    expect(body.kind === 'single' && body.singleResult.errors?.[0]?.message).toContain('"first" of articles is 0');
    expect(lines).toEqual([]);
    await server.stop();
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { buildApiSchema } from '../../src/app/schema';
import { operation, useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { partsOf } from '../support/everything';
import { article, aName, cited, figure, makeStory, statement, store } from '../support/makers';
import { CROCUS, sampleRows, useSample, wholeList } from '../support/sample';

const here = useDatabase();
const api = useApi(here);
useSample(here);
let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await buildApiSchema();
});

const SLOW = 60_000;

/** Instants round which the most became public, and some far from them. */
const INSTANTS = [
  '2024-03-06T00:00:00Z',
  '2024-03-08T00:00:00Z',
  '2024-03-22T12:00:00Z',
  '2024-03-22T18:44:59Z',
  '2024-03-22T18:45:00Z',
  '2024-03-22T23:59:59Z',
  '2024-03-23T00:00:00Z',
  '2024-03-23T12:00:00Z',
  '2024-03-23T13:22:59Z',
  '2024-03-23T13:23:00Z',
  '2024-03-24T00:00:00Z',
  '2024-03-26T09:30:00Z',
  '2024-04-02T00:00:00Z',
  '2025-06-23T23:59:59Z',
  '2026-03-13T00:00:00Z',
];

/** Those at which everything is asked for, as deep as can be. */
const DEEP = INSTANTS.filter((_, index) => [3, 7, 13].includes(index));

/** How many were officially known to be dead. */
async function killed(asOf: string | null): Promise<number | null> {
  const query = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) { tallies { metric latestOfficial { value } } } }`;
  const { data } = await api.ask(query, { slug: CROCUS, asOf });
  return data.story.tallies.find(({ metric }: { metric: string }) => metric === 'KILLED')?.latestOfficial.value ?? null;
}

describe('the number of people killed', () => {
  it.each([
    ['2024-03-22T12:00:00Z', null],
    ['2024-03-23T09:07:59Z', 60],
    ['2024-03-23T09:08:00Z', 93],
    ['2024-03-23T12:00:00Z', 93],
    ['2024-03-23T13:22:59Z', 93],
    ['2024-03-23T13:22:59.999Z', 93],
    ['2024-03-23T13:23:00Z', 133],
    [null, 149],
  ])('at %s was officially %s', async (asOf, value) => {
    expect(await killed(asOf)).toBe(value);
  });

  it('never falls back from 133 to 115, at any minute of that day', async () => {
    let highest = 0;
    for (let minute = 0; minute < 1440; minute += 1) {
      const value = (await killed(new Date(Date.UTC(2024, 2, 23, 0, minute)).toISOString())) ?? 0;
      expect(value).toBeGreaterThanOrEqual(highest);
      highest = value;
    }
    expect(highest).toBe(133);
  }, 30_000);

  it('lists 115 before 133, in the order in which they were given', async () => {
    const ledger = await wholeList<{ value: number; official: boolean }>(api.ask, {
      slug: CROCUS,
      asOf: '2024-03-23T13:23:00Z',
      list: 'figures',
      rows: 'value official metric',
    });
    const deaths = ledger.filter(row => (row as never as { metric: string }).metric === 'KILLED').map(({ value }) => value);
    expect(deaths.slice(0, 3)).toEqual([133, 115, 93]);
  });
});

describe('what is known only to the day', () => {
  it('counts from the end of that day in UTC', async () => {
    const story = await makeStory(here.db);
    await store(here.db, [
      statement(story, { issuedAt: '2024-03-05', summary: 'On the fifth.' }),
      article(story, { publishedAt: '2024-03-05' }),
    ]);
    const countAt = async (asOf: string): Promise<number> =>
      (await api.ask(`query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) { timeline(kinds: [STATEMENT, ARTICLE]) { totalCount } } }`, {
        slug: story.slug,
        asOf,
      })).data.story.timeline.totalCount; // prettier-ignore
    expect(await countAt('2024-03-05T23:59:59.999Z')).toBe(0);
    expect(await countAt('2024-03-06T00:00:00Z')).toBe(2);
  });

  it('counts from the next report of its series, where the order is known', async () => {
    const story = await makeStory(here.db);
    await store(here.db, [
      figure(story, { value: 7, reportedAt: '2024-03-05', sequence: 1 }),
      figure(story, { value: 9, reportedAt: '2024-03-05T10:00:00Z', sequence: 2 }),
    ]);
    const valuesAt = async (asOf: string): Promise<number[]> =>
      (await wholeList<{ value: number }>(api.ask, { slug: story.slug, asOf, list: 'figures', rows: 'value' })).map(({ value }) => value);
    expect(await valuesAt('2024-03-05T09:59:59Z')).toEqual([]);
    expect(await valuesAt('2024-03-05T10:00:00Z')).toEqual([9, 7]);
  });
});

interface Dated {
  precision: 'DAY' | 'HOUR' | 'MINUTE';
}

/** When a time of the dataset was over, as far as its precision says. */
function endOf(text: string, precision: string): number {
  const at = Date.parse(text);
  if (precision === 'DAY' || text.length === 10) return at + 86_400_000;
  return precision === 'HOUR' ? Math.floor(at / 3_600_000) * 3_600_000 + 3_600_000 : at;
}

interface SampleFigure extends Dated {
  metric: string;
  sequence: number;
  note: string | null;
  reportedAt: string;
}

/** When a figure was public: at the end of its period, or with the next report of its series. */
function publicFrom({ metric, sequence, reportedAt, precision }: SampleFigure, all: SampleFigure[]): number {
  const later = all
    .filter(other => other.metric === metric && other.sequence > sequence)
    .map(other => endOf(other.reportedAt, other.precision));
  return Math.min(endOf(reportedAt, precision), Math.max(Date.parse(reportedAt), Math.min(...later)));
}

/** Texts of the dataset, each with the moment from which it was public, worked out here from the files alone. */
function publicTexts(): [text: string, from: number][] {
  const articles = sampleRows<Dated & { slug: string; url: string; title: string; summary: string; publishedAt: string }>('articles');
  const statements = sampleRows<Dated & { slug: string; summary: string; issuedAt: string }>('statements');
  const events = sampleRows<Dated & { title: string; summary: string; occurredAt: string }>('events');
  const claims = sampleRows<{ note: string | null; positions: { evidence: string; statement?: string; article?: string; at: string }[] }>(
    'claims',
  );
  const figures = sampleRows<SampleFigure>('casualty-reports');
  const { revisions } = sampleRows('story') as unknown as {
    revisions: (Dated & { headline: string; summary: string; reportedAt: string })[];
  };
  const basis = new Map([
    ...articles.map(({ slug, publishedAt, precision }): [string, number] => [slug, endOf(publishedAt, precision)]),
    ...statements.map(({ slug, issuedAt, precision }): [string, number] => [slug, endOf(issuedAt, precision)]),
  ]);
  return [
    ...articles.flatMap(({ slug, url, title, summary }) =>
      [url, title, summary].map((text): [string, number] => [text, basis.get(slug) ?? Infinity]),
    ),
    ...statements.map(({ slug, summary }): [string, number] => [summary, basis.get(slug) ?? Infinity]),
    ...events.flatMap(({ title, summary, occurredAt, precision }) =>
      [title, summary].map((text): [string, number] => [text, endOf(occurredAt, precision)]),
    ),
    ...figures.flatMap(row => (row.note ? [[row.note, publicFrom(row, figures)] as [string, number]] : [])),
    ...claims.flatMap(({ note }) => (note ? [[note, Date.UTC(2026, 3, 1)] as [string, number]] : [])),
    ...claims.flatMap(({ positions }) =>
      positions.map(({ evidence, statement: said, article: told }): [string, number] => [
        evidence,
        basis.get(said ?? told ?? '') ?? Infinity,
      ]),
    ),
    ...revisions.flatMap(({ headline, summary, reportedAt, precision }) =>
      [headline, summary].map((text): [string, number] => [text, endOf(reportedAt, precision)]),
    ),
  ];
}

let texts: [text: string, from: number][] | undefined;

/** Texts that were not public yet; one that stood elsewhere before is none. */
function secretsAt(asOf: string): Set<string> {
  const at = Date.parse(asOf);
  const all = (texts ??= publicTexts());
  const known = new Set(all.flatMap(([text, from]) => (from <= at ? [text] : [])));
  return new Set(all.flatMap(([text, from]) => (from > at && !known.has(text) ? [text] : [])));
}

/** Our own clocks say when we learnt, and not when it was public. */
const OWN_CLOCKS = /_(recordedAt|firstSeenAt|seenAt)$/;

/** Walks an answer and names every place that says more than was public. */
function leaks(answer: unknown, asOf: string, secrets: Set<string>): string[] {
  const found: string[] = [];
  const at = Date.parse(asOf);
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) return value.forEach((item, index) => walk(item, `${path}[${index}]`));
    if (value !== null && typeof value === 'object') return Object.entries(value).forEach(([key, inner]) => walk(inner, `${path}.${key}`));
    if (typeof value !== 'string') return;
    const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
    if (isTime && !OWN_CLOCKS.test(path) && Date.parse(value) > at) found.push(`${path} is ${value}`);
    if (secrets.has(value)) found.push(`${path} says ${JSON.stringify(value)}`);
  };
  walk(answer, '');
  return found;
}

/** The roots that take `asOf`, as they are asked for everything below them. */
const ROOTS: [root: string, depth: number][] = [
  ['stories(first: 5, asOf: $asOf)', 1],
  ['statements(first: 12, asOf: $asOf)', 2],
  ['events(first: 12, asOf: $asOf)', 2],
  ['articles(first: 12, asOf: $asOf)', 2],
  ['search(first: 30, asOf: $asOf, query: "attack OR Moscow OR court OR condolences OR killed OR verdict OR trial OR suspects")', 1],
];

describe('nothing that was not public', () => {
  async function leaksOf(root: string, selected: string, asOf: string): Promise<string[]> {
    const { data, errors } = await api.ask(`query ($asOf: DateTime!) { root: ${root} { ${selected} } }`, { asOf });
    expect(errors).toBeUndefined();
    return leaks(data, asOf, secretsAt(asOf));
  }

  it.each([
    'articles',
    'events',
    'statements',
    'figures',
    'claims',
    'timeline',
    'responses',
    'tallies',
    'responseMap',
    'revisions',
    'coverage',
  ])(
    'shows anywhere below the %s of a story',
    async relation => {
      const field = (schema.getType('Story') as GraphQLObjectType).getFields()[relation];
      if (!field) throw new Error(`a story has no ${relation}`);
      const depth = relation === 'timeline' || relation === 'responseMap' ? 1 : 2;
      const first = field.args.some(({ name }) => name === 'first') ? '(first: 8)' : '';
      for (const part of partsOf(schema, getNamedType(field.type), depth, 2)) {
        const selected = `headline summary startedAt lastActivityAt status ${relation}${first} { ${part} }`;
        for (const asOf of DEEP) expect(await leaksOf(`story(slug: "${CROCUS}", asOf: $asOf)`, selected, asOf)).toEqual([]);
      }
    },
    SLOW,
  );

  it.each(ROOTS)(
    'shows below %s',
    async (root, depth) => {
      const field = schema.getQueryType()?.getFields()[root.split('(')[0] ?? ''];
      if (!field) throw new Error(`there is no ${root}`);
      for (const part of partsOf(schema, getNamedType(field.type), depth, 2)) {
        for (const asOf of DEEP) expect(await leaksOf(root, part, asOf)).toEqual([]);
      }
    },
    SLOW,
  );

  it(
    'shows in the whole of any list',
    async () => {
      const rows: Record<string, string> = {
        timeline:
          '__typename ... on Event { title occurredAt endedAt } ... on Statement { summary issuedAt } ... on Figure { note reporter { name } } ... on Article { title url }',
        articles: 'title summary url publishedAt source { name }',
        statements:
          'summary issuedAt citations { url article { url title } } answers { ... on Event { title } ... on Statement { summary } }',
        events: 'title summary endedAt citations { url article { url } }',
        figures: 'value note reporter { name } citations { url }',
        claims:
          'proposition status note positions(first: 100) { nodes { evidence takenAt basis { ... on Statement { summary } ... on Article { url } } } }',
      };
      for (const asOf of INSTANTS) {
        const secrets = secretsAt(asOf);
        for (const [list, selected] of Object.entries(rows)) {
          expect(leaks(await wholeList(api.ask, { slug: CROCUS, asOf, list, rows: selected }), asOf, secrets)).toEqual([]);
        }
      }
    },
    SLOW,
  );

  it('shows in counts: they are what the files say was public', async () => {
    const articles = sampleRows<Dated & { publishedAt: string }>('articles');
    const statements = sampleRows<Dated & { issuedAt: string }>('statements');
    const figures = sampleRows<SampleFigure>('casualty-reports');
    for (const asOf of INSTANTS) {
      const at = Date.parse(asOf);
      const { data } = await api.ask(operation('StoryInOneRequest'), { slug: CROCUS, asOf });
      const known = {
        articles: articles.filter(row => endOf(row.publishedAt, row.precision) <= at).length,
        statements: statements.filter(row => endOf(row.issuedAt, row.precision) <= at).length,
        figures: figures.filter(row => row.metric === 'KILLED' && publicFrom(row, figures) <= at).length,
      };
      const counted = Object.fromEntries(Object.keys(known).map(list => [list, (data.story?.[list].totalCount ?? 0) as number]));
      expect({ asOf, ...counted }).toEqual({ asOf, ...known });
    }
  });

  it('shows before anything was known at all', async () => {
    const { data } = await api.ask(operation('StoryInOneRequest'), { slug: CROCUS, asOf: '2024-03-01T00:00:00Z' });
    expect(data).toEqual({ story: null });
  });

  it('is judged: a claim has no status or note of 2026 before 2026', async () => {
    const query = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) { claims(first: 100) { nodes { note status assessments { note } } } } }`;
    const judged = async (asOf: string): Promise<{ note: string | null; assessments: unknown[] }[]> =>
      (await api.ask(query, { slug: CROCUS, asOf })).data.story.claims.nodes;
    for (const claim of await judged('2026-03-31T23:59:59Z')) expect(claim).toMatchObject({ note: null, assessments: [] });
    expect((await judged('2026-04-01T00:00:00Z')).every(({ assessments }) => assessments.length === 1)).toBe(true);
  });
});

describe('what was withdrawn, corrected or reworded', () => {
  it('shows a fact as standing before its retraction, and as withdrawn after', async () => {
    const story = await makeStory(here.db);
    const key = aName('figure');
    await store(here.db, [
      figure(story, { value: 10, reportedAt: '2024-03-01T15:00:00Z' }),
      figure(story, { key, value: 99, reportedAt: '2024-03-01T16:00:00Z' }),
    ]);
    await here.db.query(
      `insert into retraction (story_id, id, fact_id, reason, retracted_at)
       select story_id, gen_random_uuid(), id, 'A typing error.', '2024-03-01T18:00:00Z' from figure where key = $1`,
      [key],
    );
    const query = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) {
      tallies { high reportCount latestOfficial { value } } figures { totalCount nodes { value retraction { reason at } } } } }`;
    const at = async (asOf: string): Promise<unknown> => (await api.ask(query, { slug: story.slug, asOf })).data.story;
    const [wrong, right] = [{ value: 99, retraction: null }, { value: 10, retraction: null }]; // prettier-ignore
    expect(await at('2024-03-01T17:59:59Z')).toEqual({
      tallies: [{ high: 99, reportCount: 2, latestOfficial: { value: 99 } }],
      figures: { totalCount: 2, nodes: [wrong, right] },
    });
    expect(await at('2024-03-01T18:00:00Z')).toEqual({
      tallies: [{ high: 10, reportCount: 1, latestOfficial: { value: 10 } }],
      figures: { totalCount: 2, nodes: [{ value: 99, retraction: { reason: 'A typing error.', at: '2024-03-01T18:00:00.000Z' } }, right] },
    });
  });

  it('counts a withdrawn statement out of the responses from then on', async () => {
    const story = await makeStory(here.db);
    const key = aName('statement');
    await store(here.db, [statement(story, { key })]);
    await here.db.query(
      `insert into retraction (story_id, id, fact_id, reason, retracted_at)
       select story_id, gen_random_uuid(), id, 'It was another story.', '2024-03-02T00:00:00Z' from statement where key = $1`,
      [key],
    );
    const query = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) { responses { totalCount } statements { nodes { retraction { reason } } } } }`;
    const at = async (asOf: string | null): Promise<unknown> => (await api.ask(query, { slug: story.slug, asOf })).data.story;
    expect(await at('2024-03-01T23:59:59Z')).toEqual({ responses: { totalCount: 1 }, statements: { nodes: [{ retraction: null }] } });
    const withdrawn = { responses: { totalCount: 0 }, statements: { nodes: [{ retraction: { reason: 'It was another story.' } }] } };
    expect(await at('2024-03-02T00:00:00Z')).toEqual(withdrawn);
    expect(await at(null)).toEqual(withdrawn);
  });

  it('shows a figure until a later correction supersedes it, and ties the two together', async () => {
    const story = await makeStory(here.db);
    const key = aName('figure');
    await store(here.db, [figure(story, { key, value: 10, reportedAt: '2024-03-01T15:00:00Z' })]);
    await store(here.db, [figure(story, { key, value: 12, reportedAt: '2024-03-01T17:00:00Z' })]);
    const query = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) {
      tallies { low high reportCount } timeline(kinds: [FIGURE]) { totalCount }
      figures { totalCount nodes { value supersedes { ... on Figure { value supersededBy { ... on Figure { value } } } } supersededBy { id } } } } }`;
    const at = async (asOf: string | null): Promise<unknown> => (await api.ask(query, { slug: story.slug, asOf })).data.story;
    expect(await at('2024-03-01T16:59:59Z')).toEqual({
      tallies: [{ low: 10, high: 10, reportCount: 1 }],
      timeline: { totalCount: 1 },
      figures: { totalCount: 1, nodes: [{ value: 10, supersedes: null, supersededBy: null }] },
    });
    const corrected = {
      tallies: [{ low: 12, high: 12, reportCount: 1 }],
      timeline: { totalCount: 1 },
      figures: { totalCount: 1, nodes: [{ value: 12, supersedes: { value: 10, supersededBy: { value: 12 } }, supersededBy: null }] },
    };
    expect(await at('2024-03-01T17:00:00Z')).toEqual(corrected);
    expect(await at(null)).toEqual(corrected);
  });

  it('shows the title that an article bore then', async () => {
    const story = await makeStory(here.db);
    const url = `https://${story.source}.example/${aName('revised')}`;
    const publishedAt = '2024-03-01T13:00:00Z';
    await store(here.db, [article(story, { url, title: 'Ten are hurt', publishedAt })], new Date('2024-03-01T13:05:00Z'));
    await store(here.db, [article(story, { url, title: 'Twelve are hurt', publishedAt })], new Date('2024-03-01T14:00:00Z'));
    const query = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) { articles { nodes { title revisedAt versions { title } } } } }`;
    const at = async (asOf: string | null): Promise<unknown> =>
      (await api.ask(query, { slug: story.slug, asOf })).data.story.articles.nodes;
    const [early, late] = [{ title: 'Ten are hurt' }, { title: 'Twelve are hurt' }];
    expect(await at('2024-03-01T13:59:59Z')).toEqual([{ ...early, revisedAt: null, versions: [early] }]);
    const revised = [{ ...late, revisedAt: '2024-03-01T14:00:00.000Z', versions: [early, late] }];
    expect(await at('2024-03-01T14:00:00Z')).toEqual(revised);
    expect(await at(null)).toEqual(revised);
  });

  it('shows what an article names and counts only from when it did', async () => {
    const story = await makeStory(here.db);
    const url = `https://${story.source}.example/${aName('revised')}`;
    const publishedAt = '2024-03-01T13:00:00Z';
    const first = {
      url,
      title: 'Ten are hurt',
      publishedAt,
      figures: [{ metric: 'INJURED', value: 10 }],
      mentions: { people: ['A'] },
    } as const;
    const second = {
      ...first,
      title: 'Twelve are hurt',
      figures: [{ metric: 'INJURED', value: 12 }],
      mentions: { people: ['A', 'B'] },
    } as const;
    await store(here.db, [article(story, first as never)], new Date('2024-03-01T13:05:00Z'));
    await store(here.db, [article(story, second as never)], new Date('2024-03-01T14:00:00Z'));
    const query = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) { articles { nodes { reportedFigures { value } mentions { people } } } } }`;
    const at = async (asOf: string | null): Promise<string> =>
      JSON.stringify((await api.ask(query, { slug: story.slug, asOf })).data.story.articles.nodes);
    expect(await at('2024-03-01T13:59:59Z')).not.toMatch(/12|B/);
    expect(await at('2024-03-01T14:00:00Z')).toMatch(/12.*B/);
  });

  it('does not find an article by words that it did not bear yet', async () => {
    const story = await makeStory(here.db);
    const url = `https://${story.source}.example/${aName('revised')}`;
    const word = aName('zyzzyva').replace('-', '');
    const publishedAt = '2024-03-01T13:00:00Z';
    await store(here.db, [article(story, { url, title: 'Plain words', publishedAt })], new Date('2024-03-01T13:05:00Z'));
    await store(here.db, [article(story, { url, title: `Now with ${word}`, publishedAt })], new Date('2024-03-01T14:00:00Z'));
    const found = async (asOf: string | null): Promise<number> =>
      (
        await api.ask(`query ($query: String!, $asOf: DateTime) { search(query: $query, asOf: $asOf) { totalCount } }`, {
          query: word,
          asOf,
        })
      ).data.search.totalCount;
    expect([await found('2024-03-01T13:30:00Z'), await found('2024-03-01T14:00:00Z'), await found(null)]).toEqual([0, 1, 1]);
  });

  it('shows the headline that the story bore then', async () => {
    const { revisions } = sampleRows('story') as unknown as { revisions: { headline: string; reportedAt: string; precision: string }[] };
    const query = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) { headline revisions { headline } } }`;
    for (const [index, { headline, reportedAt, precision }] of revisions.entries()) {
      const from = endOf(reportedAt, precision);
      const at = async (moment: number): Promise<{ headline: string; revisions: unknown[] } | null> =>
        (await api.ask(query, { slug: CROCUS, asOf: new Date(moment).toISOString() })).data.story;
      expect(await at(from)).toMatchObject({ headline });
      expect((await at(from))?.revisions).toHaveLength(index + 1);
      expect((await at(from - 1))?.headline ?? null).toBe(revisions[index - 1]?.headline ?? null);
    }
  });

  it('hides the citation of a page that was not public yet, and keeps the fact', async () => {
    const story = await makeStory(here.db);
    await store(here.db, [
      statement(story, { issuedAt: '2024-03-01T14:00:00Z', citations: [...cited(), { url: 'https://pages.example/2024/03/09/later' }] }),
    ]);
    const query = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) { statements { nodes { citations { url } } } } }`;
    const citations = async (asOf: string): Promise<unknown[]> =>
      (await api.ask(query, { slug: story.slug, asOf })).data.story.statements.nodes[0].citations;
    expect(await citations('2024-03-05T00:00:00Z')).toHaveLength(1);
    expect(await citations('2024-03-10T00:00:00Z')).toHaveLength(2);
  });
});

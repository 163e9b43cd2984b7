import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IngestRecord } from '../../src/ingestion/record/record';
import { useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { aName, article, cited, figure, makeStory, type MadeStory, statement, store } from '../support/makers';
import { untilSettled } from '../support/settled';

const here = useDatabase();
const api = useApi(here);

/** How many rows the lists have that a test fills. */
const ROWS = 41;

/** How many batches come in while a list is read. */
const MOST_BATCHES = 8;

/** Few moments for many rows, so that most rows stand beside others of the same sort key. */
const MOMENTS = ['2024-03-01T13:00:00Z', '2024-03-01T14:00:00Z', '2024-03-02T08:00:00Z'];

/** A kind of list: how it is asked for, and the global ids that it must bring, read by plain SQL. */
interface List {
  title: string;
  /** Puts the list, called `list`, where it stands in a query. */
  at: (list: string) => string;
  field: string;
  /** What tells its rows apart. */
  node?: string;
  /** The ids in order; without it only the page of all is the measure. */
  rows?: string;
  /** Whether rows of it keep their sort keys for ever. */
  settled?: boolean;
}

const top = (list: string): string => list;
const inStory = (list: string): string => `story(slug: $story) { ${list} }`;
const ofStory = (table: string, order: string): string =>
  `select '${table}_' || t.id as node from ${table} t where t.story_id = $1 order by ${order}`;
const stories = (order: string): string => `select 'story_' || id as node from story order by ${order}`;

const LISTS: List[] = [
  {
    title: 'articles',
    at: top,
    field: 'articles',
    rows: `select 'article_' || id as node from article order by sort_at desc, id desc`,
    settled: true,
  },
  {
    title: 'the articles of a story',
    at: inStory,
    field: 'articles',
    rows: `select 'article_' || article_id as node from story_article where story_id = $1 order by sort_at desc, article_id desc`,
    settled: true,
  },
  {
    title: 'statements',
    at: top,
    field: 'statements',
    rows: `select 'statement_' || id as node from statement order by issued_at desc, id desc`,
    settled: true,
  },
  {
    title: 'the statements of a story',
    at: inStory,
    field: 'statements',
    rows: ofStory('statement', 'issued_at desc, id desc'),
    settled: true,
  },
  {
    title: 'the answers to an event',
    at: list => `node(id: $event) { ... on Event { ${list} } }`,
    field: 'answeredBy',
    rows: `select 'statement_' || id as node from statement where story_id = $1 and answers_event_id is not null order by issued_at, id`,
    settled: true,
  },
  {
    title: 'events',
    at: top,
    field: 'events',
    rows: `select 'event_' || id as node from event order by occurred_at desc, id desc`,
    settled: true,
  },
  { title: 'the events of a story', at: inStory, field: 'events', rows: ofStory('event', 'occurred_at desc, id desc'), settled: true },
  {
    title: 'the figures of a story',
    at: inStory,
    field: 'figures',
    rows: ofStory('figure', 'public_at desc, ordinal desc, id desc'),
    settled: true,
  },
  {
    title: 'the figures of a story for one metric',
    at: inStory,
    field: 'figures(metric: INJURED)',
    rows: `select 'figure_' || id as node from figure where story_id = $1 and metric = 'INJURED' order by public_at desc, ordinal desc, id desc`,
    settled: true,
  },
  { title: 'the claims of a story', at: inStory, field: 'claims', rows: ofStory('claim', 'public_at, id') },
  {
    title: 'the positions on a claim',
    at: list => `node(id: $claim) { ... on Claim { ${list} } }`,
    field: 'positions',
    rows: `select 'position_' || p.id as node from position p join claim c on c.story_id = p.story_id and c.id = p.claim_id
      where c.story_id = $1 and c.key = 'contested' order by p.taken_at, p.id`,
    settled: true,
  },
  {
    title: 'the responses to a story',
    at: inStory,
    field: 'responses',
    node: 'actor { id }',
    rows: `select 'actor_' || issuer_id as node from statement where story_id = $1 group by issuer_id order by count(*) desc, issuer_id desc`,
  },
  {
    title: 'the timeline of a story',
    at: inStory,
    field: 'timeline',
    node: '... on Node { id }',
    rows: `select type || '_' || item.id as node from (
        select 'event' as type, id, occurred_by as at, 0 as ordinal from event where story_id = $1
        union all select 'statement', id, public_at, 0 from statement where story_id = $1
        union all select 'figure', id, public_at, ordinal from figure where story_id = $1
        union all select 'article', article_id, public_at, 0 from story_article where story_id = $1
      ) item order by at, ordinal, id`,
    settled: true,
  },
  {
    title: 'the timeline of a story in two kinds',
    at: inStory,
    field: 'timeline(kinds: [FIGURE, ARTICLE])',
    node: '... on Node { id }',
    settled: true,
  },
  {
    title: 'the timeline of a story by the time of publication',
    at: inStory,
    field: 'timeline(by: PUBLISHED)',
    node: '... on Node { id }',
    rows: `select type || '_' || item.id as node from (
        select 'event' as type, id, public_at as at, 0 as ordinal from event where story_id = $1
        union all select 'statement', id, public_at, 0 from statement where story_id = $1
        union all select 'figure', id, public_at, ordinal from figure where story_id = $1
        union all select 'article', article_id, public_at, 0 from story_article where story_id = $1
      ) item order by at, ordinal, id`,
    settled: true,
  },
  { title: 'what a search finds', at: top, field: 'search(query: "bridge")', node: '... on Node { id }', settled: true },
  { title: 'stories by their activity', at: top, field: 'stories', rows: stories('last_activity_at desc, id desc') },
  {
    title: 'stories by their activity, the quietest first',
    at: top,
    field: 'stories(orderBy: { field: LAST_ACTIVITY_AT, direction: ASC })',
    rows: stories('last_activity_at, id'),
  },
  { title: 'stories by their start', at: top, field: 'stories(orderBy: { field: STARTED_AT })', rows: stories('started_at desc, id desc') },
  {
    title: 'stories by their start, the oldest first',
    at: top,
    field: 'stories(orderBy: { field: STARTED_AT, direction: ASC })',
    rows: stories('started_at, id'),
  },
  { title: 'stories as of a moment', at: top, field: 'stories(asOf: "2024-03-02T00:00:00Z")' },
  { title: 'actors', at: top, field: 'actors', rows: `select 'actor_' || id as node from actor order by slug`, settled: true },
  { title: 'sources', at: top, field: 'sources', rows: `select 'source_' || id as node from source order by slug`, settled: true },
];

let story: MadeStory;
let variables: Record<string, string>;
let storyId: string;

beforeAll(async () => {
  story = await makeStory(here.db);
  await store(here.db, [
    ...Array.from({ length: ROWS }, (_, index) => recordsOf(index, story)).flat(),
    { claim: { key: 'contested', story: story.slug, kind: 'OTHER', proposition: 'The bridge was rusty.' } } as IngestRecord,
    ...(Array.from({ length: ROWS }, (_, index) => ({
      position: { key: aName('position'), story: story.slug, claim: 'contested', statement: `said-${index}`, polarity: 'SUPPORTS' },
    })) as IngestRecord[]),
  ]);
  const [row] = (await here.db.query(
    `select s.id, e.id as event, c.id as claim from story s join event e on e.story_id = s.id and e.key = $2 join claim c on c.story_id = s.id and c.key = 'contested'
     where s.slug = $1`,
    [story.slug, story.event],
  )) as { id: string; event: string; claim: string }[];
  storyId = row?.id ?? '';
  variables = { story: story.slug, event: `event_${row?.event}`, claim: `claim_${row?.claim}` };
}, 60_000);

/** One more row for every list, at one of few moments. */
function recordsOf(number: number, { slug, event, source }: MadeStory, key = String(number)): IngestRecord[] {
  const moment = MOMENTS[number % MOMENTS.length];
  const actor = `actor-${number % 2 === 0 ? key : '0'}`;
  const text = ['A bridge', 'A bridge, a bridge', 'Bridge'][number % 3];
  const metric = (['KILLED', 'INJURED', 'MISSING'] as const)[number % 3];
  return [
    { actor: { slug: actor, name: actor, kind: 'STATE', country: 'FR' } },
    { source: { slug: `source-${key}`, name: key, kind: 'NEWS_OUTLET' } },
    { story: { slug: `bridge-${key}`, headline: `${text} falls`, summary: 'It fell.', reportedAt: moment } },
    article({ slug, source } as MadeStory, { title: `${text} is down`, publishedAt: moment }),
    statement({ slug, actor } as MadeStory, { key: `said-${key}`, issuedAt: moment, summary: text, answers: { event } as never }),
    {
      event: {
        key: `shake-${key}`,
        story: slug,
        kind: 'OTHER',
        title: `${text} shakes`,
        occurredAt: moment,
        reportedAt: moment,
        citations: cited(),
      },
    },
    figure({ slug, event } as MadeStory, { metric: metric as never, reportedAt: moment }),
    { claim: { key: `claim-${key}`, story: slug, kind: 'OTHER', proposition: `${text} was old.` } },
    { position: { key: `position-${key}`, story: slug, claim: `claim-${key}`, statement: `said-${key}`, polarity: 'DENIES' } },
  ] as IngestRecord[];
}

interface Page {
  ids: string[];
  totalCount: number;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

type Where = { first: number; after?: string | null } | { last: number; before?: string | null };

/** Reads a page, and checks that its parts agree with one another. */
async function readPage({ at, field, node = 'id' }: List, where: Where, given: Record<string, string> = variables): Promise<Page> {
  const [name, args = ''] = field.split(/\((.*)\)$/);
  const page = `${args}${args && ','} first: $first, after: $after, last: $last, before: $before`;
  const list = `list: ${name}(${page}) {
    totalCount nodes { ${node} } edges { cursor node { ${node} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  const body = at(list);
  const used = Object.keys(given).filter(variable => body.includes(`$${variable}`));
  const types = used.map(variable => `$${variable}: ${variable === 'story' ? 'String' : 'ID'}!,`).join(' ');
  const query = `query (${types} $first: Int, $after: String, $last: Int, $before: String) { ${body} }`;
  const { data, errors } = await api.ask(query, { ...Object.fromEntries(used.map(variable => [variable, given[variable]])), ...where });
  expect(errors).toBeUndefined();
  const { list: found } = (data.list ? data : Object.values(data)[0]) as {
    list: { totalCount: number; nodes: Node[]; edges: { cursor: string; node: Node }[]; pageInfo: Omit<Page, 'ids' | 'totalCount'> };
  };
  expect(found.edges.map(edge => edge.node)).toEqual(found.nodes);
  expect(new Set(found.edges.map(edge => edge.cursor)).size).toBe(found.edges.length);
  expect(found.pageInfo.startCursor).toBe(found.edges[0]?.cursor ?? null);
  expect(found.pageInfo.endCursor).toBe(found.edges.at(-1)?.cursor ?? null);
  return { ids: found.nodes.map(one => one.id ?? one.actor?.id ?? ''), totalCount: found.totalCount, ...found.pageInfo };
}

interface Node {
  id?: string;
  actor?: { id: string };
}

async function idsOf(list: List): Promise<string[]> {
  if (!list.rows) return readOn(list, [100]);
  const rows = (await here.db.query(list.rows, list.rows.includes('$1') ? [storyId] : [])) as { node: string }[];
  return rows.map(({ node }) => node);
}

/** Reads a list forward to its end, with pages of these sizes in turn. */
async function readOn(list: List, sizes: number[], between?: () => Promise<unknown>): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let turn = 0; ; turn += 1) {
    const page: Page = await readPage(list, { first: sizes[turn % sizes.length] ?? 1, after });
    ids.push(...page.ids);
    if (!page.hasNextPage) return ids;
    after = page.endCursor;
    await between?.();
  }
}

const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 100 })), { minLength: 1, maxLength: 5 });

describe('pages', () => {
  it.each(LISTS)('of $title, read forward, are the whole list, and know what lies around them', async list => {
    const whole = await idsOf(list);
    expect(whole.length).toBeGreaterThan(10);
    await fc.assert(
      fc.asyncProperty(sizes, async ([one = 1, ...more]) => {
        let place = 0;
        let after: string | null = null;
        for (let turn = 0; place < whole.length; turn += 1) {
          const first = [one, ...more][turn % (more.length + 1)] ?? 1;
          const page: Page = await readPage(list, { first, after });
          expect(page).toMatchObject({
            ids: whole.slice(place, place + first),
            totalCount: whole.length,
            hasPreviousPage: place > 0,
            hasNextPage: place + first < whole.length,
          });
          place += first;
          after = page.endCursor;
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it.each(LISTS)('of $title, read backward, are the whole list, and know what lies around them', async list => {
    const whole = await idsOf(list);
    await fc.assert(
      fc.asyncProperty(sizes, async ([one = 1, ...more]) => {
        let place = whole.length;
        let before: string | null = null;
        for (let turn = 0; place > 0; turn += 1) {
          const last = [one, ...more][turn % (more.length + 1)] ?? 1;
          const page: Page = await readPage(list, { last, before });
          expect(page).toMatchObject({
            ids: whole.slice(Math.max(0, place - last), place),
            totalCount: whole.length,
            hasPreviousPage: place > last,
            hasNextPage: place < whole.length,
          });
          place -= last;
          before = page.startCursor;
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it.each(LISTS)('of $title end exactly where the list ends', async list => {
    const whole = await idsOf(list);
    const length = whole.length;
    if (length <= 100) {
      expect(await readPage(list, { first: length })).toMatchObject({ ids: whole, hasNextPage: false, hasPreviousPage: false });
      expect(await readPage(list, { last: length })).toMatchObject({ ids: whole, hasNextPage: false, hasPreviousPage: false });
      expect(await readPage(list, { first: length - 1 })).toMatchObject({ ids: whole.slice(0, -1), hasNextPage: true });
      expect(await readPage(list, { last: length - 1 })).toMatchObject({ ids: whole.slice(1), hasPreviousPage: true });
    }
    const end = await readPage(list, { last: 1 });
    const nothing = { ids: [], totalCount: length, startCursor: null, endCursor: null };
    expect(await readPage(list, { first: 5, after: end.endCursor })).toEqual({ ...nothing, hasNextPage: false, hasPreviousPage: true });
    const start = await readPage(list, { first: 1 });
    expect(await readPage(list, { last: 5, before: start.startCursor })).toEqual({ ...nothing, hasNextPage: true, hasPreviousPage: false });
  });

  it('of the log are the log', async () => {
    await untilSettled(here.db);
    const rows = (await here.db.query(
      `select c.era || '~' || c.transaction || '~' || c.id as place from change c order by c.era, c.transaction, c.id`,
    )) as {
      place: string;
    }[];
    const query = `query ($since: String, $first: Int) { changes(since: $since, first: $first) {
      totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    for (const first of [7, 100]) {
      const seen: string[] = [];
      let since: string | null = null;
      for (let more = true; more;) {
        const { changes } = (await api.ask(query, { since, first })).data as {
          changes: { totalCount: number; edges: { cursor: string }[]; pageInfo: Omit<Page, 'ids' | 'totalCount'> };
        };
        expect(changes.totalCount).toBe(rows.length);
        expect(changes.pageInfo.hasPreviousPage).toBe(since !== null);
        seen.push(...changes.edges.map(({ cursor }) => cursor.split('~').slice(1).join('~')));
        since = changes.pageInfo.endCursor;
        more = changes.pageInfo.hasNextPage;
      }
      expect(seen).toEqual(rows.map(({ place }) => place));
    }
  });
});

describe('a short list', () => {
  const own = LISTS.filter(({ at }) => at === inStory);

  it.each(own)('of $title is an empty page where there is nothing', async list => {
    await store(here.db, [
      { story: { slug: 'empty', headline: 'Nothing yet', summary: 'So far.', reportedAt: MOMENTS[0] } } as IngestRecord,
    ]);
    const nothing = { ids: [], totalCount: 0, hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
    expect(await readPage(list, { first: 3 }, { story: 'empty' })).toEqual(nothing);
    expect(await readPage(list, { last: 3 }, { story: 'empty' })).toEqual(nothing);
  });

  it.each(own)('of $title is one page where there is one row', async list => {
    const { slug, ...rest } = await makeStory(here.db);
    await store(
      here.db,
      recordsOf(1, { slug, ...rest }, aName('only')).filter(record => !record.event),
    );
    for (const where of [{ first: 1 }, { last: 1 }, { first: 100 }, { last: 100 }]) {
      const page = await readPage(list, where, { story: slug });
      if (page.totalCount === 1) expect(page).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
      expect(page.ids.length).toBe(Math.min(page.totalCount, Object.values(where)[0] ?? 0));
      expect(page.totalCount).toBeLessThan(5);
    }
  });
});

describe('pages that are read while rows come in', () => {
  it.each(LISTS.filter(({ settled }) => settled))('of $title miss and repeat none of those that were there', async list => {
    const before = await idsOf(list);
    let reading = true;
    let batches = 0;
    const write = async (): Promise<void> => {
      for (; reading && batches < MOST_BATCHES; batches += 1) await store(here.db, recordsOf(randomInt(1_000), story, aName('late')));
    };
    const anotherBatch = async (): Promise<void> => {
      for (const known = batches; batches === known && batches < MOST_BATCHES;) await sleep(2);
    };
    const read = async (): Promise<void> => {
      try {
        const seen = await readOn(list, [4, 9, 20], anotherBatch);
        const there = new Set(before);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter(id => there.has(id))).toEqual(before);
      } finally {
        reading = false;
      }
    };
    await Promise.all([write(), read()]);
    expect((await idsOf(list)).length).toBeGreaterThanOrEqual(before.length);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IngestRecord } from '../../src/ingestion/record/record';
import { useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { article, cited, figure, makeStory, type MadeStory, statement, store } from '../support/makers';
import { CROCUS, useSample, wholeList } from '../support/sample';

const here = useDatabase();
const api = useApi(here);
useSample(here);

const SLOW = 120_000;
const LEARNT = new Date('2024-06-01T00:00:00Z');
const START = Date.UTC(2024, 2, 1);
const LISTS = ['events', 'statements', 'figures', 'articles', 'claims', 'timeline'] as const;

/** A time of three days, known to the minute, the hour or the day. */
const time = fc
  .tuple(fc.integer({ min: 0, max: 3 * 24 * 60 - 1 }), fc.constantFrom('MINUTE', 'MINUTE', 'HOUR', 'DAY'))
  .map(([minute, precision]) => {
    const at = new Date(START + minute * 60_000).toISOString();
    return precision === 'DAY' ? { at: at.slice(0, 10) } : { at: `${at.slice(0, 19)}Z`, precision: precision as 'MINUTE' | 'HOUR' };
  });

const instant = fc.integer({ min: -1, max: 4 * 24 * 60 }).map(minute => START + minute * 60_000);

/** A fact as it is handed over; the same number again is the same fact, corrected. */
const fact = fc.oneof(
  fc.record({
    kind: fc.constant('figure' as const),
    number: fc.nat(2),
    metric: fc.constantFrom('KILLED' as const, 'INJURED' as const),
    value: fc.nat(200),
    official: fc.boolean(),
    sequence: fc.option(fc.integer({ min: 1, max: 9 })),
    time,
  }),
  fc.record({
    kind: fc.constant('statement' as const),
    number: fc.nat(2),
    stance: fc.constantFrom('CONDEMNATION' as const, 'DENIAL' as const),
    time,
  }),
  fc.record({ kind: fc.constant('event' as const), number: fc.nat(2), time }),
  fc.record({ kind: fc.constant('article' as const), time }),
);
const withdrawal = fc.record({
  kind: fc.constantFrom('figure' as const, 'statement' as const),
  number: fc.nat(2),
  minute: fc.nat(4 * 24 * 60),
});

type Given = typeof fact extends fc.Arbitrary<infer T> ? T : never;

function record(story: MadeStory, given: Given): IngestRecord {
  const { at, precision } = given.time as { at: string; precision?: 'MINUTE' | 'HOUR' };
  const citations = [{ url: `https://pages.example/${story.slug}` }];
  switch (given.kind) {
    case 'figure': {
      const { number, metric, value, official, sequence } = given;
      return figure(story, { key: `${metric}-${number}`, metric, value, official, sequence, reportedAt: at, precision, citations });
    }
    case 'statement':
      return statement(story, { key: `said-${given.number}`, stances: [given.stance], issuedAt: at, precision, citations });
    case 'event':
      return {
        event: {
          key: `event-${given.number}`,
          story: story.slug,
          kind: 'RESCUE',
          title: 'A rescue',
          occurredAt: at,
          precision,
          timeBasis: 'STATED',
          citations: cited(),
        },
      };
    case 'article':
      return article(story, { publishedAt: at, precision });
  }
}

/** Makes a story of these facts, each handed over by itself so that the later corrects the earlier. */
async function tell(facts: Given[], withdrawals: { kind: string; number: number; minute: number }[]): Promise<string> {
  const story = await makeStory(here.db);
  for (const [index, given] of facts.entries()) await store(here.db, [record(story, given)], new Date(LEARNT.getTime() + index * 1000));
  for (const { kind, number, minute } of withdrawals) {
    await here.db.query(
      `insert into retraction (story_id, id, fact_id, reason, retracted_at)
       select f.story_id, gen_random_uuid(), f.id, 'It was wrong.', $3 from ${kind} f join story s on s.id = f.story_id where s.slug = $1 and f.key like $2`,
      [story.slug, `%-${number}`, new Date(START + minute * 60_000)],
    );
  }
  return story.slug;
}

type Shown = Record<(typeof LISTS)[number], string[]>;

/** The ids of everything that lists show at a moment. */
async function shownAt(slug: string, at: number): Promise<Shown> {
  const asOf = new Date(at).toISOString();
  const rows = '... on Node { id }';
  const lists = await Promise.all(LISTS.map(list => wholeList<{ id: string }>(api.ask, { slug, asOf, list, rows, size: 7 + (at % 90) })));
  return Object.fromEntries(LISTS.map((list, index) => [list, lists[index]?.map(({ id }) => id) ?? []])) as Shown;
}

/** Everything shown at t1 is shown at t2, or was superseded in between. */
async function expectKept(slug: string, t1: number, t2: number): Promise<void> {
  const [earlier, later] = [await shownAt(slug, t1), await shownAt(slug, t2)];
  for (const list of LISTS) {
    expect(new Set(later[list]).size).toBe(later[list].length);
    const gone = earlier[list].filter(id => !later[list].includes(id));
    if (!gone.length) continue;
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Fact { supersededBy { publicAt } } } }`;
    const { nodes } = (await api.ask(query, { ids: gone })).data;
    for (const node of nodes) {
      const at = Date.parse(node.supersededBy.publicAt as string);
      expect(at).toBeGreaterThan(t1);
      expect(at).toBeLessThanOrEqual(t2);
    }
  }
}

interface Ledger {
  id: string;
  metric: string;
  low: number;
  high: number;
  official: boolean;
  value: number | null;
  ordinal: number;
  public_at: Date;
  superseded_at: Date[];
  retracted_at: Date[];
}

/** Works the tallies out again, row by row. */
async function tallied(slug: string, at: number): Promise<unknown> {
  const rows = (await here.db.query(
    `select f.id, f.metric, coalesce(f.min, f.value, f.max) as low, coalesce(f.max, f.value, f.min) as high, f.official, f.value, f.ordinal, f.public_at,
       array(select n.public_at from figure n where n.supersedes_id = f.id) as superseded_at,
       array(select r.retracted_at from retraction r where r.fact_id = f.id) as retracted_at
     from figure f join story s on s.id = f.story_id where s.slug = $1`,
    [slug],
  )) as Ledger[];
  const passed = (times: Date[]): boolean => times.some(time => time.getTime() <= at);
  const standing = rows.filter(row => row.public_at.getTime() <= at && !passed(row.superseded_at) && !passed(row.retracted_at));
  return Object.fromEntries(
    [...new Set(standing.map(({ metric }) => metric))].sort().map(metric => {
      const same = standing.filter(row => row.metric === metric);
      const [latest] = same
        .filter(({ official }) => official)
        .sort((a, b) => b.public_at.getTime() - a.public_at.getTime() || b.ordinal - a.ordinal || (a.id < b.id ? 1 : -1));
      const [low, high] = [Math.min(...same.map(row => row.low)), Math.max(...same.map(row => row.high))];
      return [
        metric,
        { low, high, reportCount: same.length, latestOfficial: latest ? { id: `figure_${latest.id}`, value: latest.value } : null },
      ];
    }),
  );
}

/** What is summed up agrees with what is listed. */
async function expectSums(slug: string, at: number): Promise<void> {
  const query = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) {
    coverage { articleCount } responses(first: 100) { totalCount nodes { statementCount stances { count } } }
    responseMap { statementCount status } tallies { metric low high reportCount latestOfficial { id value } } } }`;
  const { story } = (await api.ask(query, { slug, asOf: new Date(at).toISOString() })).data;
  if (!story) return expect((await shownAt(slug, at)).timeline).toEqual([]);
  const shown = await shownAt(slug, at);
  expect([...shown.events, ...shown.statements, ...shown.figures, ...shown.articles].sort()).toEqual([...shown.timeline].sort());
  expect(story.coverage.articleCount).toBe(shown.articles.length);
  const said = await wholeList<{ retraction: unknown; issuer: { id: string; country: object | null } }>(api.ask, {
    slug,
    asOf: new Date(at).toISOString(),
    list: 'statements',
    rows: 'retraction { at } issuer { id country { unStatus } }',
  });
  const standing = said.filter(({ retraction }) => retraction === null);
  const total = (rows: { statementCount: number }[]): number => rows.reduce((sum, row) => sum + row.statementCount, 0);
  expect(story.responses.totalCount).toBe(new Set(standing.map(({ issuer }) => issuer.id)).size);
  expect(total(story.responses.nodes)).toBeLessThanOrEqual(standing.length);
  if (story.responses.totalCount <= 100) expect(total(story.responses.nodes)).toBe(standing.length);
  expect(total(story.responseMap)).toBe(standing.filter(({ issuer }) => (issuer.country as { unStatus?: string } | null)?.unStatus).length);
  const tallies = Object.fromEntries(story.tallies.map(({ metric, ...rest }: { metric: string }) => [metric, rest]));
  expect(tallies).toEqual(await tallied(slug, at));
}

describe('whatever was told, at any two moments', () => {
  it(
    'shows later what it showed earlier, unless it was corrected in between; and sums up what it lists',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fact, { minLength: 1, maxLength: 14 }),
          fc.array(withdrawal, { maxLength: 3 }),
          instant,
          instant,
          async (facts, withdrawals, a, b) => {
            const slug = await tell(facts, withdrawals);
            const [t1, t2] = [Math.min(a, b), Math.max(a, b)];
            await expectKept(slug, t1, t2);
            for (const at of [t1, t2]) await expectSums(slug, at);
          },
        ),
        { numRuns: 25, endOnFailure: true },
      );
    },
    SLOW,
  );

  it(
    'holds for the bundled story',
    async () => {
      const moment = fc.oneof(
        fc.integer({ min: Date.UTC(2024, 2, 21) / 60_000, max: Date.UTC(2024, 2, 30) / 60_000 }),
        fc.integer({ min: Date.UTC(2024, 2, 1) / 60_000, max: Date.UTC(2026, 3, 2) / 60_000 }),
      );
      await fc.assert(
        fc.asyncProperty(moment, moment, async (a, b) => {
          const [t1, t2] = [Math.min(a, b) * 60_000, Math.max(a, b) * 60_000];
          await expectKept(CROCUS, t1, t2);
          await expectSums(CROCUS, t1);
        }),
        { numRuns: 12, endOnFailure: true },
      );
    },
    SLOW,
  );

  it('shows now what it showed at the last moment', async () => {
    const [now, then] = [await api.ask(LATEST, { slug: CROCUS }), await api.ask(LATEST, { slug: CROCUS, asOf: new Date().toISOString() })];
    expect(now).toEqual(then);
  });
});

const LATEST = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) {
  headline summary status startedAt lastActivityAt coverage { articleCount sourceCount languageCount countryCount originCount }
  tallies { metric low high reportCount latestOfficial { id } } responses(first: 100) { totalCount nodes { actor { slug } statementCount firstAt latestAt } }
  responseMap { country { code } status statementCount firstAt } claims(first: 100) { nodes { id status note } }
  timeline(first: 100) { totalCount nodes { __typename ... on Node { id } } } figures(first: 100) { nodes { id value } } } }`;

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import type { IngestReport } from '../../src/ingestion/record/ingest-payload';
import { ingest } from '../../src/ingestion/record/ingest.service';
import type { IngestRecord } from '../../src/ingestion/record/record';
import { useDatabase } from '../support/database';
import { rowCounts, smallStory, wholeStory } from './batch-makers';

const here = useDatabase();
const select = async <T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await here.db.query(sql, values)) as T[];
const outcomes = (report: IngestReport): string[] => report.results.map(result => result.outcome);
const problems = (report: IngestReport): string[] =>
  report.results.flatMap(result => result.problems.map(({ path, message }) => `${path}: ${message}`));

/** A record with some fields of its kind changed. */
function changed(record: IngestRecord, fields: Record<string, unknown>): unknown {
  return Object.fromEntries(Object.entries(record).map(([kind, given]) => [kind, { ...(given as object), ...fields }]));
}

describe('a batch', () => {
  it('lands in any order, and its results stand in the order of its records', async () => {
    const report = await ingest(here.dataSource, wholeStory('order'));
    expect(problems(report)).toEqual([]);
    expect(report).toMatchObject({ created: 9, updated: 0, unchanged: 0, rejected: 0 });
    expect(report.results.map(({ index, kind, node }) => [index, kind, node?.type])).toEqual([
      [0, 'POSITION', 'Position'],
      [1, 'CLAIM', 'Claim'],
      [2, 'FIGURE', 'Figure'],
      [3, 'STATEMENT', 'Statement'],
      [4, 'EVENT', 'Event'],
      [5, 'ARTICLE', 'Article'],
      [6, 'STORY', 'Story'],
      [7, 'ACTOR', 'Actor'],
      [8, 'SOURCE', 'Source'],
    ]);
    const [held] = await select(
      `select a.kind, a.name, a.country_code from position p join actor a on a.id = p.holder_id where p.id = $1`,
      [report.results[0]?.node?.uuid],
    );
    expect(held).toEqual({ kind: 'OUTLET', name: 'order Daily', country_code: 'FR' });
  });

  it('changes nothing when it comes twice, and writes nothing into the change log', async () => {
    await ingest(here.dataSource, wholeStory('twice'));
    const before = await rowCounts(here.db);
    const again = await ingest(here.dataSource, wholeStory('twice'));
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 9, rejected: 0 });
    expect(await rowCounts(here.db)).toEqual(before);
  });

  it('is stored once when it comes several times at the same moment', async () => {
    const before = await rowCounts(here.db);
    const reports = await Promise.all([1, 2, 3, 4].map(() => ingest(here.dataSource, wholeStory('race'))));
    expect(reports.flatMap(problems)).toEqual([]);
    expect(reports.reduce((sum, report) => sum + report.created, 0)).toBe(9);
    const after = await rowCounts(here.db);
    const added = Object.fromEntries(Object.entries(after).map(([table, n]) => [table, n - (before[table] ?? 0)]));
    expect(added).toMatchObject({
      source: 1,
      actor: 2,
      story: 1,
      story_revision: 1,
      article: 1,
      event: 1,
      statement: 1,
      figure: 1,
      claim: 1,
      position: 1,
      citation: 4,
    });
  });

  it('gets along with others that overlap it, in whatever order they name the same things', async () => {
    const stories = ['left', 'middle', 'right'].map(wholeStory);
    const shared = stories.map((_, n) =>
      changed(smallStory('left').article, { url: `https://example.org/shared/${n}`, story: `${['left', 'middle', 'right'][n]}-story` }),
    );
    const batches = Array.from({ length: 9 }, (_, n) =>
      [0, 1, 2].flatMap(step => [...(stories[(n + step * (n % 2 ? 1 : 2)) % 3] ?? []), shared[(n + step) % 3]]),
    );
    const left = wholeStory('left');
    const renamed = Array.from({ length: 6 }, (_, n) => [
      changed(smallStory('left').source, { name: `Left ${n}` }),
      ...left.filter(record => !record.source),
    ]);
    const reports = await Promise.all([...batches, ...renamed].map(records => ingest(here.dataSource, records)));
    expect(reports.flatMap(problems)).toEqual([]);
    const [counts] = await select(`select count(*)::integer as events, count(distinct story_id)::integer as stories from event
      where story_id in (select id from story where slug in ('left-story', 'middle-story', 'right-story'))`);
    expect(counts).toEqual({ events: 3, stories: 3 });
  });

  it('holds at most 1,000 records', async () => {
    const records = Array.from({ length: 1001 }, () => smallStory('many').source);
    await expect(ingest(here.dataSource, records)).rejects.toThrow(
      'The batch has 1001 records, and at most 1000 are taken at once: send several batches.',
    );
  });

  it('lands the same whatever its order, and however it is cut into the part that is known and the part that is new', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9 }),
        fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8]),
        async (order, part) => {
          const records = wholeStory(`cut-${(run += 1)}`);
          await ingest(
            here.dataSource,
            part.map(index => records[index]),
          );
          const whole = await ingest(
            here.dataSource,
            order.map(index => records[index]),
          );
          expect(whole.rejected).toBe(0);
          const again = await ingest(here.dataSource, records);
          expect(again.unchanged).toBe(9);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('a bad record', () => {
  const cases: [what: string, make: (good: ReturnType<typeof smallStory>) => unknown, path: string, message: string][] = [
    [
      'an article without an address',
      good => changed(good.article, { url: undefined }),
      '.article.url',
      'The field url is missing: every article needs it.',
    ],
    [
      'a day that does not exist',
      good => changed(good.statement, { issuedAt: '2024-02-30' }),
      '.statement.issuedAt',
      '"2024-02-30" names a day that does not exist: the calendar has no 2024-02-30.',
    ],
    [
      'a stance that nobody knows',
      good => changed(good.statement, { stances: ['SHRUG'] }),
      '.statement.stances[0]',
      '"SHRUG" is none of CONDEMNATION',
    ],
    [
      'a fact without a citation',
      good => changed(good.event, { citations: [] }),
      '.event.citations',
      'The list citations is empty: every event needs at least 1.',
    ],
    [
      'an actor that nobody knows',
      good => changed(good.statement, { issuer: 'nobody' }),
      '.statement.issuer',
      'There is no actor "nobody", neither in this batch nor stored.',
    ],
    [
      'an event that nobody knows',
      good => changed(good.figure, { event: 'rise' }),
      '.figure.event',
      'There is no event "rise" in the story "bad-story", neither in this batch nor stored.',
    ],
    [
      'a story that nobody knows',
      good => changed(good.event, { story: 'no-story' }),
      '.event.story',
      'There is no story "no-story", neither in this batch nor stored.',
    ],
    [
      'a least above the most',
      good => changed(good.figure, { value: null, min: 9, max: 3 }),
      '.figure.min',
      'The least, 9, is more than the most, 3.',
    ],
    [
      'a figure without a number',
      good => changed(good.figure, { value: null }),
      '.figure.value',
      'A figure needs a number: give value, min or max.',
    ],
    [
      'a misspelt field',
      good => changed(good.statement, { isuedAt: '2024-05-01' }),
      '.statement.isuedAt',
      'A statement has no field "isuedAt"; its fields are key, story, issuer',
    ],
    [
      'a latitude beyond the pole',
      good => changed(good.event, { place: { name: 'Nowhere', latitude: 91, longitude: 0 } }),
      '.event.place.latitude',
      '91 is not a number of degrees from -90 to 90.',
    ],
    [
      'a country that does not exist',
      good => changed(good.actor, { country: 'XX' }),
      '.actor.country',
      'There is no country with the code "XX" in ISO 3166-1.',
    ],
    ['a number where text belongs', good => changed(good.source, { name: 7 }), '.source.name', '7 is not text.'],
    [
      'a character that the database cannot hold',
      good => changed(good.event, { title: 'a\0b' }),
      '.event.title',
      'holds a character that is no Unicode text.',
    ],
    ['two kinds in one', good => ({ ...good.source, ...good.actor }), '', 'A record has exactly one of the fields'],
    ['no record at all', () => 'hello', '', '"hello" is not a record'],
    ['a kind that nobody knows', () => ({ rumour: {} }), '.rumour', 'A record has no field "rumour"'],
    [
      'an event that is a part of itself',
      good => changed(good.event, { key: 'loop', parent: 'loop' }),
      '.event',
      'The event "loop" leads back to itself through others of this batch.',
    ],
    [
      'a position on an article outside the story',
      good => changed(good.position, { article: 'https://example.org/elsewhere' }),
      '.position.article',
      'There is no article',
    ],
    [
      'a span beyond the text',
      good => changed(good.event, { citations: [{ url: good.url, start: 3, end: 300 }] }),
      '.event.citations[0].end',
      'The span ends at 300',
    ],
  ];

  it.each(cases)('is rejected alone, with its path and a sentence: %s', async (_, make, path, message) => {
    const good = smallStory('bad');
    await ingest(here.dataSource, wholeStory('bad'));
    const extra = changed(smallStory('bad').statement, { key: `after ${path} ${message}` });
    const report = await ingest(here.dataSource, [make(good), extra]);
    expect(outcomes(report)).toEqual(['REJECTED', 'CREATED']);
    const [problem] = report.results[0]?.problems ?? [];
    expect(problem?.path).toBe(`records[0]${path}`);
    expect(problem?.message).toContain(message);
  });

  it('takes those along that lean on it, and says so', async () => {
    const good = smallStory('lean');
    const report = await ingest(here.dataSource, [
      good.statement,
      good.figure,
      changed(good.event, { occurredAt: 'soon' }),
      good.source,
      good.actor,
      good.story,
      good.article,
    ]);
    expect(outcomes(report)).toEqual(['REJECTED', 'REJECTED', 'REJECTED', 'CREATED', 'CREATED', 'CREATED', 'CREATED']);
    expect(problems(report).slice(0, 2)).toEqual([
      'records[0].statement.answers.event: It refers to the event "fall" in the story "lean-story" of records[2], which was rejected.',
      'records[1].figure.event: It refers to the event "fall" in the story "lean-story" of records[2], which was rejected.',
    ]);
    expect(await ingest(here.dataSource, wholeStory('lean'))).toMatchObject({ created: 5, unchanged: 4, rejected: 0 });
  });

  it('is told of all its faults at once', async () => {
    const report = await ingest(here.dataSource, [{ figure: { key: 'k', metric: 'LOST', value: -1 } }]);
    expect(report.results[0]?.problems.map(problem => problem.path)).toEqual(
      ['story', 'event', 'metric', 'value', 'reporter', 'reportedAt', 'citations'].map(field => `records[0].figure.${field}`),
    );
  });

  it('is found among the others where only the database refuses it', async () => {
    await here.db.query(`alter table statement add constraint no_shouting check (summary <> 'SHOUT') not valid`);
    try {
      const good = smallStory('culprit');
      const statements = Array.from({ length: 20 }, (_, n) =>
        changed(good.statement, { key: `s${n}`, summary: n === 13 ? 'SHOUT' : 'Calm.' }),
      );
      const report = await ingest(here.dataSource, [...statements, ...wholeStory('culprit')]);
      expect(report).toMatchObject({ created: 28, rejected: 1 });
      expect(problems(report)).toEqual([
        expect.stringContaining('records[13].statement: The database refuses it: new row for relation "statement" violates'),
      ]);
    } finally {
      await here.db.query(`alter table statement drop constraint no_shouting`);
    }
  });

  it('is one that says two things under one key', async () => {
    const good = smallStory('double');
    const report = await ingest(here.dataSource, [
      ...wholeStory('double'),
      good.event,
      changed(good.statement, { summary: 'Something else.' }),
    ]);
    expect(outcomes(report).slice(9)).toEqual(['UNCHANGED', 'REJECTED']);
    expect(problems(report)).toEqual([
      'records[10].statement.key: The key "minister" is also that of records[3] of this batch, which says something else.',
    ]);
  });
});

describe('what changed', () => {
  it('supersedes a fact by a new row under the same key, and keeps the old one', async () => {
    const good = smallStory('correct');
    const first = await ingest(here.dataSource, wholeStory('correct'));
    const report = await ingest(here.dataSource, [changed(good.figure, { value: 4 }), good.statement]);
    expect(outcomes(report)).toEqual(['UPDATED', 'UNCHANGED']);
    const rows = await select(
      `select id, value, supersedes_id, ordinal from figure where key = 'injured-1' and story_id = (select id from story where slug = 'correct-story') order by recorded_at`,
    );
    expect(rows).toMatchObject([
      { id: first.results[2]?.node?.uuid, value: 3, supersedes_id: null, ordinal: 1 },
      { id: report.results[0]?.node?.uuid, value: 4, supersedes_id: first.results[2]?.node?.uuid, ordinal: 1 },
    ]);
    expect(outcomes(await ingest(here.dataSource, [changed(good.figure, { value: 4 })]))).toEqual(['UNCHANGED']);
    expect(outcomes(await ingest(here.dataSource, [good.figure]))).toEqual(['UPDATED']);
  });

  it('keeps what was known about an event when the event is corrected', async () => {
    const good = smallStory('evidence');
    await ingest(here.dataSource, wholeStory('evidence'));
    await ingest(here.dataSource, [
      changed(good.event, { title: 'The old bridge falls', citations: [{ url: 'https://example.org/undated' }] }),
    ]);
    const rows = await select<{ public_at: Date }>(
      `select public_at from event where story_id = (select id from story where slug = 'evidence-story') order by recorded_at`,
    );
    expect(rows.map(row => row.public_at.toISOString())).toEqual(['2024-05-01T09:00:00.000Z', '2024-05-01T09:00:00.000Z']);
  });

  it('gives an article a version for each wording, renews its card, and leaves alone what a record does not say', async () => {
    const good = smallStory('reword');
    await ingest(here.dataSource, wholeStory('reword'));
    const version = async (): Promise<unknown> => (await select(`select version from story where slug = 'reword-story'`))[0]?.version;
    const before = await version();
    const report = await ingest(here.dataSource, [{ article: { url: good.url, source: 'reword-daily', title: 'Bridge down at dawn' } }]);
    expect(outcomes(report)).toEqual(['UPDATED']);
    const [article] = await select(
      `select a.title, a.summary, a.revised_at is not null as revised, (select array_agg(v.title order by number) from article_version v where v.article_id = a.id) as titles,
         (select v.text is not null from article_version v where v.article_id = a.id and number = 2) as text, card.title as card
       from article a join story_article card on card.article_id = a.id where a.url = $1`,
      [good.url],
    );
    expect(article).toEqual({
      title: 'Bridge down at dawn',
      summary: 'It fell.',
      revised: true,
      titles: ['Bridge down', 'Bridge down at dawn'],
      text: true,
      card: 'Bridge down at dawn',
    });
    expect(Number(await version())).toBeGreaterThan(Number(before));
    expect(
      outcomes(
        await ingest(here.dataSource, [
          { article: { url: `${good.url}?utm_source=x#top`, source: 'reword-daily', title: 'Bridge down at dawn' } },
        ]),
      ),
    ).toEqual(['UNCHANGED']);
  });

  it('adds a judgement of a claim without touching the claim', async () => {
    const good = smallStory('judge');
    await ingest(here.dataSource, wholeStory('judge'));
    const confirmed = changed(good.claim, { status: 'CONFIRMED', note: 'The inquiry found rust.', assessedAt: '2024-06-01' });
    expect(outcomes(await ingest(here.dataSource, [confirmed]))).toEqual(['UPDATED']);
    expect(outcomes(await ingest(here.dataSource, [confirmed]))).toEqual(['UNCHANGED']);
    const [counts] =
      await select(`select (select count(*)::integer from claim where story_id = s.id) as claims, (select count(*)::integer from claim_assessment where story_id = s.id) as judgements
      from story s where slug = 'judge-story'`);
    expect(counts).toEqual({ claims: 1, judgements: 2 });
  });

  it('adds a headline to a story, which is found by its id as well', async () => {
    const good = smallStory('headline');
    const [storyId] = (await ingest(here.dataSource, wholeStory('headline'))).results
      .filter(result => result.kind === 'STORY')
      .map(result => result.node?.uuid);
    const report = await ingest(here.dataSource, [
      changed(good.story, { headline: 'Bridge: an inquiry opens', reportedAt: '2024-05-02' }),
      changed(good.event, { story: storyId }),
    ]);
    expect(outcomes(report)).toEqual(['UPDATED', 'UNCHANGED']);
  });
});

describe('a citation', () => {
  it('holds the hash of the exact words, counted in characters and not in bytes', async () => {
    const good = smallStory('span');
    await ingest(here.dataSource, wholeStory('span'));
    const quoted = { ...good.event.event, key: 'quoted', citations: [{ url: good.url, start: 25, end: 35 }] };
    const report = await ingest(here.dataSource, [{ event: quoted }]);
    expect(problems(report)).toEqual([]);
    const [citation] = await select(`select kind, version, span_start, span_end, span_hash from citation where fact_id = $1`, [
      report.results[0]?.node?.uuid,
    ]);
    const words = [...'The bridge fell at dawn. ☔ Nobody 𝒳 was hurt.'].slice(25, 35).join('');
    expect(words).toBe('☔ Nobody 𝒳');
    expect(citation).toEqual({
      kind: 'SPAN',
      version: 1,
      span_start: 25,
      span_end: 35,
      span_hash: createHash('sha256').update(words).digest('hex'),
    });
  });

  it('counts from the end of the day that its bare address carries, and from nowhere else', async () => {
    const good = smallStory('dated');
    await ingest(here.dataSource, wholeStory('dated'));
    const citations = [
      'https://example.com/2024/03/26/bridge',
      'https://example.com/2024-05-03-bridge',
      'https://example.com/2024/0326/a',
      'https://example.com/id-12024-03-261',
    ];
    const report = await ingest(here.dataSource, [changed(good.event, { key: 'cited', citations: citations.map(url => ({ url })) })]);
    const rows = await select<{ public_at: Date | null }>(`select public_at from citation where fact_id = $1 order by ordinal`, [
      report.results[0]?.node?.uuid,
    ]);
    expect(rows.map(row => row.public_at?.toISOString() ?? null)).toEqual([
      '2024-03-27T00:00:00.000Z',
      '2024-05-04T00:00:00.000Z',
      null,
      null,
    ]);
  });
});

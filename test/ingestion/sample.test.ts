import { beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalUrl } from '../../src/article/canonical-url';
import type { IngestReport } from '../../src/ingestion/record/ingest-payload';
import { loadSample } from '../../src/ingestion/sample/load-sample';
import { parseMoment, periodEnd, type Precision } from '../../src/platform/moment';
import { useDatabase } from '../support/database';
import { rowCounts } from './batch-makers';

const here = useDatabase();
const folder = 'sample/crocus';
const log = { info: () => undefined };
let first: IngestReport;

beforeAll(async () => {
  first = await loadSample(here.dataSource, folder, log);
});

type Json = Record<string, unknown> & { slug: string };

function rows<T = Json>(name: string): T[] {
  return JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as T[];
}

async function select<T = Record<string, unknown>>(sql: string): Promise<T[]> {
  return (await here.db.query(sql)) as T[];
}

const urls = new Map(rows<Json & { url: string }>('articles').map(article => [article.slug, article.url]));
const addressed = (citations: unknown): string[] => (citations as string[]).map(one => canonicalUrl(urls.get(one) ?? one));
const cited = (table: string): string =>
  `(select json_agg(c.url order by c.ordinal) from citation c where c.fact_id = ${table}.id) as citations`;

/** A time as the dataset writes it. */
function written(at: Date | null, precision: string | null): string | null {
  if (!at) return null;
  return precision === 'DAY' ? at.toISOString().slice(0, 10) : at.toISOString().replace('.000Z', 'Z');
}

describe('the bundled story', () => {
  it('is there whole, to the last citation', async () => {
    expect(first).toMatchObject({ rejected: 0, unchanged: 0 });
    const counts = await rowCounts(here.db);
    expect(counts).toMatchObject({ source: 334, article: 190, story_article: 190, article_version: 190, story: 1, story_revision: 4 });
    expect(counts).toMatchObject({ statement: 264, event: 57, figure: 62, claim: 24, claim_assessment: 24, position: 109 });
    const [ties] = await select(`select
      (select count(distinct source_id)::integer from article) as outlets,
      (select count(*)::integer from citation where fact_id not in (select id from position)) as citations,
      (select count(*)::integer from statement where num_nonnulls(answers_event_id, answers_statement_id) = 1) as answers,
      (select count(*)::integer from event where parent_id is not null) as parents,
      (select count(*)::integer from actor where kind <> 'OUTLET') as issuers`);
    expect(ties).toEqual({ outlets: 130, citations: 678, answers: 263, parents: 53, issuers: 204 });
  });

  it('changes nothing when it is loaded again, and says so', async () => {
    const before = await rowCounts(here.db);
    const { created, updated, unchanged } = await loadSample(here.dataSource, folder, log);
    expect({ created, updated, unchanged }).toEqual({ created: 0, updated: 0, unchanged: first.results.length });
    expect(await rowCounts(here.db)).toEqual(before);
  });

  it('is not loaded at all where one of its rows cannot be stored', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'newsgraph-sample-'));
    try {
      cpSync(folder, broken, { recursive: true });
      const [figure, ...others] = rows('casualty-reports');
      writeFileSync(
        join(broken, 'casualty-reports.json'),
        JSON.stringify([{ ...figure, value: 7 }, ...others, { ...figure, sequence: 99, metric: 'LOST' }]),
      );
      const before = await rowCounts(here.db);
      await expect(loadSample(here.dataSource, broken, log)).rejects.toThrow('.figure.metric: "LOST" is none of KILLED');
      expect(await rowCounts(here.db)).toEqual(before);
    } finally {
      rmSync(broken, { recursive: true });
    }
  });

  it('keeps every source and issuer as it was given', async () => {
    const stored = await select(
      `select slug, name, kind, country_code as country, homepage, language, role, pages as citations from source`,
    );
    expect(bySlug(stored)).toEqual(bySlug(rows('sources')));
    const issuers =
      await select(`select a.slug, a.name, a.kind, a.country_code as country from actor a join source s on s.id = a.source_id and s.slug = a.slug
      where a.kind <> 'OUTLET'`);
    expect(bySlug(issuers)).toEqual(
      bySlug([...new Map(rows<{ issuer: Json }>('statements').map(({ issuer }) => [issuer.slug, issuer])).values()]),
    );
  });

  it('keeps every article as it was given', async () => {
    const stored = await select<{ publishedAt: Date; precision: string }>(`
      select a.key as slug, s.slug as "sourceSlug", a.url, a.published_at as "publishedAt", a.precision, a.date_basis as "dateBasis", a.language, a.title, a.summary,
        a.mentions, a.reported_figures as figures, a.syndicated_from as "syndicatedFrom"
      from article a join source s on s.id = a.source_id`);
    const wanted = rows<Json & { url: string }>('articles').map(article => ({ ...article, url: canonicalUrl(article.url) }));
    expect(bySlug(stored.map(row => ({ ...row, publishedAt: written(row.publishedAt, row.precision) })))).toEqual(bySlug(wanted));
  });

  it('keeps every event as it was given', async () => {
    const stored = await select<{
      occurredAt: Date;
      precision: string;
      endedAt: Date | null;
      ended_precision: string | null;
      placed: boolean;
      place: unknown;
    }>(`
      select event.key as slug, event.kind, event.title, event.summary, event.occurred_at as "occurredAt", event.ended_at as "endedAt", event.precision, event.ended_precision,
        event.time_basis as "timeBasis", parent.key as parent, event.place_name is not null as placed, ${cited('event')},
        json_build_object('name', event.place_name, 'country', event.place_country_code, 'latitude', event.latitude, 'longitude', event.longitude,
          'coordinateBasis', event.coordinate_basis) as place
      from event left join event parent on parent.id = event.parent_id`);
    const read = stored.map(({ ended_precision, placed, ...row }) => ({
      ...row,
      occurredAt: written(row.occurredAt, row.precision),
      endedAt: written(row.endedAt, ended_precision),
      place: placed ? row.place : null,
    }));
    expect(bySlug(read)).toEqual(bySlug(rows('events').map(event => ({ ...event, citations: addressed(event.citations) }))));
  });

  it('keeps every statement as it was given', async () => {
    const stored = await select<{ issuedAt: Date; precision: string; speaker: { name: string | null } }>(`
      select statement.key as slug, json_build_object('slug', a.slug, 'name', a.name, 'kind', a.kind, 'country', a.country_code) as issuer,
        json_build_object('name', statement.speaker_name, 'role', statement.speaker_role) as speaker, statement.issued_at as "issuedAt", statement.precision,
        statement.date_basis as "dateBasis", statement.channel, statement.language, statement.stances, statement.summary, statement.detail,
        coalesce(event.key, answered.key) as "respondsTo", ${cited('statement')}
      from statement join actor a on a.id = statement.issuer_id left join event on event.id = statement.answers_event_id
        left join statement answered on answered.id = statement.answers_statement_id`);
    const read = stored.map(row => ({
      ...row,
      issuedAt: written(row.issuedAt, row.precision),
      speaker: row.speaker.name === null ? null : row.speaker,
    }));
    expect(bySlug(read)).toEqual(
      bySlug(rows('statements').map(statement => ({ ...statement, citations: addressed(statement.citations) }))),
    );
  });

  it('keeps every figure as it was given, and names its reporter where there is one of that name', async () => {
    const stored = await select<Json & { reportedAt: Date; precision: string }>(`
      select figure.key as slug, event.key as event, figure.metric, figure.value, figure.min, figure.max, figure.at_least as "atLeast", figure.reported_at as "reportedAt",
        figure.precision, figure.time_basis as "timeBasis", figure.reporter_name as reporter, figure.official, figure.note, figure.sequence, ${cited('figure')}
      from figure join event on event.id = figure.event_id`);
    const wanted = rows('casualty-reports').map(figure => ({
      ...figure,
      slug: `${String(figure.event)}/${String(figure.metric)}/${String(figure.sequence)}`,
      citations: addressed(figure.citations),
    }));
    expect(bySlug(stored.map(row => ({ ...row, reportedAt: written(row.reportedAt, row.precision) })))).toEqual(bySlug(wanted));
    expect(
      await select(
        `select distinct a.slug from figure f join actor a on a.id = f.reporter_actor_id where f.reporter_name like 'Investigative%'`,
      ),
    ).toEqual([{ slug: 'ru-ic' }]);
  });

  it('keeps every claim with its positions as they were given', async () => {
    const stored = await select<Json & { positions: { at: string; precision: string }[] }>(`
      select claim.key as slug, claim.kind, event.key as about, claim.proposition, a.status, a.note,
        (select json_agg(json_strip_nulls(json_build_object('statement', s.key, 'article', article.key, 'polarity', p.polarity, 'at', p.taken_at, 'precision', p.precision,
           'evidence', p.evidence)))
         from position p left join statement s on s.id = p.basis_statement_id left join article on article.id = p.basis_article_id
         where p.claim_id = claim.id) as positions
      from claim join claim_assessment a on a.claim_id = claim.id and a.reported_at = '2026-03-31Z' and a.precision = 'DAY'
        left join event on event.id = claim.event_id`);
    const read = stored.map(row => ({
      ...row,
      positions: inOrder(row.positions.map(({ precision, at, ...position }) => ({ ...position, at: written(new Date(at), precision) }))),
    }));
    expect(bySlug(read)).toEqual(bySlug(rows('claims').map(claim => ({ ...claim, positions: inOrder(claim.positions as object[]) }))));
  });

  it('has each position held by who issued the statement or published the article, on the same documents', async () => {
    const [odd] = await select(`select
      (select count(*)::integer from position p join statement s on s.id = p.basis_statement_id where s.issuer_id <> p.holder_id) as other_issuer,
      (select count(*)::integer from position p join article a on a.id = p.basis_article_id join actor o on o.id = p.holder_id where o.source_id <> a.source_id) as other_outlet,
      (select count(*)::integer from position p where (select array_agg(url order by ordinal) from citation where fact_id = p.id)
        is distinct from coalesce((select array_agg(url order by ordinal) from citation where fact_id = p.basis_statement_id),
          (select array[url] from article where id = p.basis_article_id))) as other_documents`);
    expect(odd).toEqual({ other_issuer: 0, other_outlet: 0, other_documents: 0 });
  });

  it('has headlines that follow each other in time', () => {
    const { revisions } = JSON.parse(readFileSync(`${folder}/story.json`, 'utf8')) as {
      revisions: { reportedAt: string; precision: Precision }[];
    };
    const times = revisions.map(({ reportedAt, precision }) => parseMoment(reportedAt, precision).at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});

describe('what was known when', () => {
  it('counts a figure known to the day from the next report of its series, so 115 never follows 133', async () => {
    const killed = await select<{ value: number; public_at: Date }>(
      `select value, public_at from figure where metric = 'KILLED' and value in (93, 115, 133) order by sequence`,
    );
    expect(killed.map(row => [row.value, row.public_at.toISOString()])).toEqual([
      [93, '2024-03-23T09:08:00.000Z'],
      [115, '2024-03-23T13:23:00.000Z'],
      [133, '2024-03-23T13:23:00.000Z'],
    ]);
  });

  it('never counts a fact before it was reported, nor later than its day, nor an event before it happened', async () => {
    const facts = await select<{ reported_at: Date; precision: Precision; public_at: Date }>(
      `select reported_at, precision, public_at from statement union all select reported_at, precision, public_at from figure`,
    );
    for (const { reported_at, precision, public_at } of facts) {
      expect(public_at >= reported_at).toBe(true);
      expect(public_at <= periodEnd(reported_at, precision)).toBe(true);
    }
    expect(await select(`select key from event where public_at < occurred_by`)).toEqual([]);
  });

  it('knows an event from the first dated document or fact that speaks of it', async () => {
    const [attack] = await select<{ public_at: Date }>(`select public_at from event where key = 'crocus-city-hall-attack'`);
    expect(attack?.public_at).toEqual(new Date('2024-03-22T18:45:00Z'));
    expect(
      await select(
        `select e.key from event e where e.public_at > (select min(s.public_at) from statement s where s.answers_event_id = e.id) and e.public_at > e.occurred_by`,
      ),
    ).toEqual([]);
  });

  it('knows a claim from the first position on it, and a position from its statement or article', async () => {
    expect(
      await select(
        `select key from claim where public_at is distinct from (select min(public_at) from position where claim_id = claim.id)`,
      ),
    ).toEqual([]);
    expect(
      await select(`select p.id from position p left join statement s on s.id = p.basis_statement_id left join article a on a.id = p.basis_article_id
      where p.public_at < coalesce(s.public_at, a.public_at)`),
    ).toEqual([]);
  });
});

function bySlug(list: object[]): Map<string, object> {
  const map = new Map((list as Json[]).map(row => [row.slug, row]));
  expect(map.size).toBe(list.length);
  return map;
}

function inOrder(list: object[]): string[] {
  return list.map(one => JSON.stringify(Object.entries(one).sort())).sort();
}

import { at } from './moment';

/**
 * The whole story in one statement. Statements and figures that are summed up are read once; the cards stand in for the articles.
 *
 * @param asOf  whether $2 is a moment that governs everything; the statement for now has none of its conditions
 */
export function storySql(asOf: boolean): string {
  const known = (row: string): string => (asOf ? `and ${row}.public_at <= $2` : '');
  const current = (row: string): string =>
    `${row}.moved_to is null and ${asOf ? `(${row}.corrected_at is null or ${row}.corrected_at > $2) and ${row}.public_at <= $2` : `${row}.corrected_at is null`}`;
  const stands = (row: string): string =>
    asOf ? `(${row}.withdrawn_at is null or ${row}.withdrawn_at > $2)` : `${row}.withdrawn_at is null`;
  const list = (rows: string): string => `(select coalesce(json_agg(z), '[]'::json) from (${rows}) z)`;
  const citations = (fact: string, columns: string, join = ''): string =>
    list(
      `select ${columns} from citation c ${join} where c.story_id = (select id from s) and c.fact_id = ${fact}.id ${citationKnown(asOf)} order by c.ordinal`,
    );
  const response = asOf ? 'response' : 'story_response where story_id = (select id from s)';
  const stances = asOf
    ? `coalesce(k.stances, '[]'::json)`
    : `(select coalesce(json_agg(z), '[]'::json) from (select stance, count from unnest(p.stances, p.counts) kept (stance, count)) z)`;
  return `
with s as materialized (
  select s.* ${asOf ? `, a.first as first_activity, a.last as last_activity` : ''} from story s ${asOf ? activity : ''}
  where s.id = (select case when f.merged_into is null then f.id else newsgraph_story_now(f.id) end
                from story_alias a join story f on f.id = a.story_id where a.alias = $1)
    and s.merged_into is null ${asOf ? 'and s.public_at <= $2' : ''}
), current_figure as materialized (
  select f.id, f.metric, f.value, f.min, f.max, f.at_least, f.official, f.reported_at, f.precision, f.reporter_name, f.public_at, f.ordinal, ${stands('f')} as stands
  from figure f where f.story_id = (select id from s) and ${current('f')}
${asOf ? responsesThen(`${current('t')} and ${stands('t')}`) : ''}
)
select row_to_json(x)::text from (select
  'story_' || s.id as id, s.slug, coalesce(r.headline, s.slug) as headline, coalesce(r.summary, '') as summary,
  case when age <= interval '12 hours' then 'BREAKING' when age <= interval '3 days' then 'DEVELOPING' when age <= interval '14 days' then 'ONGOING' else 'QUIET' end as status,
  ${at(asOf ? 's.first_activity' : 's.started_at')} as "startedAt", ${at(asOf ? 's.last_activity' : 's.last_activity_at')} as "lastActivityAt",
  ${list(`
    select t.metric, t.low, t.high, t.n as "reportCount", case when o.id is not null then
      json_build_object('value', o.value, 'atLeast', o.at_least, 'reportedAt', ${at('o.reported_at')}, 'reporter', json_build_object('name', o.reporter_name)) end as "latestOfficial"
    from (
      select metric, min(coalesce(min, value, max)) as low, max(coalesce(max, value, min)) as high, count(*)::int as n,
        (array_agg(id order by public_at desc, ordinal desc, id desc) filter (where official))[1] as official_id
      from current_figure where stands group by metric
    ) t left join current_figure o on o.id = t.official_id
    order by array_position(array['KILLED', 'CHILDREN_KILLED', 'INJURED', 'HOSPITALISED', 'MISSING', 'IDENTIFIED', 'DETAINED'], t.metric)`)} as tallies,
  json_build_object(
    'totalCount', (select count(*)::int from event e where e.story_id = (select id from s) and ${current('e')}),
    'nodes', ${list(`
      select 'event_' || e.id as id, e.kind, e.title, e.summary, ${at('e.occurred_at')} as "occurredAt",
        ${at(asOf ? 'case when newsgraph_period_end(e.ended_at, e.ended_precision) <= $2 then e.ended_at end' : 'e.ended_at')} as "endedAt", e.precision,
        case when e.place_name is not null then json_build_object('name', e.place_name, 'latitude', e.latitude, 'longitude', e.longitude, 'country',
          case when n.code is not null then json_build_object('code', n.code, 'name', n.name) end) end as place,
        ${citations(
          'e',
          `c.url, case when a.id is not null ${asOf ? 'and a.public_at <= $2' : ''} then json_build_object('title', ${wording(asOf)}) end as article`,
          'left join article a on a.id = c.article_id',
        )} as citations
      from (
        select * from event e where e.story_id = (select id from s) and ${current('e')}
        order by e.occurred_at desc, e.id desc limit 20
      ) e left join country n on n.code = e.place_country_code order by e.occurred_at desc, e.id desc`)}) as events,
  json_build_object(
    'totalCount', (select count(*)::int from story_article k where k.story_id = (select id from s) and k.moved_to is null ${known('k')}),
    'nodes', ${list(`
      select 'article_' || k.article_id as id, ${asOf ? wording(asOf) : 'k.title'} as title, k.url, ${at('k.published_at')} as "publishedAt", k.language,
        json_build_object('name', o.name, 'country', case when o.country_code is not null then json_build_object('code', o.country_code) end) as source
      from (
        select * from story_article k where k.story_id = (select id from s) and k.moved_to is null ${known('k')} order by k.sort_at desc, k.article_id desc limit 20
      ) k ${asOf ? 'join article a on a.id = k.article_id' : ''} join source o on o.id = k.source_id order by k.sort_at desc, k.article_id desc`)}) as articles,
  json_build_object(
    'totalCount', (select count(*)::int from statement t where t.story_id = (select id from s) and ${current('t')}),
    'nodes', ${list(`
      select 'statement_' || t.id as id, t.channel, t.stances, ${at('t.issued_at')} as "issuedAt", t.precision, t.language, t.summary,
        json_build_object('name', i.name, 'kind', i.kind, 'country', case when n.code is not null then json_build_object('code', n.code, 'name', n.name) end) as issuer,
        case when t.speaker_name is not null then json_build_object('name', t.speaker_name, 'role', t.speaker_role) end as speaker,
        case when ae.id is not null then json_build_object('__typename', 'Event', 'title', ae.title)
             when an.id is not null then json_build_object('__typename', 'Statement', 'summary', an.summary) end as answers,
        ${citations('t', 'c.url')} as citations
      from (
        select * from statement t where t.story_id = (select id from s) and ${current('t')} order by t.issued_at desc, t.id desc limit 50
      ) t join actor i on i.id = t.issuer_id left join country n on n.code = i.country_code
        left join event ae on ae.story_id = t.story_id and ae.id = t.answers_event_id and ae.moved_to is null ${known('ae')}
        left join statement an on an.story_id = t.story_id and an.id = t.answers_statement_id and an.moved_to is null ${known('an')}
      order by t.issued_at desc, t.id desc`)}) as statements,
  json_build_object(
    'totalCount', (select count(*)::int from ${response}),
    'nodes', ${list(`
      select json_build_object('name', i.name, 'kind', i.kind, 'country', case when i.country_code is not null then json_build_object('code', i.country_code) end) as actor,
        p.statement_count as "statementCount", ${stances} as stances, ${at('p.first_at')} as "firstAt", ${at('p.latest_at')} as "latestAt"
      from (select * from ${response} order by statement_count desc, issuer_id desc limit 100) p
        join actor i on i.id = p.issuer_id ${asOf ? 'left join stance k on k.issuer_id = p.issuer_id' : ''}
      order by p.statement_count desc, p.issuer_id desc`)}) as responses,
  json_build_object(
    'totalCount', (select count(*)::int from current_figure where metric = 'KILLED'),
    'nodes', ${list(`
      select 'figure_' || f.id as id, f.metric, f.value, f.min, f.max, f.at_least as "atLeast", f.official, ${at('f.reported_at')} as "reportedAt", f.precision,
        json_build_object('name', f.reporter_name) as reporter, ${citations('f', 'c.url')} as citations
      from (select * from current_figure where metric = 'KILLED' order by public_at desc, ordinal desc, id desc limit 30) f
      order by f.public_at desc, f.ordinal desc, f.id desc`)}) as figures,
  json_build_object(
    'totalCount', (select count(*)::int from claim c where c.story_id = (select id from s) and ${current('c')}),
    'nodes', ${list(`
      select 'claim_' || c.id as id, c.kind, c.proposition,
        coalesce(
          (select m.status from claim_assessment m where m.story_id = c.story_id and m.claim_root_id = c.root_id and m.moved_to is null ${known('m')}
           order by m.public_at desc, m.recorded_at desc, m.id desc limit 1),
          p.status) as status,
        p.positions
      from (
        select c.story_id, c.id, c.kind, c.proposition, c.public_at, c.root_id from claim c
        where c.story_id = (select id from s) and ${current('c')}
        order by c.public_at, c.id limit 30
      ) c, lateral (
        select
          case when bool_or(polarity = 'SUPPORTS') filter (where stands) and bool_or(polarity <> 'SUPPORTS') filter (where stands) then 'DISPUTED'
               when bool_and(polarity = 'DENIES') filter (where stands) then 'DENIED'
               when bool_or(polarity = 'DISPUTES') filter (where stands) then 'DISPUTED' else 'UNVERIFIED' end as status,
          json_build_object('totalCount', count(*)::int, 'nodes', coalesce(json_agg(json_build_object(
            'polarity', polarity, 'takenAt', ${at('taken_at')}, 'evidence', evidence, 'holder', json_build_object('name', name), 'basis',
            case when basis_article_id is not null then ${basisArticle(asOf)}
              else (select json_build_object('__typename', 'Statement') from statement b
                    where b.story_id = o.story_id and b.id = o.basis_statement_id and b.moved_to is null ${known('b')}) end)
            order by taken_at, id) filter (where number <= 5), '[]'::json)) as positions
        from (
          select p.*, h.name, ${stands('p')} as stands, row_number() over (order by p.taken_at, p.id) as number
          from position p join actor h on h.id = p.holder_id
          where p.story_id = c.story_id and p.claim_root_id = c.root_id and ${current('p')}
        ) o
      ) p order by c.public_at, c.id`)}) as claims
from s left join lateral (
  select headline, summary from story_revision r where r.story_id = s.id ${known('r')} order by r.public_at desc, r.recorded_at desc, r.id desc limit 1
) r on true, lateral (select ${asOf ? '$2 - s.last_activity' : 'now() - s.last_activity_at'} as age) age) x`;
}

const activity = `cross join lateral (
    select coalesce(min(first), s.public_at) as first, coalesce(max(last), s.public_at) as last from (
      select min(sort_at) as first, max(sort_at) as last from story_article t where t.story_id = s.id and moved_to is null and public_at <= $2
      union all select min(greatest(reported_at, occurred_at)), max(greatest(reported_at, occurred_at)) from event t where t.story_id = s.id and moved_to is null and public_at <= $2
      union all select min(reported_at), max(reported_at) from statement t where t.story_id = s.id and moved_to is null and public_at <= $2
      union all select min(reported_at), max(reported_at) from figure t where t.story_id = s.id and moved_to is null and public_at <= $2
      union all select min(reported_at), max(reported_at) from position t where t.story_id = s.id and moved_to is null and public_at <= $2
    ) t) a`;

/** What is summed up by actor: kept for now, computed for then, in one pass over the statements that stood. */
function responsesThen(standing: string): string {
  return `
), standing as materialized (
  select t.issuer_id, t.issued_at, t.stances from statement t where t.story_id = (select id from s) and ${standing}
), response as materialized (
  select issuer_id, count(*)::int as statement_count, min(issued_at) as first_at, max(issued_at) as latest_at from standing group by issuer_id
), stance as materialized (
  select issuer_id, json_agg(json_build_object('stance', stance, 'count', n) order by n desc, stance) as stances
  from (select issuer_id, stance, count(*)::int as n from standing, unnest(stances) stance group by issuer_id, stance) counted group by issuer_id`;
}

function citationKnown(asOf: boolean): string {
  return asOf ? 'and coalesce(c.public_at, (select d.public_at from article d where d.id = c.article_id), $2) <= $2' : '';
}

/** What the article said then: only where it was revised since does that stand in a version. */
function wording(asOf: boolean): string {
  if (!asOf) return 'a.title';
  return `case when a.revised_at > $2 then (
    select v.title from article_version v where v.article_id = a.id and (v.seen_at <= $2 or v.number = 1) order by v.number desc limit 1) else a.title end`;
}

function basisArticle(asOf: boolean): string {
  const value = `json_build_object('__typename', 'Article')`;
  return asOf ? `(select ${value} from article b where b.id = o.basis_article_id and b.public_at <= $2)` : value;
}

import { Actor } from '../actor/actor.entity';
import { Country } from '../country/country.entity';
import { factIsVisible, stands } from '../fact/fact.plan';
import { by, connection, embed, manyComputed, one, planOf, type Reading } from '../planner/plan';
import { and, raw, Row, type Sql, sql } from '../planner/sql';
import { Story } from '../story/story.entity';
import { CountryResponse, Response, StanceCount } from './dossier.types';

/** The statements of a story that count: public, neither corrected nor withdrawn. */
function counted(story: Row, reading: Reading): Sql {
  const statement = new Row('s');
  return and(sql`s.story_id = ${story}.id`, factIsVisible(statement, reading), stands(statement, reading));
}

/**
 * Sums up by issuer or country what was taken how often, the most frequent first. Each statement counts once under no stance beside its own, which gives the
 * number of statements in the same pass.
 *
 * @param taken  rows of `stance`, `n`, `first_at` and `latest_at`, grouped by the column and the stance
 */
function summedBy(column: 'issuer_id' | 'country_code', taken: Sql): Sql {
  return sql`
    select ${raw(column)}, max(n) filter (where stance is null) as statement_count, min(first_at) as first_at, max(latest_at) as latest_at,
      array_agg(stance order by n desc, stance) filter (where stance is not null) as stances,
      array_agg(n order by n desc, stance) filter (where stance is not null) as counts
    from (${taken}) taken group by 1`;
}

/** The responses of the issuers of each country, out of what is kept of each issuer. Most countries have one issuer, whose sums are theirs. */
function countriesNow(story: Row): Sql {
  const several = sql`
    select country_code, stance, sum(count)::int as n, min(first_at) as first_at, max(latest_at) as latest_at
    from response cross join unnest(array_append(stances, null), array_append(counts, statement_count)) kept (stance, count)
    where not is_alone group by 1, 2`;
  return sql`
    with response as materialized (
      select a.country_code, r.statement_count, r.first_at, r.latest_at, r.stances, r.counts, count(*) over (partition by a.country_code) = 1 as is_alone
      from story_response r join actor a on a.id = r.issuer_id where r.story_id = ${story}.id
    )
    select country_code, statement_count, first_at, latest_at, stances, counts from response where is_alone
    union all ${summedBy('country_code', several)}`;
}

/** The statements that counted then, summed up. */
function summedThen(column: 'issuer_id' | 'country_code', story: Row, reading: Reading): Sql {
  const issuer = raw(column === 'country_code' ? 'join actor a on a.id = s.issuer_id' : '');
  return summedBy(
    column,
    sql`
      select ${raw(column)}, stance, count(*)::int as n, min(s.issued_at) as first_at, max(s.issued_at) as latest_at
      from statement s ${issuer} cross join unnest(array_append(s.stances, null)) stance
      where ${counted(story, reading)} group by 1, 2`,
  );
}

/** The stances that were summed up, the most frequent first, each with how often it was taken. */
const STANCES = manyComputed(
  StanceCount,
  summed => sql`select * from unnest(${summed}.stances, ${summed}.counts) taken (stance, count)`,
  undefined,
  { some: summed => sql`${summed}.stances is not null` },
);

/** `Story.responses`: an actor a row, the most talkative first. Kept for now, computed for then. */
export const storyResponses = planOf(Story, {
  responses: connection(Response, {
    from: (story, reading, page) => {
      if (!reading.asOf) return sql`select * from story_response r where r.story_id = ${story}.id`;
      if (page) return summedThen('issuer_id', story, reading);
      return sql`select s.issuer_id, count(*)::int as statement_count from statement s where ${counted(story, reading)} group by 1`;
    },
    keyset: [by('statement_count', 'int'), by('issuer_id', 'uuid')],
  }),
});

/** How a response is read. */
export const responsePlan = planOf(
  Response,
  {
    actor: one(Actor, (response, actor) => sql`${actor}.id = ${response}.issuer_id`),
    stances: STANCES,
  },
  { key: 'issuer_id', raises: 'OWN' },
);

/** How a stance count is read. */
export const stanceCountPlan = planOf(StanceCount, {}, { key: 'stance', raises: 'OWN' });

/** `Story.responseMap`: a row for each of the 193 members and two observers of the United Nations, whether it spoke or not. */
export const storyResponseMap = planOf(Story, {
  responseMap: manyComputed(
    CountryResponse,
    (story, reading) => {
      return sql`
        select c.*, c.code as country_code, coalesce(r.statement_count, 0) as statement_count, r.first_at, r.stances, r.counts, m.last_checked_at,
          case when r.statement_count > 0 then 'RESPONDED' when m.last_checked_at is not null then 'NO_RESPONSE_SEEN' else 'NOT_MONITORED' end as status
        from country c
        left join (${reading.asOf ? summedThen('country_code', story, reading) : countriesNow(story)}) r on r.country_code = c.code
        left join (
          select o.country_code, max(c.at) as last_checked_at
          from source o join (${checks(story, reading)}) c on c.source_id = o.id group by o.country_code
        ) m on m.country_code = c.code
        where c.un_status is not null`;
    },
    response => sql`${response}.country_code`,
    { varying: (story, reading) => sql`(select max(c.at) from (${checks(story, reading)}) c)` },
  ),
});

/** When the official channels were read since the story began: the last time of each, or every time before the moment that is looked at. */
function checks(story: Row, { asOf }: Reading): Sql {
  if (!asOf) {
    return sql`
      select f.source_id, f.last_succeeded_at as at from source s join feed f on f.source_id = s.id
      where s.role = 'OFFICIAL_ISSUER' and f.last_succeeded_at >= ${story}.started_at`;
  }
  return sql`
    select f.source_id, p.at from source s join feed f on f.source_id = s.id join poll p on p.feed_id = f.id
    where s.role = 'OFFICIAL_ISSUER' and p.outcome in ('READ', 'NOT_MODIFIED', 'UNCHANGED') and p.at >= ${story}.started_at and p.at <= ${asOf}`;
}

/** How a country's response is read. */
export const countryResponsePlan = planOf(
  CountryResponse,
  {
    country: embed(Country),
    stances: STANCES,
  },
  { key: 'country_code', raises: 'OWN' },
);

import { Actor } from '../actor/actor.entity';
import { countryOf } from '../country/country.plan';
import { stands } from '../fact/fact.plan';
import { by, connection, manyComputed, one, planOf, type Reading } from '../planner/plan';
import { and, Row, type Sql, sql } from '../planner/sql';
import { Statement } from '../statement/statement.entity';
import { Story } from '../story/story.entity';
import { CountryResponse, Response, StanceCount } from './dossier.types';

/** The statements of a story that count: public, neither corrected nor withdrawn. */
function counted(story: Sql, reading: Reading): Sql {
  return and(
    sql`s.story_id = ${story} and s.moved_to is null`,
    reading.asOf && sql`s.public_at <= ${reading.asOf}`,
    stands(Statement, new Row('s'), reading),
  );
}

/** `Story.responses`: an actor a row, the most talkative first. */
export const storyResponses = planOf(Story, {
  responses: connection(Response, {
    from: (story, reading) => sql`
      select s.story_id, s.issuer_id, count(*)::int as statement_count, min(s.issued_at) as first_at, max(s.issued_at) as latest_at
      from statement s where ${counted(sql`${story}.id`, { asOf: reading.asOf, args: {} })} group by s.story_id, s.issuer_id`,
    keyset: [by('statement_count', 'int'), by('issuer_id', 'uuid')],
  }),
});

/** How a response is read. */
export const responsePlan = planOf(
  Response,
  {
    actor: one(Actor, (response, actor) => sql`${actor}.id = ${response}.issuer_id`),
    stances: manyComputed(
      StanceCount,
      (response, reading) => sql`
        select stance, count(*)::int as count from statement s, unnest(s.stances) stance
        where ${counted(sql`${response}.story_id`, reading)} and s.issuer_id = ${response}.issuer_id group by stance`,
      count => sql`${count}.count desc, ${count}.stance`,
    ),
  },
  { key: 'issuer_id' },
);

/** How a stance count is read. */
export const stanceCountPlan = planOf(StanceCount, {}, { key: 'stance' });

/** `Story.responseMap`: a row for each of the 193 members and two observers of the United Nations, whether it spoke or not. */
export const storyResponseMap = planOf(Story, {
  responseMap: manyComputed(
    CountryResponse,
    (story, reading) => {
      const polled = and(
        sql`o.role = 'OFFICIAL_ISSUER' and p.outcome in ('READ', 'NOT_MODIFIED') and p.at >= ${story}.started_at`,
        reading.asOf && sql`p.at <= ${reading.asOf}`,
      );
      return sql`
        select c.code as country_code, ${story}.id as story_id, coalesce(r.statement_count, 0) as statement_count, r.first_at, m.last_checked_at,
          case when r.statement_count > 0 then 'RESPONDED' when m.last_checked_at is not null then 'NO_RESPONSE_SEEN' else 'NOT_MONITORED' end as status
        from country c
        left join (
          select a.country_code, count(*)::int as statement_count, min(s.issued_at) as first_at
          from statement s join actor a on a.id = s.issuer_id where ${counted(sql`${story}.id`, reading)} group by a.country_code
        ) r on r.country_code = c.code
        left join (
          select o.country_code, max(p.at) as last_checked_at
          from source o join feed f on f.source_id = o.id join poll p on p.feed_id = f.id where ${polled} group by o.country_code
        ) m on m.country_code = c.code
        where c.un_status is not null`;
    },
    response => sql`${response}.country_code`,
  ),
});

/** How a country's response is read. */
export const countryResponsePlan = planOf(
  CountryResponse,
  {
    country: countryOf(response => sql`${response}.country_code`),
    stances: manyComputed(
      StanceCount,
      (response, reading) => sql`
        select stance, count(*)::int as count from statement s join actor a on a.id = s.issuer_id, unnest(s.stances) stance
        where ${counted(sql`${response}.story_id`, reading)} and a.country_code = ${response}.country_code group by stance`,
      count => sql`${count}.count desc, ${count}.stance`,
    ),
  },
  { key: 'country_code' },
);

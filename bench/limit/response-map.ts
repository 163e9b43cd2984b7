import { at } from './moment';

/** A row for every country: $1 is the slug. */
export const responseMapSql = `
with s as materialized (
  select s.id, s.started_at from story s
  where s.id = (select case when f.merged_into is null then f.id else newsgraph_story_now(f.id) end
                from story_alias a join story f on f.id = a.story_id where a.alias = $1)
    and s.merged_into is null
), response as materialized (
  select a.country_code, r.first_at, r.stances, r.counts from story_response r join actor a on a.id = r.issuer_id where r.story_id = (select id from s)
), summed as (
  select country_code, min(first_at) as first_at from response group by country_code
), stance as (
  select country_code, json_agg(json_build_object('stance', stance, 'count', n) order by n desc, stance) as stances
  from (select country_code, stance, sum(count)::int as n from response, unnest(stances, counts) kept (stance, count) group by country_code, stance) counted
  group by country_code
), checked as (
  select o.country_code, max(f.last_succeeded_at) as at from source o join feed f on f.source_id = o.id
  where o.role = 'OFFICIAL_ISSUER' and f.last_succeeded_at >= (select started_at from s) group by o.country_code
)
select json_build_object('responseMap', coalesce(json_agg(x), '[]'::json))::text from (
  select json_build_object('code', c.code, 'name', c.name) as country,
    case when r.country_code is not null then 'RESPONDED' when m.at is not null then 'NO_RESPONSE_SEEN' else 'NOT_MONITORED' end as status,
    coalesce(k.stances, '[]'::json) as stances, ${at('r.first_at')} as "firstAt", ${at('m.at')} as "lastCheckedAt"
  from country c left join summed r on r.country_code = c.code left join stance k on k.country_code = c.code left join checked m on m.country_code = c.code
  where c.un_status is not null order by c.code
) x having exists (select from s)`;

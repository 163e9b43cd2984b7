import { at, cursor, milliseconds } from './moment';

const current = 't.moved_to is null and t.corrected_at is null';

/** The first page of a story's chronology: $1 is the slug, $2 how many. Each kind brings a page by index, with what its node shows. */
export function timelineSql(tag: string): string {
  return `
with s as materialized (
  select s.id from story s
  where s.id = (select case when f.merged_into is null then f.id else newsgraph_story_now(f.id) end
                from story_alias a join story f on f.id = a.story_id where a.alias = $1)
    and s.merged_into is null
)
select json_build_object('timeline', json_build_object(
  'edges', coalesce(json_agg(json_build_object('cursor', cursor, 'node', node) order by number) filter (where number <= $2), '[]'::json),
  'pageInfo', json_build_object('hasNextPage', count(*) > $2, 'endCursor', max(cursor) filter (where number = least($2, total)))))::text
from (
  select t.number, t.total, ${cursor(tag, milliseconds('t.at'), 't.ordinal', 't.id')} as cursor,
    case t.type
      when 'Event' then json_build_object('__typename', t.type, 'title', t.text, 'occurredAt', ${at('t.shown_at')}, 'kind', t.word)
      when 'Statement' then json_build_object('__typename', t.type, 'summary', t.text, 'issuedAt', ${at('t.shown_at')}, 'issuer', json_build_object('name', i.name))
      when 'Figure' then json_build_object('__typename', t.type, 'metric', t.word, 'value', t.value, 'reportedAt', ${at('t.shown_at')}, 'reporter', json_build_object('name', t.text))
      else json_build_object('__typename', t.type, 'title', t.text, 'publishedAt', ${at('t.shown_at')}, 'source', json_build_object('name', o.name)) end as node
  from (
    select t.*, row_number() over (order by t.at, t.ordinal, t.id) as number, count(*) over () as total from (
      select * from (
        (select 'Event' as type, t.id, t.occurred_by as at, 0 as ordinal, t.title as text, t.occurred_at as shown_at, t.kind as word, null::int as value, null::uuid as who
         from event t where t.story_id = (select id from s) and ${current} order by t.occurred_by, t.id limit $2 + 1)
        union all
        (select 'Statement', t.id, t.public_at, 0, t.summary, t.issued_at, null, null, t.issuer_id
         from statement t where t.story_id = (select id from s) and ${current} order by t.public_at, t.id limit $2 + 1)
        union all
        (select 'Figure', t.id, t.public_at, t.ordinal, t.reporter_name, t.reported_at, t.metric, t.value, null
         from figure t where t.story_id = (select id from s) and ${current} order by t.public_at, t.ordinal, t.id limit $2 + 1)
        union all
        (select 'Article', t.article_id, t.public_at, 0, t.title, t.published_at, null, null, t.source_id
         from story_article t where t.story_id = (select id from s) and t.moved_to is null order by t.public_at, t.article_id limit $2 + 1)
      ) t order by t.at, t.ordinal, t.id limit $2 + 1
    ) t
  ) t left join actor i on i.id = t.who and t.type = 'Statement' left join source o on o.id = t.who and t.type = 'Article'
) x having exists (select from s)`;
}

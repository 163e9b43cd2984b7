import { at, cursor, milliseconds } from './moment';

/** The front page: $1 is how many stories. */
export function listSql(tag: string): string {
  return `
select json_build_object('edges', coalesce(json_agg(json_build_object('cursor', cursor, 'node', node) order by number) filter (where number <= $1), '[]'::json),
  'pageInfo', json_build_object('hasNextPage', count(*) > $1, 'hasPreviousPage', false,
    'startCursor', min(cursor) filter (where number = 1), 'endCursor', max(cursor) filter (where number = least($1, total))))::text
from (
  select s.number, s.total, ${cursor(tag, milliseconds('s.last_activity_at'), 's.id')} as cursor, case when s.number <= $1 then json_build_object(
    'id', 'story_' || s.id, 'slug', s.slug,
    'headline', coalesce((select r.headline from story_revision r where r.story_id = s.id order by r.public_at desc, r.recorded_at desc, r.id desc limit 1), s.slug),
    'status', case when now() - s.last_activity_at <= interval '12 hours' then 'BREAKING' when now() - s.last_activity_at <= interval '3 days' then 'DEVELOPING'
      when now() - s.last_activity_at <= interval '14 days' then 'ONGOING' else 'QUIET' end,
    'lastActivityAt', ${at('s.last_activity_at')},
    'coverage', (
      select json_build_object('articleCount', count(*)::int, 'sourceCount', count(distinct k.source_id)::int, 'languageCount', count(distinct k.language)::int,
        'countryCount', count(distinct k.country_code)::int, 'originCount', count(distinct k.origin_id)::int)
      from story_article k where k.story_id = s.id and k.moved_to is null),
    'articles', json_build_object('nodes', (
      select coalesce(json_agg(z), '[]'::json) from (
        select k.title, k.url, ${at('k.published_at')} as "publishedAt", json_build_object('name', o.name) as source
        from (select * from story_article k where k.story_id = s.id and k.moved_to is null order by k.sort_at desc, k.article_id desc limit 3) k
        join source o on o.id = k.source_id order by k.sort_at desc, k.article_id desc) z)),
    'statements', json_build_object('nodes', (
      select coalesce(json_agg(z), '[]'::json) from (
        select t.summary, ${at('t.issued_at')} as "issuedAt", json_build_object('name', i.name) as issuer, t.stances
        from (
          select * from statement t where t.story_id = s.id and t.moved_to is null
            and t.corrected_at is null
          order by t.issued_at desc, t.id desc limit 3
        ) t join actor i on i.id = t.issuer_id order by t.issued_at desc, t.id desc) z))) end as node
  from (
    select s.*, row_number() over (order by s.last_activity_at desc, s.id desc) as number, count(*) over () as total
    from (select * from story s where s.merged_into is null order by s.last_activity_at desc, s.id desc limit $1 + 1) s
  ) s
) x`;
}

/** A page of all articles, the newest first: $1 is how many, behind the moment $2 and the key $3. */
export function pageSql(tag: string): string {
  return `
select json_build_object('edges', coalesce(json_agg(json_build_object('cursor', cursor, 'node', node) order by number) filter (where number <= $1), '[]'::json),
  'pageInfo', json_build_object('hasNextPage', count(*) > $1, 'endCursor', max(cursor) filter (where number = least($1, total))))::text
from (
  select a.number, a.total, ${cursor(tag, milliseconds('a.sort_at'), 'a.id')} as cursor, json_build_object(
    'id', 'article_' || a.id, 'title', a.title, 'url', a.url, 'publishedAt', ${at('a.published_at')}, 'firstSeenAt', ${at('a.first_seen_at')}, 'language', a.language,
    'source', json_build_object('name', o.name),
    'story', (
      select json_build_object('slug', s.slug) from story s where s.merged_into is null and s.id = (
        select k.story_id from story_article k where k.article_id = a.id and k.moved_to is null order by k.recorded_at, k.story_id limit 1))) as node
  from (
    select a.*, row_number() over (order by a.sort_at desc, a.id desc) as number, count(*) over () as total
    from (
      select a.id, a.title, a.url, a.published_at, a.first_seen_at, a.language, a.source_id, a.sort_at
      from article a where (a.sort_at, a.id) < ($2, $3) order by a.sort_at desc, a.id desc limit $1 + 1
    ) a
  ) a join source o on o.id = a.source_id
) x`;
}

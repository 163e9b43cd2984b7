import { at, cursor } from './moment';

/** The best of what fits: $1 are the words, $2 how many. */
export function searchSql(tag: string): string {
  const query = `(select q from query)`;
  const branch = (type: string, id: string, text: string, columns: string, from: string, where: string): string => `
    (select '${type}' as type, ${id} as id, ts_rank(t.search, ${query}) as score, ${text} as text, ${columns}
     from ${from} where t.search @@ ${query} and ${where} order by 3 desc, 2 desc limit $2 + 1)`;
  return `
with query as materialized (select websearch_to_tsquery('newsgraph', $1) as q)
select json_build_object(
  'edges', coalesce(json_agg(json_build_object('cursor', cursor, 'score', score, 'highlight', highlight, 'node', node) order by number) filter (where number <= $2), '[]'::json),
  'pageInfo', json_build_object('hasNextPage', count(*) > $2, 'endCursor', max(cursor) filter (where number = least($2, total))))::text
from (
  select h.number, h.total, h.score, ${cursor(tag, 'h.score', 'h.id')} as cursor,
    case when h.number <= $2 then ts_headline('newsgraph', replace(replace(replace(h.text, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), ${query},
      'StartSel=<mark>, StopSel=</mark>, MaxWords=30, MinWords=12, MaxFragments=2, FragmentDelimiter=" … "') end as highlight,
    case h.type
      when 'Story' then json_build_object('__typename', h.type, 'slug', h.link, 'headline', h.title)
      when 'Article' then json_build_object('__typename', h.type, 'title', h.title, 'url', h.link, 'publishedAt', ${at('h.shown_at')})
      when 'Statement' then json_build_object('__typename', h.type, 'summary', h.title, 'issuedAt', ${at('h.shown_at')})
      else json_build_object('__typename', h.type, 'title', h.title, 'occurredAt', ${at('h.shown_at')}) end as node
  from (
    select h.*, row_number() over (order by h.score desc, h.id desc) as number, count(*) over () as total from (
      select * from (
        ${branch(
          'Story',
          't.story_id',
          `t.headline || '. ' || t.summary`,
          't.headline as title, s.slug as link, null::timestamptz as shown_at',
          'story_revision t join story s on s.id = t.story_id',
          `s.merged_into is null
           and t.id = (select l.id from story_revision l where l.story_id = t.story_id order by l.public_at desc, l.recorded_at desc, l.id desc limit 1)`,
        )}
        union all
        ${branch('Article', 't.id', `t.title || coalesce('. ' || t.summary, '')`, 't.title, t.url, t.published_at', 'article t', 'true')}
        union all
        ${branch(
          'Statement',
          't.id',
          't.summary',
          't.summary, null, t.issued_at',
          'statement t',
          't.moved_to is null and t.corrected_at is null',
        )}
        union all
        ${branch(
          'Event',
          't.id',
          `t.title || coalesce('. ' || t.summary, '')`,
          't.title, null, t.occurred_at',
          'event t',
          't.moved_to is null and t.corrected_at is null',
        )}
      ) h order by h.score desc, h.id desc limit $2 + 1
    ) h
  ) h
) x`;
}

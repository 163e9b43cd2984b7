import { Article } from '../article/article.entity';
import { Event } from '../event/event.entity';
import { factIsVisible, isCurrent } from '../fact/fact.plan';
import { Figure } from '../figure/figure.entity';
import { type Branch, by, connection, type PageRequest, planOf, type Reading, type TypeClass } from '../planner/plan';
import { and, join, type Parameter, raw, Row, type Sql, sql } from '../planner/sql';
import { Statement } from '../statement/statement.entity';
import { Story } from '../story/story.entity';

interface TimelineArguments {
  kinds?: Parameter;
  by?: Parameter;
}

type TimelineReading = Reading<TimelineArguments>;

/** What a timeline holds: the kind as clients name it, the table, when a row of it takes its place, and its key. */
const KINDS: [kind: string, type: TypeClass, table: string, at: string, ordinal: string, key: string][] = [
  ['EVENT', Event, 'event', 't.occurred_by', '0::int', 't.id'],
  ['STATEMENT', Statement, 'statement', 't.public_at', '0::int', 't.id'],
  ['FIGURE', Figure, 'figure', 't.public_at', 't.ordinal', 't.id'],
  ['ARTICLE', Article, 'story_article', 't.public_at', '0::int', 't.article_id'],
];

const CARD: ReadonlySet<string> = new Set(['title', 'url', 'language', 'source_id', 'published_at', 'sort_at', 'public_at']);

/**
 * `Story.timeline`: one chronology, oldest first. What is known only to the day stands at the end of that day, since nothing says that it was earlier;
 * figures of one moment stand in their order of appearance. By the time of publication, events stand where they became known. Each kind brings at most
 * one page, so a page costs the same at any depth, and what is shown comes along.
 */
export const storyTimeline = planOf(Story, {
  timeline: connection<TimelineArguments>(undefined, {
    from: (story, reading, page) => join(KINDS.map(kind => sql`(${branch(kind, story, reading, page)})`), ' union all '), // prettier-ignore
    keyset: reading => [by(placeOf(reading), 'timestamptz'), by('ordinal', 'int'), by('id', 'uuid')],
    direction: 'asc',
    node: KINDS.map(([kind, target]): Branch => {
      return {
        target,
        carries: column => (target === Article ? cardColumn(column) : sql`t.${raw(column)}`),
        when: row => sql`${row}.kind = ${kind}`,
        on: (row, found) =>
          target === Article ? sql`${found}.id = ${row}.id` : sql`${found}.story_id = ${row}.story_id and ${found}.id = ${row}.id`,
      };
    }),
  }),
});

/** Under what name the time lies by which the list is ordered: a cursor belongs to one order. */
function placeOf({ args }: TimelineReading): 'at' | 'public_at' {
  return args.by?.known === 'PUBLISHED' ? 'public_at' : 'at';
}

/** Where the card of an article, kept with its story, has a column of the article. */
function cardColumn(column: string): Sql | undefined {
  if (column === 'id') return sql`t.article_id`;
  return CARD.has(column) ? sql`t.${raw(column)}` : undefined;
}

function branch(
  [kind, type, table, happened, ordinal, key]: (typeof KINDS)[number],
  story: Row,
  reading: TimelineReading,
  page?: PageRequest,
): Sql {
  const { args } = reading;
  const row = new Row('t');
  const place = placeOf(reading);
  const at = place === 'public_at' ? 't.public_at' : happened;
  const keys = [at, ordinal, key].map(raw);
  const where = and(
    sql`t.story_id = ${story}.id`,
    args.kinds && sql`${kind} = any(${args.kinds})`,
    factIsVisible(row, reading),
    type !== Article && isCurrent(row, reading),
    page?.within(keys),
  );
  const columns = sql`${kind}::text as kind, t.story_id, ${raw(key)} as id, ${raw(at)} as ${raw(place)}, ${raw(ordinal)} as ordinal`;
  const source = sql`from ${raw(table)} t where ${where}`;
  if (!page) return sql`select ${columns} ${source}`;
  return sql`select ${columns}${page.carried(type)} ${source} order by ${page.order(keys)} limit ${page.limit}`;
}

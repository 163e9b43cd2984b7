import { Article } from '../article/article.entity';
import { matches } from '../article/article.plan';
import type { ArticleFilter } from '../article/article.filter';
import { isOneOf } from '../country/country.plan';
import { decodeNodeId } from '../platform/ids';
import type { Shaped } from '../planner/argument';
import { by, connection, expression, first, many, one, planOf, type Reading } from '../planner/plan';
import { and, type Parameter, raw, type Row, type Sql, sql } from '../planner/sql';
import { isSelected } from '../source/source.plan';
import { Story, StoryRevision } from './story.entity';
import type { StoryFilter, StoryOrder } from './story.filter';

/** Where the activity of a story lies: table, and the time at which a row of it counts. */
const ACTIVITY = [
  ['story_article', 't.sort_at'],
  ['event', 'greatest(t.reported_at, t.occurred_at)'],
  ['statement', 't.reported_at'],
  ['figure', 't.reported_at'],
  ['position', 't.reported_at'],
] as const;

/** How a story is read; not before anything of it was public, and not once it was merged into another. */
export const storyPlan = planOf(
  Story,
  {
    headline: expression((story, reading) => sql`coalesce(${textAt(story, 'headline', reading)}, ${story}.slug)`),
    summary: expression((story, reading) => sql`coalesce(${textAt(story, 'summary', reading)}, '')`),
    startedAt: expression((_, __, active) => sql`${active}.started_at`, { beside: activityThen }),
    lastActivityAt: expression((_, __, active) => sql`${active}.last_activity_at`, { beside: activityThen }),
    status: expression((_, reading, active) => status(sql`${active}.last_activity_at`, reading), {
      beside: activityThen,
      varying: (story, reading) => (reading.asOf ? undefined : status(sql`${story}.last_activity_at`, reading)),
    }),
    revisions: many(
      StoryRevision,
      (story, revision) => sql`${revision}.story_id = ${story}.id`,
      revision => sql`${revision}.public_at, ${revision}.recorded_at, ${revision}.id`,
    ),
    articles: connection<{ filter?: Shaped<ArticleFilter> }>(Article, {
      from: (story, { args, asOf }, page) => {
        const told = isToldBy(sql`${story}.id`, asOf);
        const keys = sql`k.sort_at as card_sort_at, k.article_id as card_article_id`;
        if (args.filter) return sql`select a.*, ${keys} from story_article k join article a on a.id = k.article_id where ${told}`;
        if (!page) return sql`select k.public_at, ${keys} from story_article k where ${told}`;
        const ordered = [sql`k.sort_at`, sql`k.article_id`];
        const cards = sql`select * from story_article k where ${and(told, page.within(ordered))} order by ${page.order(ordered)} limit ${page.limit}`;
        return sql`select a.*, ${keys} from (${cards}) k join article a on a.id = k.article_id`;
      },
      where: (_, article, reading) => matches(article, reading),
      keyset: [by('card_sort_at', 'timestamptz'), by('card_article_id', 'uuid')],
    }),
  },
  { raises: 'OWN', visible: (story, { asOf }) => and(sql`${story}.merged_into is null`, asOf && sql`${story}.public_at <= ${asOf}`) },
);

/** How a revision is read; not before it held. */
export const storyRevisionPlan = planOf(
  StoryRevision,
  {},
  { raises: 'OWN', visible: (revision, { asOf }) => and(asOf && sql`${revision}.public_at <= ${asOf}`) },
);

/** `Query.story` and `Query.stories`. */
export const storyQueries = planOf('Query', {
  story: one<{ slug: Parameter }>(Story, (_, story, { args }) => sql`${story}.id = ${storyOf(args.slug)}`, version),
  stories: connection<{ filter?: Shaped<StoryFilter>; orderBy?: Shaped<StoryOrder> }>(Story, {
    where: (_, story, reading) => passes(story, reading.args.filter, reading),
    keyset: ({ args, asOf }) => {
      const column = args.orderBy?.field?.known === 'STARTED_AT' ? 'started_at' : 'last_activity_at';
      return [{ read: story => activity(story, column, { asOf, args }), type: 'timestamptz' }, by('id', 'uuid')];
    },
    direction: ({ args }) => (args.orderBy?.direction?.known === 'ASC' ? 'asc' : 'desc'),
    version,
  }),
});

/** It stays for as long as nothing changes that an answer about the story may show; a slug may come to lead to another story, so it names the story. */
function version(story: Row): Sql {
  return sql`${story}.id || '.' || ${story}.version || '.' || (select d.version from directory d)`;
}

/** `Article.story`: the story that it tells; the one that it was put into first where there are several. */
export const articleStory = planOf(Article, {
  story: first(
    Story,
    (article, story) => sql`${story}.id = (
      select k.story_id from story_article k where k.article_id = ${article}.id and k.moved_to is null
      order by k.recorded_at, k.story_id limit 1)`,
  ),
});

/** The key of the story that a selector means: a slug or an id, those of merged stories included. */
export function storyOf(selector: Parameter): Sql {
  const key = selector.map('story', 'uuid', (value: string) => {
    const id = decodeNodeId(value);
    return id?.type === 'Story' ? id.uuid : null;
  });
  return whereItWent(sql`coalesce((select a.story_id from story_alias a where a.alias = ${selector}), ${key})`);
}

/** The key of the story that this one was merged into, through any number of mergers; its own where it was not. */
export function whereItWent(key: Sql): Sql {
  return sql`(select case when s.merged_into is null then s.id else newsgraph_story_now(s.id) end from story s where s.id = ${key})`;
}

/** The card `k` is of an article that tells the story, public at the moment that is looked at. */
export function isToldBy(storyId: Sql, asOf: Reading['asOf']): Sql {
  return and(sql`k.story_id = ${storyId} and k.moved_to is null`, asOf && sql`k.public_at <= ${asOf}`);
}

function passes(story: Row, filter: Shaped<StoryFilter> | undefined, reading: Reading): Sql {
  const { asOf } = reading;
  const lastActivityAt = activity(story, 'last_activity_at', reading);
  const told = and(
    isToldBy(sql`${story}.id`, asOf),
    filter?.sources && isSelected(sql`k.source_id`, filter.sources),
    filter?.countries && isOneOf(sql`k.country_code`, filter.countries),
    filter?.languages && sql`k.language = any(${filter.languages})`,
  );
  return and(
    filter?.statuses && sql`${status(lastActivityAt, reading)} = any(${filter.statuses})`,
    filter?.activeFrom && sql`${lastActivityAt} >= ${filter.activeFrom}`,
    filter?.activeBefore && sql`${lastActivityAt} < ${filter.activeBefore}`,
    (filter?.sources ?? filter?.countries ?? filter?.languages) && sql`exists (select from story_article k where ${told})`,
  );
}

/** The text of the latest revision that held. */
function textAt(story: Row, column: 'headline' | 'summary', { asOf }: Reading): Sql {
  return sql`(
    select r.${raw(column)} from story_revision r where ${and(sql`r.story_id = ${story}.id`, asOf && sql`r.public_at <= ${asOf}`)}
    order by r.public_at desc, r.recorded_at desc, r.id desc limit 1)`;
}

/** When the first and the last of its articles and facts was reported, computed for then; for now the story keeps both. */
function activityThen(story: Row, { asOf }: Reading): Sql | undefined {
  if (!asOf) return undefined;
  const times = ACTIVITY.map(
    ([table, time]) =>
      sql`select min(${raw(time)}) as first, max(${raw(time)}) as last from ${raw(table)} t
        where t.story_id = ${story}.id and t.moved_to is null and t.public_at <= ${asOf}`,
  );
  const all = times.reduce((left, right) => sql`${left} union all ${right}`);
  return sql`
    select coalesce(min(first), ${story}.public_at) as started_at, coalesce(max(last), ${story}.public_at) as last_activity_at
    from (${all}) activity`;
}

/** One of the two times as a value, where a list is ordered or filtered by it. */
function activity(story: Row, column: 'started_at' | 'last_activity_at', reading: Reading): Sql {
  const then = activityThen(story, reading);
  return then ? sql`(select a.${raw(column)} from (${then}) a)` : sql`${story}.${raw(column)}`;
}

function status(lastActivityAt: Sql, { asOf }: Reading): Sql {
  const age = sql`${asOf ?? raw('now()')} - ${lastActivityAt}`;
  return sql`case
    when ${age} <= interval '12 hours' then 'BREAKING'
    when ${age} <= interval '3 days' then 'DEVELOPING'
    when ${age} <= interval '14 days' then 'ONGOING'
    else 'QUIET' end`;
}

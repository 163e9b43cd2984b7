import { isOneOf } from '../country/country.plan';
import type { Shaped } from '../planner/argument';
import { by, connection, embed, expression, many, manyComputed, one, planOf, type Reading } from '../planner/plan';
import { and, raw, type Row, type Sql, sql } from '../planner/sql';
import { Source } from '../source/source.entity';
import { isSelected } from '../source/source.plan';
import { Article, ArticleMentions, ArticleVersion, ReportedFigure, TextChange } from './article.entity';
import type { ArticleFilter } from './article.filter';

/** How an article is read; not before it was public. */
export const articlePlan = planOf(
  Article,
  {
    source: one(Source, (article, source) => sql`${source}.id = ${article}.source_id`),
    title: expression((article, reading) => wording(article, 'title', reading)),
    summary: expression((article, reading) => wording(article, 'summary', reading)),
    revisedAt: expression((article, { asOf }) => {
      return asOf ? sql`case when ${article}.revised_at <= ${asOf} then ${article}.revised_at end` : sql`${article}.revised_at`;
    }),
    mentions: embed(ArticleMentions, (article, reading) => and(sql`${article}.mentions is not null`, isUnrevised(article, reading))),
    reportedFigures: manyComputed(
      ReportedFigure,
      (article, reading) => sql`
        select n, f->>'metric' as metric, (f->>'value')::int as value, (f->>'min')::int as min, (f->>'max')::int as max,
          coalesce((f->>'atLeast')::boolean, false) as at_least
        from jsonb_array_elements(coalesce(${article}.reported_figures, '[]'::jsonb)) with ordinality e(f, n)
        where ${isUnrevised(article, reading)}`,
      figure => sql`${figure}.n`,
    ),
    versions: many(
      ArticleVersion,
      (article, version) => sql`${version}.article_id = ${article}.id`,
      version => sql`${version}.number`,
    ),
  },
  { raises: 'ALL_THAT_SHOW_IT', visible: (article, { asOf }) => and(asOf && sql`${article}.public_at <= ${asOf}`) },
);

/** How the wording of an article is read; only the first may be older than the moment when it was seen. */
export const articleVersionPlan = planOf(
  ArticleVersion,
  {
    changes: manyComputed(
      TextChange,
      version => sql`
        select n, c->>'part' as part, c->>'removed' as removed, c->>'added' as added
        from jsonb_array_elements(${version}.changes) with ordinality e(c, n)`,
      change => sql`${change}.n`,
    ),
  },
  { key: 'number', visible: (version, { asOf }) => and(asOf && sql`(${version}.seen_at <= ${asOf} or ${version}.number = 1)`) },
);

/** Words that changed. */
export const textChangePlan = planOf(TextChange, {}, { key: 'n' });

/** The names in an article, out of its `mentions`. */
export const articleMentionsPlan = planOf(
  ArticleMentions,
  Object.fromEntries(
    ['countries', 'organisations', 'people'].map(name => [
      name,
      expression(article => sql`coalesce(${article}.mentions->${name}, '[]'::jsonb)`),
    ]),
  ),
);

/** The numbers in an article. */
export const reportedFigurePlan = planOf(ReportedFigure, {}, { key: 'n' });

/** `Query.articles`. */
export const articleQueries = planOf('Query', {
  articles: connection<ArticleArguments>(Article, {
    where: (_, article, reading) => matches(article, reading),
    keyset: [by('sort_at', 'timestamptz'), by('id', 'uuid')],
  }),
});

/** `Source.articles`. */
export const sourceArticles = planOf(Source, {
  articles: connection<ArticleArguments>(Article, {
    where: (source, article, reading) => and(sql`${article}.source_id = ${source}.id`, matches(article, reading)),
    keyset: [by('sort_at', 'timestamptz'), by('id', 'uuid')],
  }),
});

interface ArticleArguments {
  filter?: Shaped<ArticleFilter>;
}

/** The article passes the filter. */
export function matches(article: Row, { args: { filter } }: Reading<ArticleArguments>): Sql {
  return and(
    filter?.sources && isSelected(sql`${article}.source_id`, filter.sources),
    filter?.countries && sql`${article}.source_id in (select s.id from source s where ${isOneOf(sql`s.country_code`, filter.countries)})`,
    filter?.languages && sql`${article}.language = any(${filter.languages})`,
    filter?.publishedFrom && sql`${article}.sort_at >= ${filter.publishedFrom}`,
    filter?.publishedBefore && sql`${article}.sort_at < ${filter.publishedBefore}`,
    filter?.syndicated !== undefined && sql`(${article}.syndicated_from is not null) = ${raw(String(filter.syndicated))}`,
  );
}

/** The article reads today as it read at that moment. What it names and counts is kept for its latest wording only. */
function isUnrevised(article: Row, { asOf }: Reading): Sql {
  return asOf ? sql`coalesce(${article}.revised_at <= ${asOf}, true)` : sql`true`;
}

/** What the article said at that moment; where it was first seen later, its first wording. Most articles were not revised since, and are their own latest version. */
function wording(article: Row, column: 'title' | 'summary', reading: Reading): Sql {
  const { asOf } = reading;
  const latest = sql`${article}.${raw(column)}`;
  if (!asOf) return latest;
  return sql`case when ${isUnrevised(article, reading)} then ${latest} else (
    select v.${raw(column)} from article_version v where v.article_id = ${article}.id and (v.seen_at <= ${asOf} or v.number = 1)
    order by v.number desc limit 1) end`;
}

import { Article } from '../article/article.entity';
import { expression, type FieldPlan, first, many, one, oneOf, planOf, type Reading, type TypeClass } from '../planner/plan';
import { snakeCase } from '../planner/snake-case';
import { and, raw, type Row, type Sql, sql } from '../planner/sql';
import { Story } from '../story/story.entity';
import { Citation } from './citation.entity';
import { Retraction } from './retraction.entity';

/** The moment that is looked at; undefined means now. */
type Moment = Pick<Reading, 'asOf'>;

/** How a citation is read; not before its document was public, where that is known. */
export const citationPlan = planOf(
  Citation,
  {
    article: one(Article, (citation, article) => sql`${article}.id = ${citation}.article_id`),
    quote: expression(
      citation => sql`(
        select substring(v.text from ${citation}.span_start + 1 for ${citation}.span_end - ${citation}.span_start)
        from article_version v where v.article_id = ${citation}.article_id and v.number = ${citation}.version)`,
    ),
  },
  {
    raises: 'OWN',
    visible: (citation, { asOf }) =>
      and(
        asOf &&
          sql`coalesce(${citation}.public_at, (select a.public_at from article a where a.id = ${citation}.article_id), ${asOf}) <= ${asOf}`,
      ),
  },
);

/** How a retraction is read; not before it was made, nor once it was undone. */
export const retractionPlan = planOf(
  Retraction,
  { at: expression(retraction => sql`${retraction}.retracted_at`) },
  {
    raises: 'OWN',
    visible: (retraction, { asOf }) => and(sql`${retraction}.moved_to is null`, asOf && sql`${retraction}.retracted_at <= ${asOf}`),
  },
);

/** How the fields that all facts share are read. */
export function factFields(type: TypeClass): Record<string, FieldPlan> {
  const always = (): Sql => sql`true`;
  return {
    story: one(Story, (fact, story) => sql`${story}.id = ${fact}.story_id`),
    supersedes: oneOf({
      target: type,
      when: fact => sql`${fact}.supersedes_id is not null`,
      on: (fact, older) => sql`${older}.story_id = ${fact}.story_id and ${older}.id = ${fact}.supersedes_id`,
    }),
    supersededBy: oneOf({
      target: type,
      when: always,
      on: (fact, newer) => sql`${newer}.story_id = ${fact}.story_id and ${newer}.supersedes_id = ${fact}.id`,
    }),
    retraction: first(
      Retraction,
      (fact, retraction) => sql`${retraction}.story_id = ${fact}.story_id and ${retraction}.fact_id = ${fact}.id`,
      retraction => sql`${retraction}.retracted_at`,
    ),
    citations: many(
      Citation,
      (fact, citation) => sql`${citation}.story_id = ${fact}.story_id and ${citation}.fact_id = ${fact}.id`,
      citation => sql`${citation}.ordinal`,
    ),
  };
}

/** The keys of a row and of those that it corrects: what was said about an earlier wording counts for the latest one. */
export function wordingsOf(type: TypeClass, row: Row): Sql {
  const table = raw(snakeCase(type.name));
  return sql`case when ${row}.supersedes_id is null then array[${row}.id]
    else array(select w.id from ${table} w where w.story_id = ${row}.story_id and w.key = ${row}.key) end`;
}

/** What every access to a fact must hold: that it was public, and that it is still kept in this story. */
export function factIsVisible(fact: Row, { asOf }: Moment): Sql {
  return and(sql`${fact}.moved_to is null`, asOf && sql`${fact}.public_at <= ${asOf}`);
}

/** The row was not corrected by a later one; lists show only the latest wording. */
export function isCurrent(fact: Row, { asOf }: Moment): Sql {
  return stillOpen(sql`${fact}.corrected_at`, asOf);
}

/** The fact stands: neither corrected nor withdrawn. Only such facts count in sums. */
export function stands(fact: Row, reading: Moment): Sql {
  return and(isCurrent(fact, reading), stillOpen(sql`${fact}.withdrawn_at`, reading.asOf));
}

function stillOpen(closed: Sql, asOf: Reading['asOf']): Sql {
  return asOf ? sql`(${closed} is null or ${closed} > ${asOf})` : sql`${closed} is null`;
}

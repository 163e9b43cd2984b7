import { countryOf } from '../country/country.plan';
import { computed, type Many, manyComputed, planOf, type TypeClass } from '../planner/plan';
import { raw, type Row, type Sql, sql } from '../planner/sql';
import { Story } from '../story/story.entity';
import { isToldBy } from '../story/story.plan';
import { Coverage, CoverageByCountry, CoverageByHour, CoverageByLanguage } from './dossier.types';

/** `Story.coverage`: out of the cards of its articles. */
export const storyCoverage = planOf(Story, {
  coverage: computed(
    Coverage,
    (story, reading) => sql`
      select ${story}.id as story_id, count(*)::int as article_count, count(distinct k.source_id)::int as source_count,
        count(distinct k.language)::int as language_count, count(distinct k.country_code)::int as country_count,
        count(distinct k.origin_id)::int as origin_count
      from story_article k where ${isToldBy(sql`${story}.id`, reading.asOf)}`,
  ),
});

/** The articles grouped by what `group` says of them, where it says anything. */
function groupedBy(type: TypeClass, group: Sql, name: string, order: (row: Row) => Sql): Many {
  return manyComputed(
    type,
    (coverage, reading) => sql`
      select ${group} as ${raw(name)}, count(*)::int as article_count
      from story_article k where ${isToldBy(sql`${coverage}.story_id`, reading.asOf)} and ${group} is not null group by 1`,
    order,
  );
}

/** How the coverage is read. */
export const coveragePlan = planOf(
  Coverage,
  {
    byHour: groupedBy(CoverageByHour, sql`date_trunc('hour', k.public_at, 'UTC')`, 'hour', row => sql`${row}.hour`),
    byCountry: groupedBy(
      CoverageByCountry,
      sql`k.country_code`,
      'country_code',
      row => sql`${row}.article_count desc, ${row}.country_code`,
    ),
    byLanguage: groupedBy(CoverageByLanguage, sql`k.language`, 'language', row => sql`${row}.article_count desc, ${row}.language`),
  },
  { key: 'article_count', raises: 'OWN' },
);

/** How the coverage of an hour is read. */
export const coverageByHourPlan = planOf(CoverageByHour, {}, { key: 'hour', raises: 'OWN' });

/** How the coverage by a country is read. */
export const coverageByCountryPlan = planOf(
  CoverageByCountry,
  { country: countryOf(coverage => sql`${coverage}.country_code`) },
  { key: 'country_code', raises: 'OWN' },
);

/** How the coverage in a language is read. */
export const coverageByLanguagePlan = planOf(CoverageByLanguage, {}, { key: 'language', raises: 'OWN' });

import { countryOf, isOneOf } from '../country/country.plan';
import type { Shaped } from '../planner/argument';
import { by, connection, expression, one, planOf } from '../planner/plan';
import { and, type Parameter, type Sql, sql } from '../planner/sql';
import { Source } from './source.entity';
import type { SourceFilter } from './source.filter';

/** How a source is read. Its pages are not dated, so nobody knows which of them were public at a past moment. */
export const sourcePlan = planOf(
  Source,
  {
    country: countryOf(source => sql`${source}.country_code`),
    pages: expression((source, { asOf }) => (asOf ? sql`'{}'::text[]` : sql`${source}.pages`)),
  },
  { raises: 'DIRECTORY' },
);

/** `Query.source` and `Query.sources`. */
export const sourceQueries = planOf('Query', {
  source: one<{ slug: Parameter }>(Source, (_, source, { args }) =>
    isSelected(
      sql`${source}.id`,
      args.slug.map('list', 'text[]', slug => [slug]),
    ),
  ),
  sources: connection<{ filter?: Shaped<SourceFilter> }>(Source, {
    where: (_, source, { args: { filter } }) =>
      and(
        filter?.kinds && sql`${source}.kind = any(${filter.kinds})`,
        filter?.roles && sql`${source}.role = any(${filter.roles})`,
        filter?.countries && isOneOf(sql`${source}.country_code`, filter.countries),
        filter?.languages && sql`${source}.language = any(${filter.languages})`,
      ),
    keyset: [by('slug', 'text')],
    direction: 'asc',
  }),
});

/** The source of this key is one of the selected; a selector is a slug or an id. */
export function isSelected(key: Sql, selectors: Parameter): Sql {
  return sql`${key} in (select s.id from source s where s.slug = any(${selectors}) or ('source_' || s.id) = any(${selectors}))`;
}

import { many, one, planOf } from '../planner/plan';
import type { Parameter } from '../planner/sql';
import { type Row, type Sql, sql } from '../planner/sql';
import { Country } from './country.entity';

/** How a country is read. */
export const countryPlan = planOf(Country, {}, { key: 'code', raises: 'DIRECTORY' });

/** `Query.country` and `Query.countries`. */
export const countryQueries = planOf('Query', {
  country: one<{ code: Parameter }>(Country, (_, country, { args }) =>
    isOneOf(
      sql`${country}.code`,
      args.code.map('list', 'text[]', code => [code]),
    ),
  ),
  countries: many(
    Country,
    () => sql`true`,
    country => sql`${country}.code`,
  ),
});

/** The country of this code is one of the selected; a selector is an ISO code in any case, or an item of Wikidata. */
export function isOneOf(code: Sql, selectors: Parameter): Sql {
  return sql`${code} in (select c.code from country c where c.code = any(select upper(s) from unnest(${selectors}) s) or c.wikidata_id = any(${selectors}))`;
}

/** The country whose code the row holds. */
export function countryOf(column: (row: Row) => Sql): ReturnType<typeof one> {
  return one(Country, (row, country) => sql`${country}.code = ${column(row)}`);
}

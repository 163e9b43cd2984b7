import { countryOf, isOneOf } from '../country/country.plan';
import type { Shaped } from '../planner/argument';
import { by, connection, one, planOf } from '../planner/plan';
import { and, type Parameter, type Sql, sql } from '../planner/sql';
import { Source } from '../source/source.entity';
import { Actor } from './actor.entity';
import type { ActorFilter } from './actor.filter';

/** How an actor is read. */
export const actorPlan = planOf(
  Actor,
  {
    country: countryOf(actor => sql`${actor}.country_code`),
    source: one(Source, (actor, source) => sql`${source}.id = ${actor}.source_id`),
  },
  { raises: 'DIRECTORY' },
);

/** `Query.actor` and `Query.actors`. */
export const actorQueries = planOf('Query', {
  actor: one<{ slug: Parameter }>(Actor, (_, actor, { args }) =>
    isSelected(
      sql`${actor}.id`,
      args.slug.map('list', 'text[]', slug => [slug]),
    ),
  ),
  actors: connection<{ filter?: Shaped<ActorFilter> }>(Actor, {
    where: (_, actor, { args: { filter } }) =>
      and(
        filter?.kinds && sql`${actor}.kind = any(${filter.kinds})`,
        filter?.countries && isOneOf(sql`${actor}.country_code`, filter.countries),
      ),
    keyset: [by('slug', 'text')],
    direction: 'asc',
  }),
});

/** The actor of this key is one of the selected; a selector is a slug, an id or an item of Wikidata. */
export function isSelected(key: Sql, selectors: Parameter): Sql {
  return sql`${key} in (select a.id from actor a where a.slug = any(${selectors}) or ('actor_' || a.id) = any(${selectors}) or a.wikidata_id = any(${selectors}))`;
}

import { countryOf, isOneOf } from '../country/country.plan';
import { factFields, factIsVisible, isCurrent, wordingsOf } from '../fact/fact.plan';
import type { Shaped } from '../planner/argument';
import { by, connection, embed, expression, many, one, planOf, type Reading } from '../planner/plan';
import { and, raw, type Row, type Sql, sql } from '../planner/sql';
import { Story } from '../story/story.entity';
import { Event, Place } from './event.entity';
import type { EventFilter } from './event.filter';

/** How an event is read. */
export const eventPlan = planOf(
  Event,
  {
    ...factFields(Event),
    endedAt: expression((event, reading) => onceEnded(event, 'ended_at', reading)),
    endedPrecision: expression((event, reading) => onceEnded(event, 'ended_precision', reading)),
    place: embed(Place, event => sql`${event}.place_name is not null`),
    parent: one(Event, (event, parent) => sql`${parent}.story_id = ${event}.story_id and ${parent}.id = ${event}.parent_id`),
    parts: many(
      Event,
      (event, part, reading) =>
        and(sql`${part}.story_id = ${event}.story_id and ${part}.parent_id = any(${wordingsOf(Event, event)})`, isCurrent(part, reading)),
      part => sql`${part}.occurred_at, ${part}.id`,
    ),
  },
  { visible: factIsVisible, raises: 'OWN' },
);

/** How the place of an event is read, out of the event's own row. */
export const placePlan = planOf(
  Place,
  {
    name: expression(event => sql`${event}.place_name`),
    country: countryOf(event => sql`${event}.place_country_code`),
  },
  { raises: 'OWN' },
);

const NEWEST_FIRST = [by('occurred_at', 'timestamptz'), by('id', 'uuid')] as const;

/** `Story.events`. */
export const storyEvents = planOf(Story, {
  events: connection<EventArguments>(Event, {
    where: (story, event, reading) => and(sql`${event}.story_id = ${story}.id`, matches(event, reading)),
    keyset: NEWEST_FIRST,
  }),
});

/** `Query.events`. */
export const eventQueries = planOf('Query', {
  events: connection<EventArguments>(Event, { where: (_, event, reading) => matches(event, reading), keyset: NEWEST_FIRST }),
});

interface EventArguments {
  filter?: Shaped<EventFilter>;
}

/** An event becomes public while it lasts; its end is not known before it is over. */
function onceEnded(event: Row, column: 'ended_at' | 'ended_precision', { asOf }: Reading): Sql {
  const value = sql`${event}.${raw(column)}`;
  return asOf ? sql`case when newsgraph_period_end(${event}.ended_at, ${event}.ended_precision) <= ${asOf} then ${value} end` : value;
}

function matches(event: Row, reading: Reading<EventArguments>): Sql {
  const { filter } = reading.args;
  return and(
    isCurrent(event, reading),
    filter?.kinds && sql`${event}.kind = any(${filter.kinds})`,
    filter?.countries && isOneOf(sql`${event}.place_country_code`, filter.countries),
    filter?.methods && sql`${event}.method = any(${filter.methods})`,
    filter?.occurredFrom && sql`${event}.occurred_at >= ${filter.occurredFrom}`,
    filter?.occurredBefore && sql`${event}.occurred_at < ${filter.occurredBefore}`,
  );
}

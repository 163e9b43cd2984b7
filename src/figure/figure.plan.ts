import { Actor } from '../actor/actor.entity';
import { Event } from '../event/event.entity';
import { factFields, factIsVisible, isCurrent, wordingsOf } from '../fact/fact.plan';
import { by, connection, embed, expression, one, planOf, type Reading } from '../planner/plan';
import { and, type Parameter, raw, type Row, type Sql, sql } from '../planner/sql';
import { Source } from '../source/source.entity';
import { Story } from '../story/story.entity';
import { Figure, Reporter } from './figure.entity';

/** How a figure is read. */
export const figurePlan = planOf(
  Figure,
  {
    ...factFields(Figure),
    event: one(Event, (figure, event) => sql`${event}.story_id = ${figure}.story_id and ${event}.id = ${figure}.event_id`),
    reporter: embed(Reporter),
  },
  { visible: factIsVisible, raises: 'OWN' },
);

/** How the reporter is read, out of the figure's own row. */
export const reporterPlan = planOf(
  Reporter,
  {
    name: expression(figure => sql`${figure}.reporter_name`),
    actor: one(Actor, (figure, actor) => sql`${actor}.id = ${figure}.reporter_actor_id`),
    source: one(Source, (figure, source) => sql`${source}.id = ${figure}.reporter_source_id`),
  },
  { raises: 'OWN' },
);

/** The order in which figures became public; those known to the day stand by their order of appearance. */
const NEWEST_FIRST = [by('public_at', 'timestamptz'), by('ordinal', 'int'), by('id', 'uuid')] as const;

/** `Story.figures`: the ledger. */
export const storyFigures = planOf(Story, {
  figures: connection<FigureArguments>(Figure, {
    where: (story, figure, reading) => and(sql`${figure}.story_id = ${story}.id`, matches(figure, reading)),
    keyset: NEWEST_FIRST,
  }),
});

/** `Event.figures`: the numbers that were given for one event. */
export const eventFigures = planOf(Event, {
  figures: connection<FigureArguments>(Figure, {
    where: (event, figure, reading) =>
      and(sql`${figure}.story_id = ${event}.story_id and ${figure}.event_id = any(${wordingsOf(Event, event)})`, matches(figure, reading)),
    keyset: NEWEST_FIRST,
  }),
});

interface FigureArguments {
  metric?: Parameter;
  official?: boolean;
  methods?: Parameter;
}

function matches(figure: Row, reading: Reading<FigureArguments>): Sql {
  const { metric, official, methods } = reading.args;
  return and(
    isCurrent(figure, reading),
    methods && sql`${figure}.method = any(${methods})`,
    metric && sql`${figure}.metric = ${metric}`,
    official !== undefined && sql`${figure}.official = ${raw(String(official))}`,
  );
}

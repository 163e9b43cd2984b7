import { Actor } from '../actor/actor.entity';
import { isSelected } from '../actor/actor.plan';
import { isOneOf } from '../country/country.plan';
import { Event } from '../event/event.entity';
import { factFields, factIsVisible, isCurrent, wordingsOf } from '../fact/fact.plan';
import type { Shaped } from '../planner/argument';
import { by, connection, embed, expression, one, oneOf, planOf, type Reading, type TypeClass } from '../planner/plan';
import { and, raw, type Row, type Sql, sql } from '../planner/sql';
import { Story } from '../story/story.entity';
import { Speaker, Statement } from './statement.entity';
import type { StatementFilter } from './statement.filter';

/** How a statement is read. */
export const statementPlan = planOf(
  Statement,
  {
    ...factFields(Statement),
    issuer: one(Actor, (statement, actor) => sql`${actor}.id = ${statement}.issuer_id`),
    speaker: embed(Speaker, statement => sql`${statement}.speaker_name is not null`),
    answers: oneOf(answered(Event, 'answers_event_id'), answered(Statement, 'answers_statement_id')),
    answeredBy: answersTo(Statement, 'answers_statement_id'),
  },
  { visible: factIsVisible, raises: 'OWN' },
);

/** How the speaker is read, out of the statement's own row. */
export const speakerPlan = planOf(
  Speaker,
  {
    name: expression(statement => sql`${statement}.speaker_name`),
    role: expression(statement => sql`${statement}.speaker_role`),
  },
  { raises: 'OWN' },
);

const NEWEST_FIRST = [by('issued_at', 'timestamptz'), by('id', 'uuid')] as const;

/** `Story.statements`: newest first; the desk's filters. */
export const storyStatements = planOf(Story, {
  statements: connection<StatementArguments>(Statement, {
    where: (story, statement, reading) => and(sql`${statement}.story_id = ${story}.id`, matches(statement, reading)),
    keyset: NEWEST_FIRST,
  }),
});

/** `Event.answeredBy`: what was said about an event. */
export const eventAnswers = planOf(Event, { answeredBy: answersTo(Event, 'answers_event_id') });

/** `Actor.statements`: what an actor said, in all stories. */
export const actorStatements = planOf(Actor, {
  statements: connection<StatementArguments>(Statement, {
    where: (actor, statement, reading) => and(sql`${statement}.issuer_id = ${actor}.id`, matches(statement, reading)),
    keyset: NEWEST_FIRST,
  }),
});

/** `Query.statements`. */
export const statementQueries = planOf('Query', {
  statements: connection<StatementArguments>(Statement, {
    where: (_, statement, reading) => matches(statement, reading),
    keyset: NEWEST_FIRST,
  }),
});

interface StatementArguments {
  filter?: Shaped<StatementFilter>;
}

function matches(statement: Row, reading: Reading<StatementArguments>): Sql {
  const { filter } = reading.args;
  const issuer = and(
    filter?.issuerKinds && sql`a.kind = any(${filter.issuerKinds})`,
    filter?.countries && isOneOf(sql`a.country_code`, filter.countries),
  );
  return and(
    isCurrent(statement, reading),
    filter?.stances && sql`${statement}.stances && ${filter.stances}`,
    filter?.channels && sql`${statement}.channel = any(${filter.channels})`,
    filter?.issuers && isSelected(sql`${statement}.issuer_id`, filter.issuers),
    (filter?.issuerKinds ?? filter?.countries) && sql`${statement}.issuer_id in (select a.id from actor a where ${issuer})`,
    filter?.languages && sql`${statement}.language = any(${filter.languages})`,
    filter?.methods && sql`${statement}.method = any(${filter.methods})`,
    filter?.issuedFrom && sql`${statement}.issued_at >= ${filter.issuedFrom}`,
    filter?.issuedBefore && sql`${statement}.issued_at < ${filter.issuedBefore}`,
  );
}

function answered(target: TypeClass, column: string) {
  return {
    target,
    when: (statement: Row): Sql => sql`${statement}.${raw(column)} is not null`,
    on: (statement: Row, fact: Row): Sql => sql`${fact}.story_id = ${statement}.story_id and ${fact}.id = ${statement}.${raw(column)}`,
  };
}

function answersTo(type: TypeClass, column: string) {
  return connection(Statement, {
    where: (fact, statement, reading) =>
      and(
        sql`${statement}.story_id = ${fact}.story_id and ${statement}.${raw(column)} = any(${wordingsOf(type, fact)})`,
        isCurrent(statement, reading),
      ),
    keyset: [by('issued_at', 'timestamptz'), by('id', 'uuid')],
    direction: 'asc',
  });
}

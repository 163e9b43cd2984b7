import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Actor } from '../actor/actor.entity';
import { Event } from '../event/event.entity';
import { Fact } from '../fact/fact.entity';
import { factChecks } from '../fact/fact-checks';
import { DateTime } from '../planner/date-time';
import { Node } from '../planner/node';
import { Source } from '../source/source.entity';
import { Story } from '../story/story.entity';

/** What a figure counts. Metrics never mix. */
export enum Metric {
  KILLED = 'KILLED',
  CHILDREN_KILLED = 'CHILDREN_KILLED',
  INJURED = 'INJURED',
  HOSPITALISED = 'HOSPITALISED',
  MISSING = 'MISSING',
  IDENTIFIED = 'IDENTIFIED',
  DETAINED = 'DETAINED',
}
registerEnumType(Metric, {
  name: 'Metric',
  description: 'What a figure counts. Metrics never mix.',
  valuesConfig: {
    HOSPITALISED: { description: 'In hospital at that time; falls as people are discharged.' },
    IDENTIFIED: { description: 'Dead whose names are established.' },
    DETAINED: { description: 'Held by the authorities; differs by event.' },
  },
});

/** How the time of a figure is known. */
export enum FigureTimeBasis {
  ANNOUNCEMENT_DATE = 'ANNOUNCEMENT_DATE',
  REPORT_DATE = 'REPORT_DATE',
  PUBLICATION_TIMESTAMP = 'PUBLICATION_TIMESTAMP',
  AS_OF = 'AS_OF',
}
registerEnumType(FigureTimeBasis, {
  name: 'FigureTimeBasis',
  description: 'How the time of a figure is known.',
  valuesConfig: { AS_OF: { description: 'The moment that the count refers to.' } },
});

/** Who gave a figure, by the name under which it was given. */
@ObjectType({ description: 'Who gave a figure, by the name under which it was given.' })
export class Reporter {
  @Field(() => String, { description: 'The name as recorded, such as "Reuters, citing Russian officials".' })
  name!: string;

  @Field(() => Actor, { nullable: true, description: 'The actor of that name, where this system knows it.' })
  actor!: Actor | null;

  @Field(() => Source, { nullable: true, description: 'The source of that name, where this system knows it.' })
  source!: Source | null;
}

/** A number for one metric of one event, as given by one reporter at one time. */
@Entity('figure')
@Check('figure_value', `coalesce(value, min, max) is not null`)
@Check('figure_interval', `coalesce(min <= max, true)`)
@factChecks('figure')
@Index('figure_metric', ['storyId', 'metric', 'publicAt', 'ordinal', 'id'])
@Index('figure_public', ['storyId', 'publicAt', 'ordinal', 'id'])
@Index('figure_event_id', ['storyId', 'eventId'])
@ForeignKey(() => Story, ['storyId'], ['id'], { name: 'figure_story' })
@ForeignKey(() => Event, ['storyId', 'eventId'], ['storyId', 'id'], { name: 'figure_event' })
@ObjectType({ implements: [Node, Fact], description: 'A number for one metric of one event, as given by one reporter at one time.' })
export class Figure extends Fact {
  @Column('uuid')
  eventId!: string;

  @Field(() => Event, { nullable: true, description: 'The event that it counts for; null while that event was not public.' })
  event!: Event | null;

  @Column('text')
  @Field(() => Metric, { description: 'What it counts.' })
  metric!: Metric;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'The number; null where only an interval was given.' })
  value!: number | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'The least that was given.' })
  min!: number | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'The most that was given.' })
  max!: number | null;

  @Column('boolean')
  @Field(() => Boolean, { description: 'Whether it was given as "at least" or "more than".' })
  atLeast!: boolean;

  @Column('boolean')
  @Field(() => Boolean, { description: 'Whether the reporter is an authority.' })
  official!: boolean;

  @Column('text')
  reporterName!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Actor, { name: 'figure_reporter_actor' })
  reporterActorId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Source, { name: 'figure_reporter_source' })
  reporterSourceId!: string | null;

  @Field(() => Reporter, { description: 'Who gave it.' })
  reporter!: Reporter;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'The moment that the count refers to, where the reporter gave one.' })
  statedAsOf!: Date | null;

  @Column('text')
  @Field(() => FigureTimeBasis, { description: 'How `reportedAt` is known.' })
  timeBasis!: FigureTimeBasis;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What one should know to read it.' })
  note!: string | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Its place in the order of appearance within its metric, where that order is known.' })
  sequence!: number | null;

  @Column('integer')
  ordinal!: number;
}

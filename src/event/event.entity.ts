import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Precision } from '../article/precision';
import { Country } from '../country/country.entity';
import { Fact } from '../fact/fact.entity';
import { factChecks } from '../fact/fact-checks';
import { DateTime } from '../planner/date-time';
import { Node } from '../planner/node';
import { Story } from '../story/story.entity';

/** What sort of thing happened. */
export enum EventKind {
  ATTACK = 'ATTACK',
  ATTACK_PHASE = 'ATTACK_PHASE',
  FIRE = 'FIRE',
  STRUCTURAL_COLLAPSE = 'STRUCTURAL_COLLAPSE',
  RESCUE = 'RESCUE',
  RECOVERY = 'RECOVERY',
  WARNING = 'WARNING',
  CLAIM_OF_RESPONSIBILITY = 'CLAIM_OF_RESPONSIBILITY',
  SECURITY_OPERATION = 'SECURITY_OPERATION',
  SECURITY_MEASURE = 'SECURITY_MEASURE',
  DETENTION = 'DETENTION',
  INVESTIGATION = 'INVESTIGATION',
  COURT_HEARING = 'COURT_HEARING',
  VERDICT = 'VERDICT',
  MOURNING = 'MOURNING',
  MEMORIAL = 'MEMORIAL',
  CIVIL_RESPONSE = 'CIVIL_RESPONSE',
  DIPLOMACY = 'DIPLOMACY',
  OTHER = 'OTHER',
}
registerEnumType(EventKind, { name: 'EventKind', description: 'What sort of thing happened.' });

/** How the time of an event is known. */
export enum EventTimeBasis {
  STATED = 'STATED',
  REPORT_TIME = 'REPORT_TIME',
  APPROXIMATE = 'APPROXIMATE',
  MEDIA_RECONSTRUCTION = 'MEDIA_RECONSTRUCTION',
}
registerEnumType(EventTimeBasis, {
  name: 'EventTimeBasis',
  description: 'How the time of an event is known.',
  valuesConfig: {
    STATED: { description: 'The documents state it.' },
    REPORT_TIME: { description: 'The time of the earliest report stands in.' },
    APPROXIMATE: { description: 'About then.' },
    MEDIA_RECONSTRUCTION: { description: 'Reconstructed by the press.' },
  },
});

/** How the coordinates of a place are known. */
export enum CoordinateBasis {
  CITED = 'CITED',
  GENERAL_REFERENCE = 'GENERAL_REFERENCE',
}
registerEnumType(CoordinateBasis, {
  name: 'CoordinateBasis',
  description: 'How the coordinates of a place are known.',
  valuesConfig: {
    CITED: { description: 'The documents give them.' },
    GENERAL_REFERENCE: { description: 'The usual coordinates of that town.' },
  },
});

/** Where an event happened, as exactly as it is known. */
@ObjectType({ description: 'Where an event happened, as exactly as it is known.' })
export class Place {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => Country, { nullable: true, description: 'The country.' })
  country!: Country | null;

  @Field(() => Float, { nullable: true, description: 'Degrees north (WGS 84); null where not known.' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east (WGS 84); null where not known.' })
  longitude!: number | null;

  @Field(() => CoordinateBasis, { nullable: true, description: 'How the coordinates are known; null where there are none.' })
  coordinateBasis!: CoordinateBasis | null;
}

/** Something that happened, at a time and place, with a precision for each. */
@Entity('event')
@Check('event_report_basis', `report_basis in ('STATED', 'DERIVED')`)
@Check('event_place', `place_name is not null or (place_country_code is null and latitude is null)`)
@Check('event_coordinates', `(latitude is null) = (longitude is null)`)
@factChecks('event')
@Index('event_occurred', ['storyId', 'occurredAt', 'id'])
@Index('event_occurred_by', ['storyId', 'occurredBy', 'id'])
@Index('event_all_occurred', ['occurredAt', 'id'])
@Index('event_parent_id', ['storyId', 'parentId'])
@Index('event_search', { synchronize: false })
@ForeignKey(() => Story, ['storyId'], ['id'], { name: 'event_story' })
@ForeignKey(() => Event, ['storyId', 'parentId'], ['storyId', 'id'], { name: 'event_parent' })
@ObjectType({ implements: [Node, Fact], description: 'Something that happened, at a time and place, with a precision for each.' })
export class Event extends Fact {
  @Column('text')
  @Field(() => EventKind, { description: 'What sort of thing it is.' })
  kind!: EventKind;

  @Column('text')
  @Field(() => String, { description: 'What happened, in a line.' })
  title!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What happened, in a few sentences.' })
  summary!: string | null;

  @Column('timestamp with time zone', { precision: 3 })
  @Field(() => DateTime, { description: 'When it happened or began, as precise as `precision` says.' })
  occurredAt!: Date;

  @Column('timestamp with time zone', { precision: 3 })
  @Field(() => DateTime, { description: 'The moment by which it had surely begun: the end of the period that `precision` leaves open.' })
  occurredBy!: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it ended, where known; under `asOf` not before it did.' })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  @Field(() => Precision, { nullable: true, description: 'How exactly `endedAt` is known.' })
  endedPrecision!: Precision | null;

  @Column('text')
  @Field(() => EventTimeBasis, { description: 'How its time is known.' })
  timeBasis!: EventTimeBasis;

  @Column('text')
  reportBasis!: string;

  @Field(() => Place, { nullable: true, description: 'Where it happened; null where not known.' })
  place!: Place | null;

  @Column('text', { nullable: true })
  placeName!: string | null;

  @Column('text', { nullable: true })
  @ForeignKey(() => Country, { name: 'event_place_country' })
  placeCountryCode!: string | null;

  @Column('double precision', { nullable: true })
  latitude!: number | null;

  @Column('double precision', { nullable: true })
  longitude!: number | null;

  @Column('text', { nullable: true })
  coordinateBasis!: CoordinateBasis | null;

  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Field(() => Event, { nullable: true, description: 'The event that this one is a part of.' })
  parent!: Event | null;

  @Field(() => [Event], { description: 'The events that are parts of this one, in their order.' })
  parts!: Event[];

  @Column('tsvector', { nullable: true, select: false })
  search!: string | null;
}

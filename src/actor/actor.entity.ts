import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Node } from '../planner/node';
import { Source } from '../source/source.entity';
import { Country } from '../country/country.entity';

/** What an actor is. */
export enum ActorKind {
  STATE = 'STATE',
  INTERGOVERNMENTAL_ORGANISATION = 'INTERGOVERNMENTAL_ORGANISATION',
  NON_STATE_GROUP = 'NON_STATE_GROUP',
  RELIGIOUS_INSTITUTION = 'RELIGIOUS_INSTITUTION',
  NON_GOVERNMENTAL_ORGANISATION = 'NON_GOVERNMENTAL_ORGANISATION',
  DE_FACTO_AUTHORITY = 'DE_FACTO_AUTHORITY',
  SUBNATIONAL_AUTHORITY = 'SUBNATIONAL_AUTHORITY',
  OUTLET = 'OUTLET',
}
registerEnumType(ActorKind, {
  name: 'ActorKind',
  description: 'What an actor is.',
  valuesConfig: {
    STATE: { description: 'A state, through one of its bodies.' },
    OUTLET: { description: 'A news outlet, where it takes a position or gives a number of its own.' },
  },
});

/** Who speaks or acts: a body of a state, an organisation, a group, an outlet. */
@Entity('actor')
@Unique('actor_slug', ['slug'])
@Index('actor_country_kind', ['countryCode', 'kind'])
@Index('actor_source_id', ['sourceId'])
@Index('actor_name', { synchronize: false })
@ObjectType({ implements: Node, description: 'Who speaks or acts: a body of a state, an organisation, a group, an outlet.' })
export class Actor extends Node {
  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String, { description: 'The readable name in addresses; unique.' })
  slug!: string;

  @Column('text')
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Column('text')
  @Field(() => ActorKind, { description: 'What it is.' })
  kind!: ActorKind;

  @Column('text', { nullable: true })
  @ForeignKey(() => Country, { name: 'actor_country' })
  countryCode!: string | null;

  @Field(() => Country, { nullable: true, description: 'The country it speaks for or sits in; null for international bodies.' })
  country!: Country | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The item of Wikidata, such as Q159.' })
  wikidataId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Source, { name: 'actor_source' })
  sourceId!: string | null;

  @Field(() => Source, { nullable: true, description: 'Its own channel.' })
  source!: Source | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt!: Date;
}

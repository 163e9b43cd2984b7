import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Country } from '../country/country.entity';
import { Node } from '../planner/node';

/** What a publisher of documents is. */
export enum SourceKind {
  NEWS_OUTLET = 'NEWS_OUTLET',
  NEWS_AGENCY = 'NEWS_AGENCY',
  BROADCASTER = 'BROADCASTER',
  GOVERNMENT = 'GOVERNMENT',
  INTERGOVERNMENTAL = 'INTERGOVERNMENTAL',
  NON_STATE_GROUP = 'NON_STATE_GROUP',
}
registerEnumType(SourceKind, { name: 'SourceKind', description: 'What a publisher of documents is.' });

/** Whether a source reports on others or speaks for itself. */
export enum SourceRole {
  PUBLISHER = 'PUBLISHER',
  OFFICIAL_ISSUER = 'OFFICIAL_ISSUER',
}
registerEnumType(SourceRole, {
  name: 'SourceRole',
  description: 'Whether a source reports on others or speaks for itself.',
  valuesConfig: {
    PUBLISHER: { description: 'An outlet that reports.' },
    OFFICIAL_ISSUER: { description: 'The official channel of an actor.' },
  },
});

/** Who publishes documents: an outlet, an agency, the press office of a ministry. */
@Entity('source')
@Unique('source_slug', ['slug'])
@Index('source_country_role', ['countryCode', 'role'])
@ObjectType({ implements: Node, description: 'Who publishes documents: an outlet, an agency, the press office of a ministry.' })
export class Source extends Node {
  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String, { description: 'The readable name in addresses; unique.' })
  slug!: string;

  @Column('text')
  @Field(() => String, { description: 'The name as the source writes it.' })
  name!: string;

  @Column('text')
  @Field(() => SourceKind, { description: 'What it is.' })
  kind!: SourceKind;

  @Column('text')
  @Field(() => SourceRole, { description: 'Whether it reports on others or speaks for itself.' })
  role!: SourceRole;

  @Column('text', { nullable: true })
  @ForeignKey(() => Country, { name: 'source_country' })
  countryCode!: string | null;

  @Field(() => Country, {
    nullable: true,
    description: 'Where it is at home; null for international bodies and where it is not established.',
  })
  country!: Country | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The address of its own site, where one was seen.' })
  homepage!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The language it writes in (BCP 47).' })
  language!: string | null;

  @Column('text', { array: true, default: () => `'{}'` })
  @Field(() => [String], { description: 'Pages by or about it that show what it is; none under `asOf`, since they are not dated.' })
  pages!: string[];

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt!: Date;
}

import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How a country stands to the United Nations. */
export enum UnStatus {
  MEMBER = 'MEMBER',
  OBSERVER = 'OBSERVER',
}
registerEnumType(UnStatus, { name: 'UnStatus', description: 'How a country stands to the United Nations.' });

/** The one table of country codes and names. */
@Entity('country')
@Check('country_un_status', `un_status in ('MEMBER', 'OBSERVER')`)
@ObjectType({ description: 'A country or territory with a code of ISO 3166-1.' })
export class Country {
  @PrimaryColumn('text')
  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  code!: string;

  @Column('text')
  @Field(() => String, { description: 'The short English name.' })
  name!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The item of Wikidata, such as Q159.' })
  wikidataId!: string | null;

  @Column('text', { nullable: true })
  @Field(() => UnStatus, { nullable: true, description: 'Member or observer of the United Nations; null for neither.' })
  unStatus!: UnStatus | null;
}

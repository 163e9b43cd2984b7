import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DateTime } from '../planner/date-time';
import { Story } from '../story/story.entity';

/** That a fact was withdrawn, and why. */
@Entity('retraction')
@Check('retraction_reason', `reason <> ''`)
@Index('retraction_fact', ['storyId', 'factId'])
@ObjectType({ description: 'That a fact was withdrawn, and why.' })
export class Retraction {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Story, { name: 'retraction_story' })
  storyId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  factId!: string;

  @Column('text')
  @Field(() => String, { description: 'Why it was withdrawn.' })
  reason!: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  retractedAt!: Date;

  @Field(() => DateTime, { description: 'When it was withdrawn.' })
  at!: Date;

  @Column('uuid', { nullable: true })
  movedTo!: string | null;
}

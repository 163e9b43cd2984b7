import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DateTime } from '../planner/date-time';
import { Node } from '../planner/node';
import { Story } from '../story/story.entity';

/** What happened to a story. */
export enum ChangeKind {
  STORY_REVISED = 'STORY_REVISED',
  STORY_MERGED = 'STORY_MERGED',
  STORY_RESTORED = 'STORY_RESTORED',
  ARTICLE_ADDED = 'ARTICLE_ADDED',
  ARTICLE_REVISED = 'ARTICLE_REVISED',
  ARTICLE_REMOVED = 'ARTICLE_REMOVED',
  FACT_ADDED = 'FACT_ADDED',
  FACT_RETRACTED = 'FACT_RETRACTED',
  FACT_RESTORED = 'FACT_RESTORED',
  FACT_REMOVED = 'FACT_REMOVED',
  CLAIM_ADDED = 'CLAIM_ADDED',
  CLAIM_ASSESSED = 'CLAIM_ASSESSED',
  CLAIM_REMOVED = 'CLAIM_REMOVED',
}
registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: 'What happened to a story.',
  valuesConfig: {
    STORY_MERGED: { description: 'It went into another story, which is the node.' },
    STORY_RESTORED: { description: 'A merger was undone.' },
    ARTICLE_REMOVED: { description: 'An editor took an article out, or it went to another story.' },
    FACT_RESTORED: { description: 'The withdrawal of a fact was undone.' },
    FACT_REMOVED: { description: 'A fact went to another story, or the edit that brought it was undone.' },
    CLAIM_REMOVED: { description: 'A claim went to another story.' },
  },
});

/** One entry of the append-only log of what happened to a story. */
@Entity('change')
@Index('change_story_order', ['storyId', 'era', 'transaction', 'id'])
@Index('change_order', ['era', 'transaction', 'id'])
@ObjectType({ description: 'One entry of the append-only log of what happened to a story.' })
export class Change {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Story, { name: 'change_story' })
  storyId!: string;

  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('integer', { default: () => 'newsgraph_log_era()' })
  era!: number;

  @Column('bigint', { default: () => 'newsgraph_transaction()' })
  transaction!: string;

  @Column('text')
  @Field(() => ChangeKind, { description: 'What happened.' })
  kind!: ChangeKind;

  @Column('text')
  nodeType!: string;

  @Column('uuid')
  nodeId!: string;

  @Field(() => Node, { nullable: true, description: 'What it happened to.' })
  node!: Node | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'clock_timestamp()' })
  @Field(() => DateTime, { description: 'When it was recorded.' })
  at!: Date;
}

import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DateTime } from '../../planner/date-time';
import { ApiKey } from '../../platform/api-key.entity';
import { Story } from '../../story/story.entity';

/** What an editor did. */
export enum EditKind {
  CREATE = 'CREATE',
  RENAME = 'RENAME',
  MERGE = 'MERGE',
  SPLIT = 'SPLIT',
  ASSIGN = 'ASSIGN',
  UNASSIGN = 'UNASSIGN',
  RETRACT = 'RETRACT',
  CONFIRM = 'CONFIRM',
  CORRECT = 'CORRECT',
  RECORD = 'RECORD',
}
registerEnumType(EditKind, { name: 'EditKind', description: 'What an editor did.' });

/** The rows of one story that an edit moved to another: what landed there, and all that was closed here. */
export interface Moved {
  from: string;
  to: string;
  landed: Record<string, string[]>;
  closed: Record<string, string[]>;
}

/** What an edit touched, by which it can be undone exactly. */
export interface EditDetail {
  stories: string[];
  moved?: Moved[];
  /** The facts that an edit of facts is about, before and after. */
  facts?: string[];
}

/** What an editor did to a story, why, and whether it was undone: the audit of edits. */
@Entity('edit')
@Check('edit_reason', `reason <> ''`)
@Index('edit_id', ['id'])
@ObjectType({ description: 'What an editor did to a story, why, and whether it was undone.' })
export class Edit {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Story, { name: 'edit_story' })
  storyId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Opaque; hand it to `undoEdit`.' })
  id!: string;

  @Field(() => Story, { description: 'The story that it was done to.' })
  story!: Story;

  @Column('text')
  @Field(() => EditKind, { description: 'What was done.' })
  kind!: EditKind;

  @Column('text')
  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Column('jsonb')
  detail!: EditDetail;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => ApiKey, { name: 'edit_api_key' })
  apiKeyId!: string | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it was undone; null where it stands.' })
  undoneAt!: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was undone.' })
  undoneReason!: string | null;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApiKey } from '../platform/api-key.entity';
import { Story } from './story.entity';

/** What an editor did to a story, why, and whether it was undone: the audit of edits. */
@Entity('edit')
@Check('edit_reason', `reason <> ''`)
@Index('edit_id', ['id'])
export class Edit {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Story, { name: 'edit_story' })
  storyId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  reason!: string;

  @Column('jsonb')
  detail!: unknown;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => ApiKey, { name: 'edit_api_key' })
  apiKeyId!: string | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  at!: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  undoneAt!: Date | null;

  @Column('text', { nullable: true })
  undoneReason!: string | null;
}

import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DateTime } from '../planner/date-time';
import { Feed } from './feed.entity';

/** What came of a poll. */
export enum PollOutcome {
  READ = 'READ',
  NOT_MODIFIED = 'NOT_MODIFIED',
  UNCHANGED = 'UNCHANGED',
  FAILED = 'FAILED',
  GONE = 'GONE',
  REFUSED = 'REFUSED',
}
registerEnumType(PollOutcome, {
  name: 'PollOutcome',
  description: 'What came of a poll.',
  valuesConfig: {
    READ: { description: 'It was read.' },
    NOT_MODIFIED: { description: 'The server says that nothing has changed.' },
    UNCHANGED: { description: 'It came, and was the same to the byte as the last time.' },
    FAILED: { description: 'No feed came: the network, the server or the document is at fault.' },
    GONE: { description: 'The server says that it is gone for good.' },
    REFUSED: { description: 'It was not fetched, or not to the end: its address or its size is past what is safe.' },
  },
});

/** One reading of a feed, with its outcome. */
@Entity('poll')
@Check('poll_outcome', `outcome in ('READ', 'NOT_MODIFIED', 'UNCHANGED', 'FAILED', 'GONE', 'REFUSED')`)
@Index('poll_feed_at', ['feedId', 'at', 'id'])
@Index('poll_id', ['id'])
@Index('poll_at', ['at'])
@ObjectType({ description: 'One reading of a feed, with its outcome. Kept for 30 days.' })
export class Poll {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Feed, { name: 'poll_feed' })
  feedId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  @Field(() => DateTime, { description: 'When it began.' })
  at!: Date;

  @Column('text')
  @Field(() => PollOutcome, { description: 'What came of it.' })
  outcome!: PollOutcome;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'The status of the last answer; null where none came.' })
  httpStatus!: number | null;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'How many items the feed held.' })
  itemsSeen!: number;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'How many of them were articles that nobody had brought before.' })
  itemsNew!: number;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'How many of them could not be stored; `problem` says why.' })
  itemsSetAside!: number;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'How many bytes came, decompressed.' })
  bytes!: number;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'How long it took in milliseconds, waiting for a turn at the host included.' })
  durationMs!: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What went wrong, and what to do about it.' })
  problem!: string | null;
}

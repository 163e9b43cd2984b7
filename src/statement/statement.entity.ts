import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Actor } from '../actor/actor.entity';
import { Event } from '../event/event.entity';
import { Fact } from '../fact/fact.entity';
import { factChecks } from '../fact/fact-checks';
import { DateTime } from '../planner/date-time';
import { Node } from '../planner/node';
import { Story } from '../story/story.entity';
import { Channel, Stance, StatementDateBasis, StatementDetail } from './stance';

/** Who spoke, and in which office at the time. */
@ObjectType({ description: 'Who spoke, and in which office at the time.' })
export class Speaker {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The office at the time.' })
  role!: string | null;
}

/** What a statement may answer. */
export const AnswerTarget = createUnionType({
  name: 'AnswerTarget',
  description: 'What a statement may answer.',
  types: () => [Event, Statement] as const,
});

/** What an actor said officially about a story. Never changed: a correction supersedes, a retraction is its own row. */
@Entity('statement')
@Check('statement_answers', `num_nonnulls(answers_event_id, answers_statement_id) <= 1`)
@factChecks('statement')
@Index('statement_issued', ['storyId', 'issuedAt', 'id'])
@Index('statement_public', ['storyId', 'publicAt', 'id'])
@Index('statement_story_issuer', ['storyId', 'issuerId'])
@Index('statement_issuer_id', ['issuerId', 'issuedAt', 'id'])
@Index('statement_all_issued', ['issuedAt', 'id'])
@Index('statement_answers_event_id', ['storyId', 'answersEventId'])
@Index('statement_answers_statement_id', ['storyId', 'answersStatementId'])
@Index('statement_search', { synchronize: false })
@ForeignKey(() => Story, ['storyId'], ['id'], { name: 'statement_story' })
@ForeignKey(() => Event, ['storyId', 'answersEventId'], ['storyId', 'id'], { name: 'statement_answers_event' })
@ForeignKey(() => Statement, ['storyId', 'answersStatementId'], ['storyId', 'id'], { name: 'statement_answers_statement' })
@ObjectType({ implements: [Node, Fact], description: 'What an actor said officially, through a channel, with its stances.' })
export class Statement extends Fact {
  @Column('uuid')
  @ForeignKey(() => Actor, { name: 'statement_issuer' })
  issuerId!: string;

  @Field(() => Actor, { description: 'Whose statement it is.' })
  issuer!: Actor;

  @Column('text', { nullable: true })
  speakerName!: string | null;

  @Column('text', { nullable: true })
  speakerRole!: string | null;

  @Field(() => Speaker, { nullable: true, description: 'Who spoke; null where the body itself did.' })
  speaker!: Speaker | null;

  @Column('timestamp with time zone', { precision: 3 })
  @Field(() => DateTime, { description: 'When it was made, as precise as `precision` says.' })
  issuedAt!: Date;

  @Column('text')
  @Field(() => StatementDateBasis, { description: 'How `issuedAt` is known.' })
  dateBasis!: StatementDateBasis;

  @Column('text')
  @Field(() => Channel, { description: 'Through what it was made.' })
  channel!: Channel;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The language that it was seen in (BCP 47).' })
  language!: string | null;

  @Column('text', { array: true })
  @Field(() => [Stance], { description: 'What it does: condemns, accuses, denies, and so on.' })
  stances!: Stance[];

  @Column('text')
  @Field(() => String, { description: 'What it says in short; not a quotation, but of what a machine found the words themselves.' })
  summary!: string;

  @Column('text')
  @Field(() => StatementDetail, { description: 'Whether its wording was seen.' })
  detail!: StatementDetail;

  @Column('uuid', { nullable: true })
  answersEventId!: string | null;

  @Column('uuid', { nullable: true })
  answersStatementId!: string | null;

  @Field(() => AnswerTarget, { nullable: true, description: 'The event or statement that it answers.' })
  answers!: Event | Statement | null;

  @Column('tsvector', { nullable: true, select: false })
  search!: string | null;
}

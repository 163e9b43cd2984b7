import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Precision } from '../article/precision';
import { Event } from '../event/event.entity';
import { correction } from '../fact/fact-checks';
import { DateTime } from '../planner/date-time';
import { Node } from '../planner/node';
import { Story } from '../story/story.entity';

/** What a claim is about. */
export enum ClaimKind {
  RESPONSIBILITY = 'RESPONSIBILITY',
  INVOLVEMENT = 'INVOLVEMENT',
  FOREKNOWLEDGE = 'FOREKNOWLEDGE',
  MOTIVE = 'MOTIVE',
  FIGURE = 'FIGURE',
  CONDUCT = 'CONDUCT',
  OTHER = 'OTHER',
}
registerEnumType(ClaimKind, { name: 'ClaimKind', description: 'What a claim is about.' });

/** How a claim stands. */
export enum ClaimStatus {
  CONFIRMED = 'CONFIRMED',
  CORROBORATED = 'CORROBORATED',
  DISPUTED = 'DISPUTED',
  DENIED = 'DENIED',
  UNVERIFIED = 'UNVERIFIED',
  REFUTED = 'REFUTED',
}
registerEnumType(ClaimStatus, {
  name: 'ClaimStatus',
  description:
    'How a claim stands: the latest assessment that was public, else what the positions amount to (asserted and opposed: DISPUTED; only denied: DENIED; else UNVERIFIED).',
  valuesConfig: {
    CONFIRMED: { description: 'Established.' },
    CORROBORATED: { description: 'Supported independently.' },
    DISPUTED: { description: 'Asserted and opposed.' },
    DENIED: { description: 'Rejected, and asserted by nobody on record.' },
    UNVERIFIED: { description: 'Asserted without support that could be checked.' },
    REFUTED: { description: 'Shown to be wrong.' },
  },
});

/** A contested proposition. */
@Entity('claim')
@Index('claim_id', ['id'])
@Index('claim_key', ['storyId', 'key'])
@correction('claim')
@Index('claim_public', ['storyId', 'publicAt', 'id'])
@ForeignKey(() => Story, ['storyId'], ['id'], { name: 'claim_story' })
@ForeignKey(() => Event, ['storyId', 'eventId'], ['storyId', 'id'], { name: 'claim_event' })
@ObjectType({ implements: Node, description: 'A contested proposition.' })
export class Claim extends Node {
  @PrimaryColumn('uuid')
  storyId!: string;

  @PrimaryColumn('uuid')
  declare id: string;

  @Field(() => Story, { description: 'The story that it belongs to.' })
  story!: Story;

  @Column('text', { nullable: true })
  key!: string | null;

  @Column('text')
  contentHash!: string;

  @Column('text')
  @Field(() => ClaimKind, { description: 'What it is about.' })
  kind!: ClaimKind;

  @Column('uuid', { nullable: true })
  eventId!: string | null;

  @Field(() => Event, { nullable: true, description: 'The event that it is about.' })
  about!: Event | null;

  @Column('text')
  @Field(() => String, { description: 'What is claimed, as a sentence that can be true or false.' })
  proposition!: string;

  @Field(() => ClaimStatus, { description: 'How it stands; under `asOf` how it stood then.' })
  status!: ClaimStatus;

  @Field(() => String, { nullable: true, description: 'What the latest assessment adds.' })
  note!: string | null;

  @Column('timestamp with time zone', { precision: 3 })
  @Field(() => DateTime, { description: 'The moment from which `asOf` shows it: when the first position on it was public.' })
  publicAt!: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  @Field(() => DateTime, { description: 'When this system learnt it.' })
  recordedAt!: Date;

  @Field(() => [ClaimAssessment], { description: 'How it was judged, oldest first.' })
  assessments!: ClaimAssessment[];

  @Column('uuid', { nullable: true })
  supersedesId!: string | null;

  /** Its first wording, whose id stays the same through all corrections; kept by the database. */
  @Column('uuid')
  rootId!: string;

  @Column('uuid', { nullable: true })
  movedTo!: string | null;

  /** From when on a later wording holds; kept by the database. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  correctedAt!: Date | null;
}

/** A judgement of how a claim stood at a time. */
@Entity('claim_assessment')
@Check('claim_assessment_status', `status in ('CONFIRMED', 'CORROBORATED', 'DISPUTED', 'DENIED', 'UNVERIFIED', 'REFUTED')`)
@Index('claim_assessment_claim_id', ['storyId', 'claimId', 'publicAt'])
@Index('claim_assessment_claim_root', ['storyId', 'claimRootId', 'publicAt'])
@ForeignKey(() => Story, ['storyId'], ['id'], { name: 'claim_assessment_story' })
@ForeignKey(() => Claim, ['storyId', 'claimId'], ['storyId', 'id'], { name: 'claim_assessment_claim' })
@ObjectType({ description: 'A judgement of how a claim stood at a time; not a finding by any authority.' })
export class ClaimAssessment {
  @PrimaryColumn('uuid')
  storyId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  claimId!: string;

  /** The first wording of the claim; kept by the database. */
  @Column('uuid')
  claimRootId!: string;

  @Column('text')
  @Field(() => ClaimStatus, { description: 'How it stood.' })
  status!: ClaimStatus;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What one should know.' })
  note!: string | null;

  @Column('timestamp with time zone', { precision: 3 })
  @Field(() => DateTime, { description: 'When the judgement was made, as precise as `precision` says.' })
  reportedAt!: Date;

  @Column('text')
  @Field(() => Precision, { description: 'How exactly `reportedAt` is known.' })
  precision!: Precision;

  @Column('timestamp with time zone', { precision: 3 })
  publicAt!: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  movedTo!: string | null;
}

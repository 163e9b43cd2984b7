import { Field, Float, InterfaceType, registerEnumType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Precision } from '../article/precision';
import { DateTime } from '../planner/date-time';
import { Node } from '../planner/node';
import { Story } from '../story/story.entity';
import { Citation } from './citation.entity';
import { Retraction } from './retraction.entity';

/** How a fact came into the ledger. */
export enum FactMethod {
  RECORDED = 'RECORDED',
  DETECTED = 'DETECTED',
  CONFIRMED = 'CONFIRMED',
}
registerEnumType(FactMethod, {
  name: 'FactMethod',
  description: 'How a fact came into the ledger.',
  valuesConfig: {
    RECORDED: { description: 'By a person or a job that hands over records.' },
    DETECTED: { description: 'By a machine that read a text; not yet looked at by a person.' },
    CONFIRMED: { description: 'By a machine, and confirmed by an editor.' },
  },
});

/** What all facts share: two clocks, citations, and that nothing is ever overwritten. */
@InterfaceType({
  implements: Node,
  description: 'An event, a statement, a figure or a position: cited, dated by two clocks, corrected by a successor, never overwritten.',
})
export abstract class Fact extends Node {
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

  @Column('text', { default: 'RECORDED' })
  @Field(() => FactMethod, { description: 'How it came into the ledger.' })
  method!: FactMethod;

  @Column('real', { nullable: true })
  @Field(() => Float, { nullable: true, description: 'How sure the machine was, 0 to 1; null for what people recorded.' })
  confidence!: number | null;

  @Column('timestamp with time zone', { precision: 3 })
  @Field(() => DateTime, { description: 'When it became public, as precise as `precision` says.' })
  reportedAt!: Date;

  @Column('text')
  @Field(() => Precision, { description: 'How exactly its time is known.' })
  precision!: Precision;

  @Column('timestamp with time zone', { precision: 3 })
  @Field(() => DateTime, { description: 'The moment from which `asOf` shows it.' })
  publicAt!: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  @Field(() => DateTime, { description: 'When this system learnt it.' })
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  supersedesId!: string | null;

  @Field(() => Fact, { nullable: true, description: 'The fact that this one corrects.' })
  supersedes!: Fact | null;

  @Field(() => Fact, { nullable: true, description: 'The fact that corrects this one.' })
  supersededBy!: Fact | null;

  @Field(() => Retraction, { nullable: true, description: 'Set where it was withdrawn: the fact stays, marked.' })
  retraction!: Retraction | null;

  @Field(() => [Citation], { description: 'The documents that carry it.' })
  citations!: Citation[];

  @Column('uuid', { nullable: true })
  movedTo!: string | null;

  /** From when on a later wording holds; kept by the database. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  correctedAt!: Date | null;

  /** From when on it is withdrawn; kept by the database. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  withdrawnAt!: Date | null;
}

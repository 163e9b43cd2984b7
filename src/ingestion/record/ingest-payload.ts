import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../planner/node';
import { IngestOutcome, RecordKind } from './record-kind';
import type { Problem } from './shape';

/** What became of one record. */
export interface IngestResult {
  index: number;
  kind: RecordKind | null;
  outcome: IngestOutcome;
  node: { type: string; uuid: string } | null;
  problems: Problem[];
}

/** What became of a batch; the results stand in the order of its records. */
export interface IngestReport {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  results: IngestResult[];
}

/** Why a record was rejected. */
@ObjectType('IngestProblem', { description: 'Why a record was rejected.' })
class IngestProblemType implements Problem {
  @Field(() => String, { description: 'Where, such as `records[3].statement.issuedAt`.' })
  path!: string;

  @Field(() => String, { description: 'A whole sentence that names what is wrong.' })
  message!: string;
}

/** What became of one record, as GraphQL answers it; what reads `node` finds there which row it is. */
@ObjectType('IngestResult', { description: 'What became of one record.' })
class IngestResultType implements IngestResult {
  @Field(() => Int, { description: 'The place of the record in the batch, from 0.' })
  index!: number;

  @Field(() => RecordKind, { nullable: true, description: 'What the record is; null where it does not say.' })
  kind!: RecordKind | null;

  @Field(() => IngestOutcome, { description: 'What became of it.' })
  outcome!: IngestOutcome;

  @Field(() => Node, { nullable: true, description: 'What is stored for it; null where it was rejected.' })
  node!: { type: string; uuid: string } | null;

  @Field(() => [IngestProblemType], { description: 'Why it was rejected; empty where it was not.' })
  problems!: Problem[];
}

/** What became of a batch, as GraphQL answers it. */
@ObjectType({ description: 'What became of a batch.' })
export class IngestPayload implements IngestReport {
  @Field(() => Int, { description: 'How many records were new.' })
  created!: number;

  @Field(() => Int, { description: 'How many differed from what was stored.' })
  updated!: number;

  @Field(() => Int, { description: 'How many were stored already, as they are.' })
  unchanged!: number;

  @Field(() => Int, { description: 'How many were not stored.' })
  rejected!: number;

  @Field(() => [IngestResultType], { description: 'What became of each record, in the order of the batch.' })
  results!: IngestResult[];
}

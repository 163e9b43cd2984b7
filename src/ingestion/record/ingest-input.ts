import { Field, InputType } from 'type-graphql';
import { ActorRecordInput, ArticleRecordInput, SourceRecordInput, StoryRecordInput } from './document-input';
import { ClaimRecordInput, EventRecordInput, FigureRecordInput, PositionRecordInput, StatementRecordInput } from './fact-input';

/** One record of a batch, as GraphQL takes it. */
@InputType({
  description:
    'One record of a batch: exactly one of its fields. What a record needs is nullable, so that a record without it is rejected alone.',
})
export class IngestRecordInput {
  @Field(() => SourceRecordInput, { nullable: true, description: 'Who publishes documents.' })
  source?: SourceRecordInput | null;

  @Field(() => ActorRecordInput, { nullable: true, description: 'Who speaks or acts.' })
  actor?: ActorRecordInput | null;

  @Field(() => ArticleRecordInput, { nullable: true, description: 'A document that a source published.' })
  article?: ArticleRecordInput | null;

  @Field(() => StoryRecordInput, { nullable: true, description: 'A headline and summary of a story.' })
  story?: StoryRecordInput | null;

  @Field(() => EventRecordInput, { nullable: true, description: 'Something that happened.' })
  event?: EventRecordInput | null;

  @Field(() => StatementRecordInput, { nullable: true, description: 'What an actor said officially.' })
  statement?: StatementRecordInput | null;

  @Field(() => FigureRecordInput, { nullable: true, description: 'A number as one reporter gave it.' })
  figure?: FigureRecordInput | null;

  @Field(() => ClaimRecordInput, { nullable: true, description: 'A contested proposition.' })
  claim?: ClaimRecordInput | null;

  @Field(() => PositionRecordInput, { nullable: true, description: 'The position of an actor on a claim.' })
  position?: PositionRecordInput | null;
}

/** A batch of records, as GraphQL takes it. */
@InputType({
  description: 'A batch of at most 1,000 records, in any order: a record may refer to others of the batch and to what is stored.',
})
export class IngestInput {
  @Field(() => [IngestRecordInput], { description: 'The records.' })
  records!: IngestRecordInput[];
}

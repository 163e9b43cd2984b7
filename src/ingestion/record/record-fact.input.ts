import { Field, InputType } from 'type-graphql';
import { EventRecordInput, FigureRecordInput, StatementRecordInput } from './fact-input';

const REASON = 'Why; kept in the audit.';

/** An editor records an event. */
@InputType({ description: 'An event that an editor records.' })
export class RecordEventInput {
  @Field(() => EventRecordInput, { description: 'What is recorded. Without a `key` it gets one.' })
  event!: EventRecordInput;

  @Field(() => String, { description: REASON })
  reason!: string;
}

/** An editor records a statement. */
@InputType({ description: 'A statement that an editor records.' })
export class RecordStatementInput {
  @Field(() => StatementRecordInput, { description: 'What is recorded. Without a `key` it gets one.' })
  statement!: StatementRecordInput;

  @Field(() => String, { description: REASON })
  reason!: string;
}

/** An editor records a figure. */
@InputType({ description: 'A figure that an editor records.' })
export class RecordFigureInput {
  @Field(() => FigureRecordInput, { description: 'What is recorded; `event` is a key or an id. Without a `key` it gets one.' })
  figure!: FigureRecordInput;

  @Field(() => String, { description: REASON })
  reason!: string;
}

import { Field, ID, InputType, Int } from 'type-graphql';
import { Precision } from '../../article/precision';
import { EventKind } from '../../event/event.entity';
import { CitationInput } from '../../fact/citation.input';
import { Metric } from '../../figure/figure.entity';
import { DateTime } from '../../planner/date-time';
import { Channel, Stance } from '../../statement/stance';

const REASON = 'Why; kept in the audit.';

/** What was found by a machine is right. */
@InputType({ description: 'What a machine found is right.' })
export class ConfirmFactInput {
  @Field(() => ID, { description: 'The event, statement, figure or position.' })
  id!: string;

  @Field(() => String, { description: REASON })
  reason!: string;
}

/** What every correction says. */
@InputType({ description: 'What every correction says.' })
abstract class CorrectFactInput {
  @Field(() => ID, { description: 'The fact as it stands.' })
  id!: string;

  @Field(() => String, { description: REASON })
  reason!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it became public.' })
  reportedAt?: Date | null;

  @Field(() => Precision, { nullable: true, description: 'How exactly its time is known.' })
  precision?: Precision | null;

  @Field(() => [CitationInput], { nullable: true, description: 'The documents that carry it as it is now; else those that did.' })
  citations?: CitationInput[] | null;
}

/** A figure is put right. */
@InputType({ description: 'A figure is put right; what is not given stays. A null takes a number away.' })
export class CorrectFigureInput extends CorrectFactInput {
  @Field(() => Metric, { nullable: true, description: 'What it counts.' })
  metric?: Metric | null;

  @Field(() => Int, { nullable: true, description: 'The number.' })
  value?: number | null;

  @Field(() => Int, { nullable: true, description: 'The least that was given.' })
  min?: number | null;

  @Field(() => Int, { nullable: true, description: 'The most that was given.' })
  max?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was given as "at least" or "more than".' })
  atLeast?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the reporter is an authority.' })
  official?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Who gave it, by name.' })
  reporter?: string | null;

  @Field(() => ID, { nullable: true, description: 'The event of the same story that it counts for.' })
  event?: string | null;

  @Field(() => String, { nullable: true, description: 'What one should know to read it.' })
  note?: string | null;
}

/** A statement is put right. */
@InputType({ description: 'A statement is put right; what is not given stays. A null takes the speaker or the role away.' })
export class CorrectStatementInput extends CorrectFactInput {
  @Field(() => ID, { nullable: true, description: 'Whose statement it is: the slug, id or item of Wikidata of an actor.' })
  issuer?: string | null;

  @Field(() => String, { nullable: true, description: 'Who spoke.' })
  speaker?: string | null;

  @Field(() => String, { nullable: true, description: 'The office at the time.' })
  role?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was made.' })
  issuedAt?: Date | null;

  @Field(() => Channel, { nullable: true, description: 'Through what it was made.' })
  channel?: Channel | null;

  @Field(() => [Stance], { nullable: true, description: 'What it does.' })
  stances?: Stance[] | null;

  @Field(() => String, { nullable: true, description: 'What it says in short.' })
  summary?: string | null;
}

/** An event is put right. */
@InputType({ description: 'An event is put right; what is not given stays. A null takes the summary or the place away.' })
export class CorrectEventInput extends CorrectFactInput {
  @Field(() => EventKind, { nullable: true, description: 'What sort of thing it is.' })
  kind?: EventKind | null;

  @Field(() => String, { nullable: true, description: 'What happened, in a line.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What happened, in a few sentences.' })
  summary?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it happened or began.' })
  occurredAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'The name of the place.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'The country of the place (ISO 3166-1).' })
  placeCountry?: string | null;
}

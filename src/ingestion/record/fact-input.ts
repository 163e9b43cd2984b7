import { Field, Float, InputType, Int } from 'type-graphql';
import { Precision } from '../../article/precision';
import { ClaimKind, ClaimStatus } from '../../claim/claim.entity';
import { Polarity } from '../../claim/position.entity';
import { CoordinateBasis, EventKind, EventTimeBasis } from '../../event/event.entity';
import { CitationInput } from '../../fact/citation.input';
import { FigureTimeBasis, Metric } from '../../figure/figure.entity';
import { Channel, Stance, StatementDateBasis, StatementDetail } from '../../statement/stance';
import { TIME } from './document-input';

const KEY = 'Needed. Your own name for it within the story: the same key again is the same fact, and other content a correction.';
const STORY = 'Needed. The story: a slug or an id, also a former one.';
const CITATIONS = 'Needed, at least one. The documents that carry it.';

/** Where an event happened, as `ingest` takes it. */
@InputType({ description: 'Where an event happened, as exactly as it is known.' })
export class PlaceInput {
  @Field(() => String, { nullable: true, description: 'Needed. The name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The country (ISO 3166-1).' })
  country?: string | null;

  @Field(() => Float, { nullable: true, description: 'Degrees north (WGS 84), with `longitude`.' })
  latitude?: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east (WGS 84), with `latitude`.' })
  longitude?: number | null;

  @Field(() => CoordinateBasis, { nullable: true, description: 'How the coordinates are known.' })
  coordinateBasis?: CoordinateBasis | null;
}

/** Something that happened, as `ingest` takes it. */
@InputType({ description: 'Something that happened.' })
export class EventRecordInput {
  @Field(() => String, { nullable: true, description: KEY })
  key?: string | null;

  @Field(() => String, { nullable: true, description: STORY })
  story?: string | null;

  @Field(() => EventKind, { nullable: true, description: 'Needed. What sort of thing it is.' })
  kind?: EventKind | null;

  @Field(() => String, { nullable: true, description: 'Needed. What happened, in a line.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What happened, in a few sentences.' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: `Needed. When it happened or began: ${TIME}.` })
  occurredAt?: string | null;

  @Field(() => Precision, { nullable: true, description: 'How exactly `occurredAt` is known; else told by its form.' })
  precision?: Precision | null;

  @Field(() => String, { nullable: true, description: `When it ended: ${TIME}.` })
  endedAt?: string | null;

  @Field(() => Precision, { nullable: true, description: 'How exactly `endedAt` is known; else told by its form.' })
  endedPrecision?: Precision | null;

  @Field(() => EventTimeBasis, { nullable: true, description: 'How its time is known; else STATED.' })
  timeBasis?: EventTimeBasis | null;

  @Field(() => String, {
    nullable: true,
    description: `When it became public: ${TIME}; else from the first dated document or fact that speaks of it.`,
  })
  reportedAt?: string | null;

  @Field(() => PlaceInput, { nullable: true, description: 'Where it happened.' })
  place?: PlaceInput | null;

  @Field(() => String, { nullable: true, description: 'The event that it is a part of: a key.' })
  parent?: string | null;

  @Field(() => [CitationInput], { nullable: true, description: CITATIONS })
  citations?: CitationInput[] | null;
}

/** Who spoke, as `ingest` takes it. */
@InputType({ description: 'Who spoke, and in which office at the time.' })
export class SpeakerInput {
  @Field(() => String, { nullable: true, description: 'Needed. The name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The office at the time.' })
  role?: string | null;
}

/** What a statement answers, as `ingest` takes it. */
@InputType({ description: 'What a statement answers: exactly one of the two.' })
export class AnswersInput {
  @Field(() => String, { nullable: true, description: 'The key of an event.' })
  event?: string | null;

  @Field(() => String, { nullable: true, description: 'The key of a statement.' })
  statement?: string | null;
}

/** What an actor said officially, as `ingest` takes it. */
@InputType({ description: 'What an actor said officially, through a channel, with its stances.' })
export class StatementRecordInput {
  @Field(() => String, { nullable: true, description: KEY })
  key?: string | null;

  @Field(() => String, { nullable: true, description: STORY })
  story?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed. Whose statement it is: the slug of an actor.' })
  issuer?: string | null;

  @Field(() => SpeakerInput, { nullable: true, description: 'Who spoke; left out where the body itself did.' })
  speaker?: SpeakerInput | null;

  @Field(() => String, { nullable: true, description: `Needed. When it was made: ${TIME}.` })
  issuedAt?: string | null;

  @Field(() => Precision, { nullable: true, description: 'How exactly `issuedAt` is known; else told by its form.' })
  precision?: Precision | null;

  @Field(() => StatementDateBasis, { nullable: true, description: 'How `issuedAt` is known; else STATED.' })
  dateBasis?: StatementDateBasis | null;

  @Field(() => Channel, { nullable: true, description: 'Needed. Through what it was made.' })
  channel?: Channel | null;

  @Field(() => String, { nullable: true, description: 'The language that it was seen in (BCP 47).' })
  language?: string | null;

  @Field(() => [Stance], { nullable: true, description: 'Needed, at least one. What it does.' })
  stances?: Stance[] | null;

  @Field(() => String, { nullable: true, description: 'Needed. What it says in short; not a quotation.' })
  summary?: string | null;

  @Field(() => StatementDetail, { nullable: true, description: 'Whether its wording was seen; else FULL.' })
  detail?: StatementDetail | null;

  @Field(() => AnswersInput, { nullable: true, description: 'What it answers.' })
  answers?: AnswersInput | null;

  @Field(() => [CitationInput], { nullable: true, description: CITATIONS })
  citations?: CitationInput[] | null;
}

/** A number as one reporter gave it, as `ingest` takes it. */
@InputType({ description: 'A number for one metric of one event, as one reporter gave it at one time: `value`, `min` or `max` is needed.' })
export class FigureRecordInput {
  @Field(() => String, { nullable: true, description: KEY })
  key?: string | null;

  @Field(() => String, { nullable: true, description: STORY })
  story?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed. The event that it is about: a key.' })
  event?: string | null;

  @Field(() => Metric, { nullable: true, description: 'Needed. What is counted.' })
  metric?: Metric | null;

  @Field(() => Int, { nullable: true, description: 'The number.' })
  value?: number | null;

  @Field(() => Int, { nullable: true, description: 'The least it may be.' })
  min?: number | null;

  @Field(() => Int, { nullable: true, description: 'The most it may be.' })
  max?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether "at least" or "more than" was said; else false.' })
  atLeast?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the reporter is an authority; else false.' })
  official?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Needed. Who gave it, by the name under which it was given.' })
  reporter?: string | null;

  @Field(() => String, { nullable: true, description: 'The reporter as an actor: a slug; else the one actor of exactly that name.' })
  reporterActor?: string | null;

  @Field(() => String, { nullable: true, description: 'The reporter as a source: a slug; else the one source of exactly that name.' })
  reporterSource?: string | null;

  @Field(() => String, { nullable: true, description: `Needed. When it was given: ${TIME}.` })
  reportedAt?: string | null;

  @Field(() => Precision, { nullable: true, description: 'How exactly `reportedAt` is known; else told by its form.' })
  precision?: Precision | null;

  @Field(() => FigureTimeBasis, { nullable: true, description: 'How `reportedAt` is known; else REPORT_DATE.' })
  timeBasis?: FigureTimeBasis | null;

  @Field(() => String, { nullable: true, description: `The moment that the count refers to, where the reporter said: ${TIME}.` })
  statedAsOf?: string | null;

  @Field(() => String, { nullable: true, description: 'What one should know about it.' })
  note?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place in the order of reports of this metric, where that order is known.' })
  sequence?: number | null;

  @Field(() => [CitationInput], { nullable: true, description: CITATIONS })
  citations?: CitationInput[] | null;
}

/** A contested proposition, as `ingest` takes it. */
@InputType({ description: 'A contested proposition, and how it was judged. Another judgement is added to the earlier ones.' })
export class ClaimRecordInput {
  @Field(() => String, { nullable: true, description: KEY })
  key?: string | null;

  @Field(() => String, { nullable: true, description: STORY })
  story?: string | null;

  @Field(() => ClaimKind, { nullable: true, description: 'Needed. What it is about.' })
  kind?: ClaimKind | null;

  @Field(() => String, { nullable: true, description: 'The event that it is about: a key.' })
  about?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed. What is claimed, as a sentence that can be true or false.' })
  proposition?: string | null;

  @Field(() => ClaimStatus, { nullable: true, description: 'How it was judged.' })
  status?: ClaimStatus | null;

  @Field(() => String, { nullable: true, description: 'What the judgement adds.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: `When it was judged: ${TIME}; else now.` })
  assessedAt?: string | null;

  @Field(() => Precision, { nullable: true, description: 'How exactly `assessedAt` is known; else told by its form.' })
  assessedPrecision?: Precision | null;
}

/** The position of an actor on a claim, as `ingest` takes it. */
@InputType({ description: 'The position of an actor on a claim, resting on a statement or an article: exactly one of the two.' })
export class PositionRecordInput {
  @Field(() => String, { nullable: true, description: 'Your own name for it within the story; else made of claim, basis and polarity.' })
  key?: string | null;

  @Field(() => String, { nullable: true, description: STORY })
  story?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed. The claim: a key.' })
  claim?: string | null;

  @Field(() => String, { nullable: true, description: 'The statement that it rests on: a key.' })
  statement?: string | null;

  @Field(() => String, { nullable: true, description: 'The article that it rests on: an address. It must belong to the story.' })
  article?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whose position it is: the slug of an actor; else who issued the statement or published the article.',
  })
  holder?: string | null;

  @Field(() => Polarity, { nullable: true, description: 'Needed. Which side it is on.' })
  polarity?: Polarity | null;

  @Field(() => String, { nullable: true, description: `When it was taken: ${TIME}; else the time of what it rests on.` })
  takenAt?: string | null;

  @Field(() => Precision, { nullable: true, description: 'How exactly `takenAt` is known; else told by its form.' })
  precision?: Precision | null;

  @Field(() => String, { nullable: true, description: 'The grounds that were given.' })
  evidence?: string | null;

  @Field(() => [CitationInput], { nullable: true, description: 'The documents that carry it; else those of what it rests on.' })
  citations?: CitationInput[] | null;
}

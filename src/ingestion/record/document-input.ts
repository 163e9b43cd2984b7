import { Field, InputType, Int } from 'type-graphql';
import { ActorKind } from '../../actor/actor.entity';
import { ArticleDateBasis } from '../../article/article.entity';
import { Precision } from '../../article/precision';
import { Metric } from '../../figure/figure.entity';
import { SourceKind, SourceRole } from '../../source/source.entity';

/** How a time is written in a record, for the descriptions of fields. */
export const TIME = 'a date such as 2024-03-22, or a date-time by RFC 3339';

/** Who publishes documents, as `ingest` takes it. */
@InputType({ description: 'Who publishes documents. What is left out stays as it is stored.' })
export class SourceRecordInput {
  @Field(() => String, { nullable: true, description: 'Needed. The readable name in addresses, by which the same source is known again.' })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed. The name.' })
  name?: string | null;

  @Field(() => SourceKind, { nullable: true, description: 'Needed. What it is.' })
  kind?: SourceKind | null;

  @Field(() => SourceRole, { nullable: true, description: 'Whether it reports on others or speaks for itself; else told by `kind`.' })
  role?: SourceRole | null;

  @Field(() => String, { nullable: true, description: 'Its country (ISO 3166-1).' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'The address of its site.' })
  homepage?: string | null;

  @Field(() => String, { nullable: true, description: 'The language that it writes in (BCP 47).' })
  language?: string | null;

  @Field(() => [String], { nullable: true, description: 'Addresses of pages by or about it.' })
  pages?: string[] | null;
}

/** Who speaks or acts, as `ingest` takes it. */
@InputType({ description: 'Who speaks or acts. What is left out stays as it is stored.' })
export class ActorRecordInput {
  @Field(() => String, { nullable: true, description: 'Needed. The readable name in addresses, by which the same actor is known again.' })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed. The name.' })
  name?: string | null;

  @Field(() => ActorKind, { nullable: true, description: 'Needed. What it is.' })
  kind?: ActorKind | null;

  @Field(() => String, { nullable: true, description: 'The country that it speaks for or sits in (ISO 3166-1).' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Its item of Wikidata, such as Q159.' })
  wikidataId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its own channel: the slug of a source.' })
  source?: string | null;
}

/** A headline and summary of a story, as `ingest` takes it. */
@InputType({ description: 'A headline and summary of a story, new or known. Earlier ones are kept.' })
export class StoryRecordInput {
  @Field(() => String, { nullable: true, description: 'Needed. The readable name in addresses; a new one makes a new story.' })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed. The headline.' })
  headline?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed. The story in a few sentences.' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: `From when they hold: ${TIME}; else from now.` })
  reportedAt?: string | null;

  @Field(() => Precision, { nullable: true, description: 'How exactly `reportedAt` is known; else told by its form.' })
  precision?: Precision | null;
}

/** Who and what an article names, as `ingest` takes it. */
@InputType({ description: 'Who and what an article names.' })
export class MentionsInput {
  @Field(() => [String], { nullable: true, description: 'Codes of ISO 3166-1.' })
  countries?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Names of organisations.' })
  organisations?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Names of people.' })
  people?: string[] | null;
}

/** A number that an article gives, as `ingest` takes it. */
@InputType({ description: 'A number that an article gives: `value`, `min` or `max` is needed.' })
export class ReportedFigureInput {
  @Field(() => Metric, { nullable: true, description: 'Needed. What is counted.' })
  metric?: Metric | null;

  @Field(() => Int, { nullable: true, description: 'The number.' })
  value?: number | null;

  @Field(() => Int, { nullable: true, description: 'The least it says.' })
  min?: number | null;

  @Field(() => Int, { nullable: true, description: 'The most it says.' })
  max?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it says "at least" or "more than"; else false.' })
  atLeast?: boolean | null;
}

/** A document that a source published, as `ingest` takes it. */
@InputType({ description: 'A document that a source published. What is left out stays as it is stored; a new wording is a new version.' })
export class ArticleRecordInput {
  @Field(() => String, {
    nullable: true,
    description: 'Needed. The address, by which the same article is known again, however it is decorated.',
  })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed. Who published it: the slug of a source.' })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'The story that it tells: a slug or an id.' })
  story?: string | null;

  @Field(() => String, { nullable: true, description: 'Your own name for it; kept, and not needed.' })
  key?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed. The headline.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What it says in short.' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'The full text, where it may be held; citations can then point to exact words.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Its language (BCP 47).' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: `When it was published: ${TIME}.` })
  publishedAt?: string | null;

  @Field(() => Precision, { nullable: true, description: 'How exactly `publishedAt` is known; else told by its form.' })
  precision?: Precision | null;

  @Field(() => ArticleDateBasis, { nullable: true, description: 'How `publishedAt` is known; else PAGE.' })
  dateBasis?: ArticleDateBasis | null;

  @Field(() => String, { nullable: true, description: 'The agency or outlet whose text it carries.' })
  syndicatedFrom?: string | null;

  @Field(() => MentionsInput, { nullable: true, description: 'Who and what it names.' })
  mentions?: MentionsInput | null;

  @Field(() => [ReportedFigureInput], { nullable: true, description: 'The numbers that it gives.' })
  figures?: ReportedFigureInput[] | null;
}

import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DateTime } from '../planner/date-time';
import { Node } from '../planner/node';
import { Source } from '../source/source.entity';
import { Precision } from './precision';
import type { WordingChange } from './wording-diff';

/** How the date of an article is known. */
export enum ArticleDateBasis {
  PAGE = 'PAGE',
  URL = 'URL',
  FEED = 'FEED',
  INFERRED = 'INFERRED',
  FIRST_SEEN = 'FIRST_SEEN',
}
registerEnumType(ArticleDateBasis, {
  name: 'ArticleDateBasis',
  description: 'How the date of an article is known.',
  valuesConfig: {
    PAGE: { description: 'Printed on the page.' },
    URL: { description: 'In the address.' },
    FEED: { description: 'Given by the feed.' },
    INFERRED: { description: 'From words of the text.' },
    FIRST_SEEN: { description: 'Not known: the moment when it was first seen stands in.' },
  },
});

/** The countries, organisations and people that an article names. */
@ObjectType({ description: 'Who and what an article names.' })
export class ArticleMentions {
  @Field(() => [String], { description: 'Codes of ISO 3166-1.' })
  countries!: string[];

  @Field(() => [String], { description: 'Names of organisations.' })
  organisations!: string[];

  @Field(() => [String], { description: 'Names of people.' })
  people!: string[];
}

/** A number that an article gives; facts about it are figures. */
@ObjectType({ description: 'A number that an article gives, as it gives it. The ledger of the story is `figures`.' })
export class ReportedFigure {
  @Field(() => String, { description: 'What is counted.' })
  metric!: string;

  @Field(() => Int, { nullable: true, description: 'The number.' })
  value!: number | null;

  @Field(() => Int, { nullable: true, description: 'The least it says.' })
  min!: number | null;

  @Field(() => Int, { nullable: true, description: 'The most it says.' })
  max!: number | null;

  @Field(() => Boolean, { description: 'Whether it says "at least" or "more than".' })
  atLeast!: boolean;
}

/** A document that a source published. Its key is derived from its canonical address. */
@Entity('article')
@Check('article_precision', `precision in ('MINUTE', 'HOUR', 'DAY')`)
@Check('article_date_basis', `date_basis in ('PAGE', 'URL', 'FEED', 'INFERRED', 'FIRST_SEEN')`)
@Index('article_sort', ['sortAt', 'id'])
@Index('article_arrival', ['firstSeenAt', 'id'])
@Index('article_source_sort', ['sourceId', 'sortAt', 'id'])
@Index('article_language_sort', ['language', 'sortAt', 'id'])
@Index('article_origin', ['originId'])
@Index('article_origin_unsought', ['firstSeenAt', 'id'], { where: 'not origin_sought' })
@Index('article_bands', { synchronize: false })
@Index('article_search', { synchronize: false })
@ObjectType({ implements: Node, description: 'A document that a source published; it keeps its versions.' })
export class Article extends Node {
  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text', { nullable: true })
  key!: string | null;

  @Column('text')
  @Field(() => String, { description: 'The canonical address.' })
  url!: string;

  @Column('uuid')
  @ForeignKey(() => Source, { name: 'article_source' })
  sourceId!: string;

  @Field(() => Source, { description: 'Who published it.' })
  source!: Source;

  @Column('text')
  @Field(() => String, { description: 'The headline; under `asOf` the one that stood then.' })
  title!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What it says in short.' })
  summary!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Its language (BCP 47).' })
  language!: string | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it was published, as precise as `precision` says; null where nobody says.' })
  publishedAt!: Date | null;

  @Column('text')
  @Field(() => Precision, { description: 'How exactly `publishedAt` is known.' })
  precision!: Precision;

  @Column('text')
  @Field(() => ArticleDateBasis, { description: 'How `publishedAt` is known.' })
  dateBasis!: ArticleDateBasis;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The agency or outlet whose text it carries: then it is no independent confirmation.',
  })
  syndicatedFrom!: string | null;

  @Column('jsonb', { nullable: true })
  @Field(() => ArticleMentions, {
    nullable: true,
    description: 'Who and what its latest wording names; null under `asOf` before that wording.',
  })
  mentions!: ArticleMentions | null;

  @Column('jsonb', { nullable: true })
  @Field(() => [ReportedFigure], { description: 'The numbers that its latest wording gives; none under `asOf` before that wording.' })
  reportedFigures!: ReportedFigure[] | null;

  @Column('uuid')
  originId!: string;

  /** Whether other articles with its text were looked for. */
  @Column('boolean', { default: false })
  originSought!: boolean;

  /** MinHash of its text, and the bands of it by which like texts are found. */
  @Column('integer', { array: true, nullable: true, select: false })
  signature!: number[] | null;

  @Column('integer', { array: true, nullable: true, select: false })
  bands!: number[] | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  @Field(() => DateTime, { description: 'When this system first saw it.' })
  firstSeenAt!: Date;

  @Column('timestamp with time zone', { precision: 3 })
  sortAt!: Date;

  @Column('timestamp with time zone', { precision: 3 })
  @Field(() => DateTime, { description: 'The moment from which `asOf` shows it.' })
  publicAt!: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When its headline or text last changed; null where it never did.' })
  revisedAt!: Date | null;

  @Column('text')
  contentHash!: string;

  @Column('tsvector', { nullable: true, select: false })
  search!: string | null;

  @Field(() => [ArticleVersion], { description: 'What it said, oldest first.' })
  versions!: ArticleVersion[];
}

/** Where a wording changed. */
export enum ArticlePart {
  TITLE = 'TITLE',
  SUMMARY = 'SUMMARY',
  TEXT = 'TEXT',
}
registerEnumType(ArticlePart, { name: 'ArticlePart', description: 'A part of an article.' });

/** Words that stand for others in a later version. */
@ObjectType({ description: 'Words that stand for others in a later version of an article.' })
export class TextChange {
  @Field(() => ArticlePart, { description: 'Where.' })
  part!: ArticlePart;

  @Field(() => String, { description: 'What stood there; empty where words were only added.' })
  removed!: string;

  @Field(() => String, { description: 'What stands there; empty where words were only removed.' })
  added!: string;
}

/** One wording of an article. Never changed: another wording is another version. */
@Entity('article_version')
@ObjectType({ description: 'One wording of an article.' })
export class ArticleVersion {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Article, { name: 'article_version_article' })
  articleId!: string;

  @PrimaryColumn('integer')
  @Field(() => Int, { description: 'Counts from 1.' })
  number!: number;

  @Column('text')
  @Field(() => String, { description: 'The headline of this version.' })
  title!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The summary of this version.' })
  summary!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The full text, where it is held.' })
  text!: string | null;

  @Column('jsonb', { default: () => `'[]'` })
  @Field(() => [TextChange], { description: 'What it says otherwise than the version before, word by word; empty for the first.' })
  changes!: WordingChange[];

  @Column('text')
  @Field(() => String, { description: 'SHA-256 of headline, summary and text, in hex.' })
  contentHash!: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  @Field(() => DateTime, { description: 'When it was first seen.' })
  seenAt!: Date;
}

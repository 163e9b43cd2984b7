import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Precision } from '../article/precision';
import { DateTime } from '../planner/date-time';
import { Node } from '../planner/node';

/** How lively a story is. */
export enum StoryStatus {
  BREAKING = 'BREAKING',
  DEVELOPING = 'DEVELOPING',
  ONGOING = 'ONGOING',
  QUIET = 'QUIET',
}
registerEnumType(StoryStatus, {
  name: 'StoryStatus',
  description: 'How lively a story is, by the age of its last activity at the moment that is looked at.',
  valuesConfig: {
    BREAKING: { description: 'Within the last 12 hours.' },
    DEVELOPING: { description: 'Within the last 3 days.' },
    ONGOING: { description: 'Within the last 14 days.' },
    QUIET: { description: 'Longer ago.' },
  },
});

/** What a set of articles and facts is about. */
@Entity('story')
@Index('story_activity', ['lastActivityAt', 'id'])
@Index('story_start', ['startedAt', 'id'])
@Index('story_slug', ['slug'])
@ObjectType({ implements: Node, description: 'What a set of articles and facts is about. Old ids and slugs resolve for ever.' })
export class Story extends Node {
  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String, { description: 'The readable name in addresses.' })
  slug!: string;

  @Column('text', { nullable: true })
  key!: string | null;

  @Field(() => String, { description: 'The headline; under `asOf` the one that stood then.' })
  headline!: string;

  @Field(() => String, { description: 'The story in a few sentences; under `asOf` the text that stood then.' })
  summary!: string;

  @Field(() => StoryStatus, { description: 'How lively it is.' })
  status!: StoryStatus;

  @Column('bigint', { default: 0 })
  version!: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  @Field(() => DateTime, { description: 'When the first of its articles or facts was reported.' })
  startedAt!: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  @Field(() => DateTime, { description: 'When the latest of its articles or facts was reported.' })
  lastActivityAt!: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  publicAt!: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  mergedInto!: string | null;

  @Field(() => [StoryRevision], { description: 'Every headline and summary that it bore, oldest first.' })
  revisions!: StoryRevision[];
}

/** A headline and summary, and from when they held. */
@Entity('story_revision')
@Check('story_revision_precision', `precision in ('MINUTE', 'HOUR', 'DAY')`)
@Index('story_revision_public', ['storyId', 'publicAt', 'id'])
@Index('story_revision_search', { synchronize: false })
@ObjectType({ description: 'A headline and summary, and from when they held.' })
export class StoryRevision {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Story, { name: 'story_revision_story' })
  storyId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  @Field(() => String, { description: 'The headline.' })
  headline!: string;

  @Column('text')
  @Field(() => String, { description: 'The story in a few sentences.' })
  summary!: string;

  @Column('timestamp with time zone', { precision: 3 })
  @Field(() => DateTime, { description: 'From when it held.' })
  reportedAt!: Date;

  @Column('text')
  @Field(() => Precision, { description: 'How exactly `reportedAt` is known.' })
  precision!: Precision;

  @Column('timestamp with time zone', { precision: 3 })
  publicAt!: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  @Field(() => DateTime, { description: 'When this system learnt it.' })
  recordedAt!: Date;

  @Column('tsvector', { nullable: true, select: false })
  search!: string | null;
}

/** Every slug and id that ever led to a story. */
@Entity('story_alias')
@Index('story_alias_story', ['storyId'])
export class StoryAlias {
  @PrimaryColumn('text')
  alias!: string;

  @Column('uuid')
  storyId!: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt!: Date;
}

/** That an article tells a story, with the card of the article, so that a page of a story's articles is one index range. */
@Entity('story_article')
@Check('story_article_method', `method in ('RECORDED', 'DETECTED', 'EDITED')`)
@Index('story_article_sort', ['storyId', 'sortAt', 'articleId'])
@Index('story_article_public', ['storyId', 'publicAt', 'articleId'])
@Index('story_article_article', ['articleId'])
@Index('story_article_unread', ['recordedAt', 'storyId', 'articleId'], { where: 'unread_from is not null and moved_to is null' })
export class StoryArticle {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Story, { name: 'story_article_story' })
  storyId!: string;

  @PrimaryColumn('uuid')
  articleId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  url!: string;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('uuid')
  sourceId!: string;

  @Column('text', { nullable: true })
  countryCode!: string | null;

  @Column('uuid')
  originId!: string;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  publishedAt!: Date | null;

  @Column('timestamp with time zone', { precision: 3 })
  sortAt!: Date;

  @Column('timestamp with time zone', { precision: 3 })
  publicAt!: Date;

  @Column('text', { default: 'RECORDED' })
  method!: string;

  @Column('real', { nullable: true })
  score!: number | null;

  /** The first version of the article that was not read for facts; null where all were. */
  @Column('integer', { nullable: true, default: 1 })
  unreadFrom!: number | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  movedTo!: string | null;
}

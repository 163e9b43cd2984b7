import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { DateTime } from '../planner/date-time';
import { Node } from '../planner/node';
import { Source } from './source.entity';

/** Whether a feed is polled, and how it does. */
export enum FeedStatus {
  ACTIVE = 'ACTIVE',
  FAILING = 'FAILING',
  GONE = 'GONE',
  PAUSED = 'PAUSED',
}
registerEnumType(FeedStatus, {
  name: 'FeedStatus',
  description: 'Whether a feed is polled, and how it does.',
  valuesConfig: {
    ACTIVE: { description: 'Polled, and the last poll went well.' },
    FAILING: { description: 'The last polls failed; it is asked ever more seldom, and never given up.' },
    GONE: { description: 'Its server says that it is gone for good, or it moved to an address that is polled already: no longer polled.' },
    PAUSED: { description: 'Not polled until someone asks for it again.' },
  },
});

/** What kind of document a feed comes as. */
export enum FeedFormat {
  RSS = 'RSS',
  ATOM = 'ATOM',
  RDF = 'RDF',
  JSON = 'JSON',
  SITEMAP = 'SITEMAP',
}
registerEnumType(FeedFormat, { name: 'FeedFormat', description: 'What kind of document a feed comes as.' });

/** An address of a source that is polled. */
@Entity('feed')
@Check('feed_status', `status in ('ACTIVE', 'FAILING', 'GONE', 'PAUSED')`)
@Unique('feed_url_key', ['urlKey'])
@Index('feed_due', ['nextPollAt'])
@Index('feed_source_id', ['sourceId'])
@Index('feed_created', ['createdAt', 'id'])
@ObjectType({ implements: Node, description: 'An address of a source that is polled.' })
export class Feed extends Node {
  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String, { description: 'The address that is asked.' })
  url!: string;

  /** Derived from the canonical address: an address is polled once. */
  @Column('uuid')
  urlKey!: string;

  @Column('text')
  host!: string;

  @Column('uuid')
  @ForeignKey(() => Source, { name: 'feed_source' })
  sourceId!: string;

  @Field(() => Source, { description: 'Who publishes it.' })
  source!: Source;

  @Column('text', { nullable: true })
  @Field(() => FeedFormat, { nullable: true, description: 'What it comes as; null until it was read once.' })
  format!: FeedFormat | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'How it calls itself.' })
  title!: string | null;

  @Column('text', { default: 'ACTIVE' })
  @Field(() => FeedStatus, { description: 'Whether it is polled, and how it does.' })
  status!: FeedStatus;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The folder in which a list of feeds (OPML) holds it, levels apart by `/`.' })
  folder!: string | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: 'Whether the pages of its new articles are fetched for their full text.' })
  fullText!: boolean;

  @Column('integer', { default: 900 })
  @Field(() => Int, { description: 'Seconds from one poll to the next, as its news and its own wishes have made it.' })
  intervalSeconds!: number;

  @Column('integer', { nullable: true })
  ttlSeconds!: number | null;

  @Column('text', { nullable: true })
  etag!: string | null;

  @Column('text', { nullable: true })
  lastModified!: string | null;

  @Column('text', { nullable: true })
  contentHash!: string | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  lastUnconditionalAt!: Date | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it was last asked.' })
  lastPolledAt!: Date | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it last answered as it should, with news or without.' })
  lastSucceededAt!: Date | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  @Field(() => DateTime, { description: 'When it is due; of no weight while it is GONE or PAUSED.' })
  nextPollAt!: Date;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'How many polls have failed since the last that went well.' })
  consecutiveFailures!: number;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What is the matter with it and what to do; null while it does well.' })
  lastProblem!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Where it says that it has moved for good; it is believed after 7 days.' })
  movedTo!: string | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  movedSince!: Date | null;

  @Column('text', { nullable: true })
  hubUrl!: string | null;

  @Column('text', { nullable: true })
  topic!: string | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  claimedUntil!: Date | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  @Field(() => DateTime, { description: 'When it was registered.' })
  createdAt!: Date;
}

/** Which feeds an article came through, and what each said of it, by its hash. */
@Entity('feed_article')
@Index('feed_article_page', ['articleId'], { where: `page = 'WANTED'` })
@Check('feed_article_page_state', `page in ('WANTED', 'QUEUED')`)
export class FeedArticle {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Feed, { name: 'feed_article_feed' })
  feedId!: string;

  @PrimaryColumn('uuid')
  articleId!: string;

  @Column('text', { nullable: true })
  itemHash!: string | null;

  /** Whether its page is still to be fetched: WANTED, then QUEUED as a job. */
  @Column('text', { nullable: true })
  page!: string | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  firstSeenAt!: Date;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Source } from './source.entity';

/** An address of a source that is polled. */
@Entity('feed')
@Check('feed_status', `status in ('ACTIVE', 'FAILING', 'GONE', 'PAUSED')`)
@Index('feed_due', ['nextPollAt'])
@Index('feed_source_id', ['sourceId'])
export class Feed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  url!: string;

  @Column('uuid')
  @ForeignKey(() => Source, { name: 'feed_source' })
  sourceId!: string;

  @Column('text', { nullable: true })
  format!: string | null;

  @Column('text', { default: 'ACTIVE' })
  status!: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  nextPollAt!: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt!: Date;
}

/** One reading of a feed, with its outcome. */
@Entity('poll')
@Check('poll_outcome', `outcome in ('READ', 'NOT_MODIFIED', 'FAILED')`)
@Index('poll_feed_at', ['feedId', 'at'])
export class Poll {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Feed, { name: 'poll_feed' })
  feedId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  at!: Date;

  @Column('text')
  outcome!: string;

  @Column('integer', { nullable: true })
  httpStatus!: number | null;

  @Column('integer', { default: 0 })
  itemsSeen!: number;

  @Column('integer', { default: 0 })
  itemsNew!: number;

  @Column('integer', { nullable: true })
  durationMs!: number | null;

  @Column('text', { nullable: true })
  problem!: string | null;
}

/** Which feeds an article came through. */
@Entity('feed_article')
export class FeedArticle {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Feed, { name: 'feed_article_feed' })
  feedId!: string;

  @PrimaryColumn('uuid')
  articleId!: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  firstSeenAt!: Date;
}

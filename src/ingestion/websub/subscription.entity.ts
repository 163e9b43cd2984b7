import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Feed } from '../../source/feed.entity';

/** Where a subscription stands. */
export enum SubscriptionState {
  /** The hub was asked, and has not come back yet. */
  REQUESTED = 'REQUESTED',
  /** The hub has verified that we want it, and sends until the lease ends. */
  ACTIVE = 'ACTIVE',
  /** The hub refused, or could not be reached; asked again later. */
  DENIED = 'DENIED',
}

/** That a hub is to tell us of news in a feed (W3C WebSub). Its key is part of the callback, so that it cannot be guessed. */
@Entity('websub_subscription')
@Check('websub_subscription_state', `state in ('REQUESTED', 'ACTIVE', 'DENIED')`)
@Index('websub_subscription_due', ['renewAt'])
export class WebsubSubscription {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Feed, { name: 'websub_subscription_feed' })
  feedId!: string;

  @Column('text')
  callbackKey!: string;

  @Column('text')
  hubUrl!: string;

  @Column('text')
  topic!: string;

  @Column('text')
  secret!: string;

  @Column('text')
  state!: SubscriptionState;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  leaseUntil!: Date | null;

  /** When the hub is to be asked again. */
  @Column('timestamp with time zone', { precision: 3 })
  renewAt!: Date;

  @Column('integer', { default: 0 })
  failures!: number;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  lastDeliveryAt!: Date | null;

  @Column('text', { nullable: true })
  problem!: string | null;
}

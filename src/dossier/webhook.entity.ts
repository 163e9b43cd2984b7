import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DateTime } from '../planner/date-time';
import { ApiKey } from '../platform/api-key.entity';
import { Story } from '../story/story.entity';
import { ChangeKind } from './change.entity';

/** How a delivery stands. */
export enum DeliveryState {
  DELIVERED = 'DELIVERED',
  RETRYING = 'RETRYING',
  DEAD = 'DEAD',
}
registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'How a delivery to a webhook stands.',
  valuesConfig: {
    DELIVERED: { description: 'The receiver answered with a status of 200 to 299.' },
    RETRYING: { description: 'It failed so far, and is tried again; what comes later waits behind it.' },
    DEAD: { description: 'It failed for 24 hours and was given up; `replayWebhook` sends it again.' },
  },
});

/** An address that changes are sent to, how far it has them, and who sends at the moment. */
@Entity('webhook')
@ObjectType({ description: 'An address that changes are sent to, in order, each until it is taken or 24 hours have passed.' })
export class Webhook {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'By which it is deleted or replayed.' })
  id!: string;

  @Column('text')
  @Field(() => String, { description: 'Where changes are posted.' })
  url!: string;

  @Column('text')
  secret!: string; // must be kept as it is: every delivery is signed with it

  @Column('uuid', { nullable: true })
  storyId!: string | null;

  @Field(() => Story, { nullable: true, description: 'Whose changes are sent; null: those of all stories.' })
  story!: Story | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => ApiKey, { name: 'webhook_api_key' })
  apiKeyId!: string | null;

  @Column('integer')
  era!: number;

  @Column('bigint')
  transaction!: string;

  @Column('bigint')
  changeId!: string;

  @Field(() => String, { description: 'How far the receiver has the changes: a cursor of `changes`.' })
  cursor!: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  sinceAt!: Date;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'How many attempts have failed since the last that succeeded.' })
  attempts!: number;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: 'Not before then is the next attempt made; null: as soon as there is something to send.',
  })
  notBefore!: Date | null;

  @Column('uuid', { nullable: true })
  lease!: string | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  leasedUntil!: Date | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  @Field(() => DateTime, { description: 'When it was registered.' })
  createdAt!: Date;

  @Field(() => [WebhookDelivery], { description: 'The log of its deliveries, the latest attempt first.' })
  deliveries!: WebhookDelivery[];
}

/** What became of one change at one webhook. */
@Entity('webhook_delivery')
@Check('webhook_delivery_state', `state in ('DELIVERED', 'RETRYING', 'DEAD')`)
@Index('webhook_delivery_time', ['webhookId', 'lastAttemptAt', 'id'])
@ObjectType({ description: 'What became of one change at one webhook.' })
export class WebhookDelivery {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Webhook, { name: 'webhook_delivery_webhook', onDelete: 'CASCADE' })
  webhookId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'The idempotency id: the same in every attempt and replay, sent as `X-Newsgraph-Delivery`.' })
  id!: string;

  @Column('uuid')
  storyId!: string;

  @Column('text')
  @Field(() => ChangeKind, { description: 'What happened.' })
  kind!: ChangeKind;

  @Column('text')
  @Field(() => String, { description: 'The cursor of the change in `changes`.' })
  cursor!: string;

  @Column('text')
  @Field(() => DeliveryState, { description: 'How it stands.' })
  state!: DeliveryState;

  @Column('integer')
  @Field(() => Int, { description: 'How often it was sent.' })
  attempts!: number;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'The status of the last answer; null where none came.' })
  status!: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why the last attempt failed; null where it succeeded.' })
  problem!: string | null;

  @Column('timestamp with time zone', { precision: 3 })
  @Field(() => DateTime, { description: 'When it was first sent.' })
  firstAttemptAt!: Date;

  @Column('timestamp with time zone', { precision: 3 })
  @Field(() => DateTime, { description: 'When it was last sent.' })
  lastAttemptAt!: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it is sent again; null unless it is to be.' })
  nextAttemptAt!: Date | null;
}

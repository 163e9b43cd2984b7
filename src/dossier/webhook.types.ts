import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Webhook } from './webhook.entity';

/** What is registered. */
@InputType({ description: 'An address that changes are to be sent to.' })
export class RegisterWebhookInput {
  @Field(() => String, { description: 'Where changes are posted: an http or https address that is reachable from the internet.' })
  url!: string;

  @Field(() => String, { nullable: true, description: 'Only the changes of this story: a slug or an id. All stories where not given.' })
  story?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Begin behind this cursor of `changes`; with what comes from now on where not given.',
  })
  since?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A secret of your own to sign with, of 16 to 200 characters; one is made where not given.',
  })
  secret?: string | null;
}

/** What was registered. */
@ObjectType({ description: 'What was registered.' })
export class RegisterWebhookPayload {
  @Field(() => Webhook, { description: 'The webhook.' })
  webhook!: Webhook;

  @Field(() => String, { description: 'What deliveries are signed with. It is told this once: keep it.' })
  secret!: string;
}

/** What was deleted. */
@ObjectType({ description: 'What was deleted.' })
export class DeleteWebhookPayload {
  @Field(() => ID, { description: 'The id of the webhook that is gone, with its log.' })
  deletedId!: string;
}

/** What is replayed. */
@InputType({ description: 'Which webhook gets its changes again, and from where.' })
export class ReplayWebhookInput {
  @Field(() => ID, { description: 'The id of the webhook.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Send again what came after this cursor of `changes`; everything where not given.' })
  since?: string | null;
}

/** What is replayed. */
@ObjectType({ description: 'What is replayed.' })
export class ReplayWebhookPayload {
  @Field(() => Webhook, { description: 'The webhook, set back.' })
  webhook!: Webhook;
}

/** Which part of a log of deliveries. */
@ArgsType()
export class DeliveryArguments {
  @Field(() => Int, { nullable: true, description: 'How many, 1 to 100; 20 where not given.' })
  first?: number;

  @Field(() => Boolean, { nullable: true, description: 'Only those that were not delivered.' })
  failed?: boolean;
}

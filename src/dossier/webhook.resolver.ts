import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Role } from '../platform/api-key.entity';
import type { Context } from '../platform/context';
import type { WebhookDelivery } from './webhook.entity';
import { Webhook } from './webhook.entity';
import {
  cursorOfWebhook,
  deleteWebhook,
  idOfWebhook,
  listDeliveries,
  listWebhooks,
  registerWebhook,
  replayWebhook,
  storyOfWebhook,
} from './webhook.service';
import {
  DeleteWebhookPayload,
  DeliveryArguments,
  RegisterWebhookInput,
  RegisterWebhookPayload,
  ReplayWebhookInput,
  ReplayWebhookPayload,
} from './webhook.types';

@Resolver(() => Webhook)
export class WebhookResolver {
  @Authorized(Role.EDITOR)
  @Query(() => [Webhook], { description: 'All webhooks, oldest first.' })
  webhooks(@Ctx() { database }: Context): Promise<Webhook[]> {
    return listWebhooks(database.manager);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => RegisterWebhookPayload, { description: 'Has changes sent to an address, signed, in order, each at least once.' })
  registerWebhook(
    @Arg('input', () => RegisterWebhookInput, { description: 'The address.' }) input: RegisterWebhookInput,
    @Ctx() { database, caller }: Context,
  ): Promise<RegisterWebhookPayload> {
    return registerWebhook(database, caller, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => DeleteWebhookPayload, { description: 'Ends a webhook and forgets its log.' })
  async deleteWebhook(
    @Arg('id', () => ID, { description: 'The id of the webhook.' }) id: string,
    @Ctx() { database }: Context,
  ): Promise<DeleteWebhookPayload> {
    await deleteWebhook(database.manager, id);
    return { deletedId: id };
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => ReplayWebhookPayload, { description: 'Sends changes again from a cursor on, under the same idempotency ids.' })
  async replayWebhook(
    @Arg('input', () => ReplayWebhookInput, { description: 'Which, and from where.' }) input: ReplayWebhookInput,
    @Ctx() { database }: Context,
  ): Promise<ReplayWebhookPayload> {
    return { webhook: await replayWebhook(database.manager, input) };
  }

  @FieldResolver()
  id(@Root() webhook: Webhook): string {
    return idOfWebhook(webhook);
  }

  @FieldResolver()
  cursor(@Root() webhook: Webhook): string {
    return cursorOfWebhook(webhook);
  }

  @FieldResolver()
  story(@Root() webhook: Webhook, @Ctx() { database }: Context): unknown {
    return storyOfWebhook(database, webhook);
  }

  @FieldResolver()
  deliveries(
    @Root() { id }: Webhook,
    @Args(() => DeliveryArguments) page: DeliveryArguments,
    @Ctx() { database }: Context,
  ): Promise<WebhookDelivery[]> {
    return listDeliveries(database.manager, id, page);
  }
}

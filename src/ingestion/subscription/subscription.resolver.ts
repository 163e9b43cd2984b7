import { Arg, Authorized, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Role } from '../../platform/api-key.entity';
import type { Context } from '../../platform/context';
import { Refusal } from '../../platform/errors';
import { pollFeed } from '../poll/poll-feed';
import { registerFeed } from './register-feed';
import { PollFeedPayload, RegisterFeedInput, RegisterFeedPayload } from './subscription.types';

/** What is polled. Who may hand in articles may also say where to get them. */
@Resolver()
export class SubscriptionResolver {
  @Authorized(Role.INGESTOR)
  @Mutation(() => RegisterFeedPayload, {
    description:
      'Registers a feed, to be polled at once. One that is registered already takes over what is said now, and is woken where it was paused or gone.',
  })
  async registerFeed(
    @Arg('input', () => RegisterFeedInput, { description: 'The feed.' }) input: RegisterFeedInput,
    @Ctx() { database }: Context,
  ): Promise<RegisterFeedPayload> {
    const { feed, created } = await registerFeed(database.manager, input);
    return { feed: { type: 'Feed', uuid: feed.id }, created };
  }

  @Authorized(Role.INGESTOR)
  @Mutation(() => PollFeedPayload, { description: 'Reads a feed now, whether it is due or not, and answers with what came of it.' })
  async pollFeed(
    @Arg('id', () => ID, { description: 'The id of the feed, or its address.' }) id: string,
    @Ctx() { database, egress }: Context,
  ): Promise<PollFeedPayload> {
    if (!egress)
      throw new Refusal('FORBIDDEN', 'This server fetches nothing itself: let a worker poll, which reads the feed when it is due.');
    const poll = await pollFeed(database, id, { egress });
    return { poll: { type: 'Poll', uuid: poll.id }, feed: { type: 'Feed', uuid: poll.feedId } };
  }
}

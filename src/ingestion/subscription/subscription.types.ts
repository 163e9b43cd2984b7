import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Feed } from '../../source/feed.entity';
import { Poll } from '../../source/poll.entity';
import type { FeedToRegister } from './register-feed';

/** A row that a mutation answers with; what reads the field finds there which it is. */
interface Reference {
  type: string;
  uuid: string;
}

/** What is said of a feed when it is registered, as GraphQL takes it. */
@InputType({ description: 'What is said of a feed when it is registered. Only its address is needed.' })
export class RegisterFeedInput implements FeedToRegister {
  @Field(() => String, { description: 'The address, http or https.' })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description: "Who publishes it: a slug or an id; else the source of the feed's host, made where there is none.",
  })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'How a source that is made is called; else like its host.' })
  sourceName?: string | null;

  @Field(() => String, { nullable: true, description: 'How to call it; else as it calls itself.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The folder in which lists of feeds hold it, levels apart by `/`.' })
  folder?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes from one poll to the next to begin with, 5 to 1440; else 15. Its news and its own wishes change it.',
  })
  intervalMinutes?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the pages of its new articles are fetched for their full text; else not.' })
  fullText?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is not to be polled for now. A later registration without this wakes it.',
  })
  paused?: boolean | null;
}

/** What came of registering a feed. */
@ObjectType({ description: 'What came of registering a feed.' })
export class RegisterFeedPayload {
  @Field(() => Feed, { description: 'The feed.' })
  feed!: Reference;

  @Field(() => Boolean, { description: 'Whether it was not registered before.' })
  created!: boolean;
}

/** What came of polling a feed. */
@ObjectType({ description: 'What came of polling a feed.' })
export class PollFeedPayload {
  @Field(() => Poll, { description: 'The reading, with its outcome.' })
  poll!: Reference;

  @Field(() => Feed, { description: 'The feed as it stands now.' })
  feed!: Reference;
}

import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Field, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../platform/context';
import { type ReadEdge, readEdges } from '../planner/edges';
import { edgeOf } from '../planner/page';
import { feedPageSize, followChanges } from './change-feed';
import { ChangeConnection } from './change.resolver';

const ChangeEdge = edgeOf(ChangeConnection);

/** What is followed, and from where. */
@ArgsType()
export class ChangedArguments {
  @Field(() => String, { nullable: true, description: 'Only this story: a slug or an id. All stories where not given.' })
  story?: string;

  @Field(() => String, {
    nullable: true,
    description: 'First what came after this cursor of `changes` or of this subscription; only what comes from now on where not given.',
  })
  since?: string;
}

interface Subscribing {
  args: ChangedArguments;
  context: Context;
  info: GraphQLResolveInfo;
}

/** `Subscription.changed`. Each entry is read by the plans, as the subscriber selects it. */
@Resolver()
export class ChangeSubscription {
  @Subscription(() => ChangeEdge, {
    description: 'What happens to a story from a cursor on, in order: none is missed, none comes twice.',
    subscribe: ({ args, context, info }: Subscribing) => follow({ args, context, info }) as never, // the library's type leaves no room for a promise
  })
  changed(@Root() { edge }: ReadEdge, @Args(() => ChangedArguments) _: ChangedArguments): unknown {
    return edge;
  }
}

function follow({ args: { story, since }, context: { database }, info }: Subscribing): Promise<AsyncGenerator<ReadEdge>> {
  const read = (cursor: string) => readEdges('changes', { story, since: cursor, first: feedPageSize }, info);
  return followChanges(database, { story: story ?? null, since: since ?? null }, read);
}

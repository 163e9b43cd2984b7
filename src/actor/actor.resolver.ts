import { Arg, Args, Query, Resolver } from 'type-graphql';
import { connectionOf, planned } from '../planner/page';
import { Actor } from './actor.entity';
import { ActorArguments } from './actor.filter';

const ActorConnection = connectionOf('Actor', () => Actor, 'actors');

@Resolver(() => Actor)
export class ActorResolver {
  @Query(() => Actor, { nullable: true, description: 'An actor by its slug, its id or its item of Wikidata.' })
  actor(@Arg('slug', () => String, { description: 'A slug, an id or an item of Wikidata.' }) _slug: string): Actor {
    return planned();
  }

  @Query(() => ActorConnection, { description: 'Who speaks and acts, by slug.' })
  actors(@Args(() => ActorArguments) _page: ActorArguments): object {
    return planned();
  }
}

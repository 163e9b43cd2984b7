import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArguments } from '../planner/page';
import { ActorKind } from './actor.entity';

/** Which actors. */
@InputType({ description: 'Which actors; what is not given does not narrow.' })
export class ActorFilter {
  @Field(() => [ActorKind], { nullable: true, description: 'Of these kinds.' })
  kinds?: ActorKind[];

  @Field(() => [String], { nullable: true, description: 'Of these countries: ISO codes or items of Wikidata.' })
  countries?: string[];
}

/** The arguments of a list of actors. */
@ArgsType()
export class ActorArguments extends PageArguments {
  @Field(() => ActorFilter, { nullable: true, description: 'Which actors.' })
  filter?: ActorFilter;
}

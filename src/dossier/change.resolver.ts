import { Args, ArgsType, Field, Int, Query, Resolver } from 'type-graphql';
import { connectionOf, planned } from '../planner/page';
import { Change } from './change.entity';

/** A page of the log. */
export const ChangeConnection = connectionOf('Change', () => Change, 'changes');

/** The arguments of the log of changes. */
@ArgsType()
export class ChangeArguments {
  @Field(() => String, { nullable: true, description: 'Only of this story: a slug or an id. All stories where not given.' })
  story?: string;

  @Field(() => String, { nullable: true, description: 'Only what came after this cursor; from the beginning where not given.' })
  since?: string;

  @Field(() => Int, { nullable: true, description: 'How many, 1 to 100; 20 where not given.' })
  first?: number;
}

@Resolver(() => Change)
export class ChangeResolver {
  @Query(() => ChangeConnection, { description: 'What happened since a cursor, in order: none is missed, none comes twice.' })
  changes(@Args(() => ChangeArguments) _page: ChangeArguments): object {
    return planned();
  }
}

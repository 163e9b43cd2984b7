import { Args, ArgsType, Field, FieldResolver, Resolver } from 'type-graphql';
import { connectionOf, PageArguments, planned } from '../planner/page';
import { Story } from '../story/story.entity';
import { Claim, ClaimKind, ClaimStatus } from './claim.entity';
import { Position } from './position.entity';

const ClaimConnection = connectionOf('Claim', () => Claim, 'claims');
const PositionConnection = connectionOf('Position', () => Position, 'positions');

/** The arguments of a list of claims. */
@ArgsType()
export class ClaimArguments extends PageArguments {
  @Field(() => [ClaimStatus], { nullable: true, description: 'Only those that stand so; under `asOf` that stood so.' })
  statuses?: ClaimStatus[];

  @Field(() => [ClaimKind], { nullable: true, description: 'Only those about these.' })
  kinds?: ClaimKind[];
}

@Resolver(() => Story)
export class StoryClaimResolver {
  @FieldResolver(() => ClaimConnection, { description: 'What is contested, in the order in which it was raised.' })
  claims(@Args(() => ClaimArguments) _page: ClaimArguments): object {
    return planned();
  }
}

@Resolver(() => Claim)
export class ClaimPositionResolver {
  @FieldResolver(() => PositionConnection, { description: 'Who holds what, oldest first.' })
  positions(@Args(() => PageArguments) _page: PageArguments): object {
    return planned();
  }
}

import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArguments } from '../planner/page';
import { FeedFormat, FeedStatus } from './feed.entity';

/** Which feeds. */
@InputType({ description: 'Which feeds; what is not given does not narrow.' })
export class FeedFilter {
  @Field(() => [FeedStatus], { nullable: true, description: 'Doing like this.' })
  statuses?: FeedStatus[];

  @Field(() => [FeedFormat], { nullable: true, description: 'Of these formats.' })
  formats?: FeedFormat[];

  @Field(() => [String], { nullable: true, description: 'Of these sources: slugs or ids.' })
  sources?: string[];

  @Field(() => [String], { nullable: true, description: 'In these folders.' })
  folders?: string[];

  @Field(() => Date, { nullable: true, description: 'Due before this moment.' })
  dueBefore?: Date;
}

/** The arguments of a list of feeds. */
@ArgsType()
export class FeedArguments extends PageArguments {
  @Field(() => FeedFilter, { nullable: true, description: 'Which feeds.' })
  filter?: FeedFilter;
}

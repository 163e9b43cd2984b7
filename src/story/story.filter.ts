import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { DateTime } from '../planner/date-time';
import { PageArguments } from '../planner/page';
import { StoryStatus } from './story.entity';

/** By what stories are ordered. */
export enum StoryOrderField {
  LAST_ACTIVITY_AT = 'LAST_ACTIVITY_AT',
  STARTED_AT = 'STARTED_AT',
}
registerEnumType(StoryOrderField, { name: 'StoryOrderField', description: 'By what stories are ordered.' });

/** Which end comes first. */
export enum Direction {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(Direction, { name: 'Direction', description: 'Which end comes first.' });

/** How stories are ordered. */
@InputType({ description: 'How stories are ordered.' })
export class StoryOrder {
  @Field(() => StoryOrderField, { description: 'By what.' })
  field!: StoryOrderField;

  @Field(() => Direction, { defaultValue: Direction.DESC, description: 'Which end comes first.' })
  direction!: Direction;
}

/** Which stories. */
@InputType({ description: 'Which stories; what is not given does not narrow.' })
export class StoryFilter {
  @Field(() => [StoryStatus], { nullable: true, description: 'As lively as one of these.' })
  statuses?: StoryStatus[];

  @Field(() => [String], { nullable: true, description: 'Told by one of these sources: slugs or ids.' })
  sources?: string[];

  @Field(() => [String], { nullable: true, description: 'Told by sources of one of these countries: ISO codes or items of Wikidata.' })
  countries?: string[];

  @Field(() => [String], { nullable: true, description: 'Told in one of these languages (BCP 47).' })
  languages?: string[];

  @Field(() => DateTime, { nullable: true, description: 'Active at this moment or later.' })
  activeFrom?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Last active before this moment.' })
  activeBefore?: Date;
}

/** The arguments of a list of stories. */
@ArgsType()
export class StoryArguments extends PageArguments {
  @Field(() => StoryFilter, { nullable: true, description: 'Which stories.' })
  filter?: StoryFilter;

  @Field(() => StoryOrder, { nullable: true, description: 'In which order; the latest activity first where not given.' })
  orderBy?: StoryOrder;

  @Field(() => DateTime, { nullable: true, description: 'What was known at this moment; governs everything below. Null means now.' })
  asOf?: Date;
}

import { ArgsType, Field, InputType } from 'type-graphql';
import { FactMethod } from '../fact/fact.entity';
import { DateTime } from '../planner/date-time';
import { PageArguments } from '../planner/page';
import { EventKind } from './event.entity';

/** Which events. */
@InputType({ description: 'Which events; what is not given does not narrow.' })
export class EventFilter {
  @Field(() => [EventKind], { nullable: true, description: 'Of these kinds.' })
  kinds?: EventKind[];

  @Field(() => [String], { nullable: true, description: 'In these countries: ISO codes or items of Wikidata.' })
  countries?: string[];

  @Field(() => [FactMethod], { nullable: true, description: 'That came into the ledger in one of these ways.' })
  methods?: FactMethod[];

  @Field(() => DateTime, { nullable: true, description: 'Begun at this moment or later.' })
  occurredFrom?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Begun before this moment.' })
  occurredBefore?: Date;
}

/** The arguments of a list of events. */
@ArgsType()
export class EventArguments extends PageArguments {
  @Field(() => EventFilter, { nullable: true, description: 'Which events.' })
  filter?: EventFilter;
}

/** The arguments of a list of events that no `asOf` governs yet. */
@ArgsType()
export class EventArgumentsAsOf extends EventArguments {
  @Field(() => DateTime, { nullable: true, description: 'Only what was public at this moment.' })
  asOf?: Date;
}

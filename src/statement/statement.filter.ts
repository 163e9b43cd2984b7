import { ArgsType, Field, InputType } from 'type-graphql';
import { ActorKind } from '../actor/actor.entity';
import { FactMethod } from '../fact/fact.entity';
import { DateTime } from '../planner/date-time';
import { PageArguments } from '../planner/page';
import { Channel, Stance } from './stance';

/** Which statements. */
@InputType({ description: 'Which statements; what is not given does not narrow.' })
export class StatementFilter {
  @Field(() => [Stance], { nullable: true, description: 'That do at least one of these.' })
  stances?: Stance[];

  @Field(() => [Channel], { nullable: true, description: 'Made through one of these.' })
  channels?: Channel[];

  @Field(() => [String], { nullable: true, description: 'By these issuers: slugs, ids or items of Wikidata.' })
  issuers?: string[];

  @Field(() => [ActorKind], { nullable: true, description: 'By issuers of these kinds.' })
  issuerKinds?: ActorKind[];

  @Field(() => [String], { nullable: true, description: 'By issuers of these countries: ISO codes or items of Wikidata.' })
  countries?: string[];

  @Field(() => [String], { nullable: true, description: 'Seen in these languages (BCP 47).' })
  languages?: string[];

  @Field(() => [FactMethod], { nullable: true, description: 'That came into the ledger in one of these ways.' })
  methods?: FactMethod[];

  @Field(() => DateTime, { nullable: true, description: 'Made at this moment or later.' })
  issuedFrom?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Made before this moment.' })
  issuedBefore?: Date;
}

/** The arguments of a list of statements. */
@ArgsType()
export class StatementArguments extends PageArguments {
  @Field(() => StatementFilter, { nullable: true, description: 'Which statements.' })
  filter?: StatementFilter;
}

/** The arguments of a list of statements that no `asOf` governs yet. */
@ArgsType()
export class StatementArgumentsAsOf extends StatementArguments {
  @Field(() => DateTime, { nullable: true, description: 'Only what was public at this moment.' })
  asOf?: Date;
}

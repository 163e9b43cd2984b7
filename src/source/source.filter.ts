import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArguments } from '../planner/page';
import { SourceKind, SourceRole } from './source.entity';

/** Which sources. */
@InputType({ description: 'Which sources; what is not given does not narrow.' })
export class SourceFilter {
  @Field(() => [SourceKind], { nullable: true, description: 'Of these kinds.' })
  kinds?: SourceKind[];

  @Field(() => [SourceRole], { nullable: true, description: 'In these roles.' })
  roles?: SourceRole[];

  @Field(() => [String], { nullable: true, description: 'At home in these countries: ISO codes or items of Wikidata.' })
  countries?: string[];

  @Field(() => [String], { nullable: true, description: 'Writing in these languages (BCP 47).' })
  languages?: string[];
}

/** The arguments of a list of sources. */
@ArgsType()
export class SourceArguments extends PageArguments {
  @Field(() => SourceFilter, { nullable: true, description: 'Which sources.' })
  filter?: SourceFilter;
}

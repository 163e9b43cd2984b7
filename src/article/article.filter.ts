import { ArgsType, Field, InputType } from 'type-graphql';
import { DateTime } from '../planner/date-time';
import { PageArguments } from '../planner/page';

/** Which articles. */
@InputType({ description: 'Which articles; what is not given does not narrow.' })
export class ArticleFilter {
  @Field(() => [String], { nullable: true, description: 'By these sources: slugs or ids.' })
  sources?: string[];

  @Field(() => [String], { nullable: true, description: 'By sources of these countries: ISO codes or items of Wikidata.' })
  countries?: string[];

  @Field(() => [String], { nullable: true, description: 'In these languages (BCP 47).' })
  languages?: string[];

  @Field(() => DateTime, { nullable: true, description: 'Published at this moment or later.' })
  publishedFrom?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Published before this moment.' })
  publishedBefore?: Date;

  @Field(() => Boolean, { nullable: true, description: 'Whether they carry the text of an agency or another outlet.' })
  syndicated?: boolean;
}

/** The arguments of a list of articles. */
@ArgsType()
export class ArticleArguments extends PageArguments {
  @Field(() => ArticleFilter, { nullable: true, description: 'Which articles.' })
  filter?: ArticleFilter;
}

/** The arguments of a list of articles that no `asOf` governs yet. */
@ArgsType()
export class ArticleArgumentsAsOf extends ArticleArguments {
  @Field(() => DateTime, { nullable: true, description: 'Only what was public at this moment.' })
  asOf?: Date;
}

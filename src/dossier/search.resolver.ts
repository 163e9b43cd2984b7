import { Args, ArgsType, createUnionType, Field, Float, Int, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { Article } from '../article/article.entity';
import { Event } from '../event/event.entity';
import { DateTime } from '../planner/date-time';
import { PageArguments, PageInfo, planned } from '../planner/page';
import { Statement } from '../statement/statement.entity';
import { Story } from '../story/story.entity';

/** What can be searched. */
export enum SearchKind {
  STORY = 'STORY',
  ARTICLE = 'ARTICLE',
  STATEMENT = 'STATEMENT',
  EVENT = 'EVENT',
}
registerEnumType(SearchKind, { name: 'SearchKind', description: 'What can be searched.' });

const SearchHit = createUnionType({
  name: 'SearchHit',
  description: 'What a search finds.',
  types: () => [Story, Article, Statement, Event] as const,
});

@ObjectType({ description: 'Something that was found, and how well it fits.' })
class SearchEdge {
  @Field(() => String, { description: 'Opaque; hand it to `after` or `before`.' })
  cursor!: string;

  @Field(() => Float, { description: 'The rank, the higher the better; comparable within one search only.' })
  score!: number;

  @Field(() => String, { description: 'The text where it fits, as HTML: the words are in `<mark>`, everything else is escaped.' })
  highlight!: string;

  @Field(() => SearchHit, { description: 'What was found.' })
  node!: unknown;
}

@ObjectType({ description: 'A page of what was found, the best first.' })
class SearchConnection {
  @Field(() => [SearchEdge], { description: 'What was found, with rank and highlight.' })
  edges!: SearchEdge[];

  @Field(() => [SearchHit], { description: 'What was found, alone.' })
  nodes!: unknown[];

  @Field(() => PageInfo, { description: 'Where this page lies in the list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many fit in all; counted only when asked for.' })
  totalCount!: number;
}

/** The arguments of a search. */
@ArgsType()
export class SearchArguments extends PageArguments {
  @Field(() => String, {
    description:
      'Words, "phrases", OR, -not, and field:value for language, country, source, stance, kind, after and before; such as `"death toll" OR killed -trial country:RU after:2024-03-23`.',
  })
  query!: string;

  @Field(() => [SearchKind], { nullable: true, description: 'Only among these; among all where not given.' })
  in?: SearchKind[];

  @Field(() => DateTime, { nullable: true, description: 'Only what was public at this moment.' })
  asOf?: Date;
}

@Resolver(() => SearchConnection)
export class SearchResolver {
  @Query(() => SearchConnection, { description: 'Ranked full-text search over stories, articles, statements and events.' })
  search(@Args(() => SearchArguments) _search: SearchArguments): SearchConnection {
    return planned();
  }
}

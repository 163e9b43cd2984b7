import { Args, FieldResolver, Query, Resolver } from 'type-graphql';
import { connectionOf, planned } from '../planner/page';
import { Source } from '../source/source.entity';
import { Article } from './article.entity';
import { ArticleArguments, ArticleArgumentsAsOf } from './article.filter';

/** A page of articles. */
export const ArticleConnection = connectionOf('Article', () => Article, 'articles');

@Resolver(() => Article)
export class ArticleResolver {
  @Query(() => ArticleConnection, {
    description: 'All articles, newest first. One that is dated in the future stands where it was first seen.',
  })
  articles(@Args(() => ArticleArgumentsAsOf) _page: ArticleArgumentsAsOf): object {
    return planned();
  }
}

@Resolver(() => Source)
export class SourceArticleResolver {
  @FieldResolver(() => ArticleConnection, { description: 'What it published, newest first.' })
  articles(@Args(() => ArticleArguments) _page: ArticleArguments): object {
    return planned();
  }
}

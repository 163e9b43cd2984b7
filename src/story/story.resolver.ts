import { Arg, Args, FieldResolver, Query, Resolver } from 'type-graphql';
import { Article } from '../article/article.entity';
import { ArticleArguments } from '../article/article.filter';
import { ArticleConnection } from '../article/article.resolver';
import { DateTime } from '../planner/date-time';
import { connectionOf, planned } from '../planner/page';
import { Story } from './story.entity';
import { StoryArguments } from './story.filter';

const StoryConnection = connectionOf('Story', () => Story, 'stories');

@Resolver(() => Story)
export class StoryResolver {
  @Query(() => Story, { nullable: true, description: 'A story by its slug or id; every slug and id that it ever had will do.' })
  story(
    @Arg('slug', () => String, { description: 'A slug or an id.' }) _slug: string,
    @Arg('asOf', () => DateTime, {
      nullable: true,
      description: 'What was known at this moment; governs everything below. Null means now.',
    })
    _asOf?: Date,
  ): Story {
    return planned();
  }

  @Query(() => StoryConnection, { description: 'All stories; the latest activity first unless `orderBy` says otherwise.' })
  stories(@Args(() => StoryArguments) _page: StoryArguments): object {
    return planned();
  }

  @FieldResolver(() => ArticleConnection, { description: 'The articles that tell it, newest first.' })
  articles(@Args(() => ArticleArguments) _page: ArticleArguments): object {
    return planned();
  }
}

@Resolver(() => Article)
export class ArticleStoryResolver {
  @FieldResolver(() => Story, { nullable: true, description: 'The story that it tells; the first one where it tells several.' })
  story(): Story {
    return planned();
  }
}

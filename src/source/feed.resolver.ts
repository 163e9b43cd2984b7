import { Args, FieldResolver, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArguments, planned } from '../planner/page';
import { Feed } from './feed.entity';
import { FeedArguments } from './feed.filter';
import { Poll } from './poll.entity';
import { Source } from './source.entity';

const FeedConnection = connectionOf('Feed', () => Feed, 'feeds');
const PollConnection = connectionOf('Poll', () => Poll, 'polls');

@Resolver(() => Feed)
export class FeedResolver {
  @Query(() => FeedConnection, { description: 'What is polled and how it does, the latest registered first.' })
  feeds(@Args(() => FeedArguments) _page: FeedArguments): object {
    return planned();
  }

  @FieldResolver(() => PollConnection, { description: 'Its readings, newest first.' })
  polls(@Args(() => PageArguments) _page: PageArguments): object {
    return planned();
  }
}

@Resolver(() => Source)
export class SourceFeedResolver {
  @FieldResolver(() => FeedConnection, {
    description: 'The addresses of it that are polled; none under `asOf`, since only how they do now is kept.',
  })
  feeds(@Args(() => FeedArguments) _page: FeedArguments): object {
    return planned();
  }
}

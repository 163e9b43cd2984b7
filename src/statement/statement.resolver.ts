import { Args, FieldResolver, Query, Resolver } from 'type-graphql';
import { Actor } from '../actor/actor.entity';
import { Event } from '../event/event.entity';
import { connectionOf, PageArguments, planned } from '../planner/page';
import { Story } from '../story/story.entity';
import { Statement } from './statement.entity';
import { StatementArguments, StatementArgumentsAsOf } from './statement.filter';

const StatementConnection = connectionOf('Statement', () => Statement, 'statements');

@Resolver(() => Statement)
export class StatementResolver {
  @Query(() => StatementConnection, { description: 'The statements of all stories, newest first.' })
  statements(@Args(() => StatementArgumentsAsOf) _page: StatementArgumentsAsOf): object {
    return planned();
  }

  @FieldResolver(() => StatementConnection, { description: 'The statements that answer it, oldest first.' })
  answeredBy(@Args(() => PageArguments) _page: PageArguments): object {
    return planned();
  }
}

@Resolver(() => Story)
export class StoryStatementResolver {
  @FieldResolver(() => StatementConnection, { description: 'What was said officially, newest first.' })
  statements(@Args(() => StatementArguments) _page: StatementArguments): object {
    return planned();
  }
}

@Resolver(() => Event)
export class EventAnswerResolver {
  @FieldResolver(() => StatementConnection, { description: 'The statements about it, oldest first.' })
  answeredBy(@Args(() => PageArguments) _page: PageArguments): object {
    return planned();
  }
}

@Resolver(() => Actor)
export class ActorStatementResolver {
  @FieldResolver(() => StatementConnection, { description: 'What it said in all stories, newest first.' })
  statements(@Args(() => StatementArguments) _page: StatementArguments): object {
    return planned();
  }
}

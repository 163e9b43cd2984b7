import { Args, FieldResolver, Query, Resolver } from 'type-graphql';
import { connectionOf, planned } from '../planner/page';
import { Story } from '../story/story.entity';
import { Event } from './event.entity';
import { EventArguments, EventArgumentsAsOf } from './event.filter';

const EventConnection = connectionOf('Event', () => Event, 'events');

@Resolver(() => Event)
export class EventResolver {
  @Query(() => EventConnection, { description: 'The events of all stories, the latest first.' })
  events(@Args(() => EventArgumentsAsOf) _page: EventArgumentsAsOf): object {
    return planned();
  }
}

@Resolver(() => Story)
export class StoryEventResolver {
  @FieldResolver(() => EventConnection, { description: 'What happened, the latest first.' })
  events(@Args(() => EventArguments) _page: EventArguments): object {
    return planned();
  }
}

import { Args, ArgsType, createUnionType, Field, FieldResolver, registerEnumType, Resolver } from 'type-graphql';
import { Article } from '../article/article.entity';
import { Event } from '../event/event.entity';
import { Figure } from '../figure/figure.entity';
import { connectionOf, PageArguments, planned } from '../planner/page';
import { Statement } from '../statement/statement.entity';
import { Story } from '../story/story.entity';

/** What a timeline holds. */
export enum TimelineKind {
  EVENT = 'EVENT',
  STATEMENT = 'STATEMENT',
  FIGURE = 'FIGURE',
  ARTICLE = 'ARTICLE',
}
registerEnumType(TimelineKind, { name: 'TimelineKind', description: 'What a timeline holds.' });

/** By which time a timeline is ordered. */
export enum TimelineOrder {
  HAPPENED = 'HAPPENED',
  PUBLISHED = 'PUBLISHED',
}
registerEnumType(TimelineOrder, {
  name: 'TimelineOrder',
  description: 'By which time a timeline is ordered.',
  valuesConfig: {
    HAPPENED: { description: 'Events by when they happened; everything else by when it became public.' },
    PUBLISHED: { description: 'Everything by when it became public, as a feed has it.' },
  },
});

const TimelineItem = createUnionType({
  name: 'TimelineItem',
  description: 'What happened, what was said, which number was given, or what was published.',
  types: () => [Event, Statement, Figure, Article] as const,
});

const TimelineConnection = connectionOf('Timeline', () => TimelineItem, 'items of a timeline');

/** The arguments of a timeline. */
@ArgsType()
export class TimelineArguments extends PageArguments {
  @Field(() => [TimelineKind], { nullable: true, description: 'Only these; all where not given.' })
  kinds?: TimelineKind[];

  @Field(() => TimelineOrder, { nullable: true, description: 'In which order; HAPPENED where not given.' })
  by?: TimelineOrder;
}

@Resolver(() => Story)
export class TimelineResolver {
  @FieldResolver(() => TimelineConnection, {
    description:
      'Everything in one chronology, oldest first. What is known only to the day stands at the end of that day: nothing says that it was earlier.',
  })
  timeline(@Args(() => TimelineArguments) _page: TimelineArguments): object {
    return planned();
  }
}

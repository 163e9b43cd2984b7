import { Args, ArgsType, Field, FieldResolver, Resolver } from 'type-graphql';
import { Event } from '../event/event.entity';
import { FactMethod } from '../fact/fact.entity';
import { connectionOf, PageArguments, planned } from '../planner/page';
import { Story } from '../story/story.entity';
import { Figure, Metric } from './figure.entity';

/** A page of figures. */
export const FigureConnection = connectionOf('Figure', () => Figure, 'figures');

/** The arguments of a list of figures. */
@ArgsType()
export class FigureArguments extends PageArguments {
  @Field(() => Metric, { nullable: true, description: 'Only what counts this.' })
  metric?: Metric;

  @Field(() => Boolean, { nullable: true, description: 'Only what authorities gave, or only what others gave.' })
  official?: boolean;

  @Field(() => [FactMethod], { nullable: true, description: 'Only what came into the ledger in one of these ways.' })
  methods?: FactMethod[];
}

@Resolver(() => Story)
export class StoryFigureResolver {
  @FieldResolver(() => FigureConnection, {
    description: 'Every number that was given, the latest first: who gave it, when, and where it stands.',
  })
  figures(@Args(() => FigureArguments) _page: FigureArguments): object {
    return planned();
  }
}

@Resolver(() => Event)
export class EventFigureResolver {
  @FieldResolver(() => FigureConnection, { description: 'Every number that was given for it, the latest first.' })
  figures(@Args(() => FigureArguments) _page: FigureArguments): object {
    return planned();
  }
}

import { Arg, Args, Query, Resolver } from 'type-graphql';
import { connectionOf, planned } from '../planner/page';
import { Source } from './source.entity';
import { SourceArguments } from './source.filter';

const SourceConnection = connectionOf('Source', () => Source, 'sources');

@Resolver(() => Source)
export class SourceResolver {
  @Query(() => Source, { nullable: true, description: 'A source by its slug or id.' })
  source(@Arg('slug', () => String, { description: 'A slug or an id.' }) _slug: string): Source {
    return planned();
  }

  @Query(() => SourceConnection, { description: 'Who publishes, by slug.' })
  sources(@Args(() => SourceArguments) _page: SourceArguments): object {
    return planned();
  }
}

import { Arg, ID, Query, Resolver } from 'type-graphql';
import { Node } from '../planner/node';
import { planned } from '../planner/page';

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Anything by its global id; null where it is not found.' })
  node(@Arg('id', () => ID, { description: 'The `id` of any answer.' }) _id: string): Node {
    return planned();
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Several by their global ids, in that order; null stands where one is not found. At most 100.',
  })
  nodes(@Arg('ids', () => [ID], { description: 'The `id` of any answers.' }) _ids: string[]): Node[] {
    return planned();
  }
}

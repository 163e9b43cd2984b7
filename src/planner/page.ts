import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';

/** Where a page lies in its list (Relay cursor connections). */
@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether the list goes on behind this page; exact in both directions.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether anything stands before this page; exact in both directions.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first row; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last row; null on an empty page.' })
  endCursor!: string | null;
}

/** The arguments of every connection: `first` with `after`, or `last` with `before`. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: 'How many rows from the start, 1 to 100; 20 where neither `first` nor `last` is given.',
  })
  first?: number;

  @Field(() => String, { nullable: true, description: 'Begin behind this cursor.' })
  after?: string;

  @Field(() => Int, { nullable: true, description: 'How many rows from the end, 1 to 100.' })
  last?: number;

  @Field(() => String, { nullable: true, description: 'End before this cursor.' })
  before?: string;
}

/** Makes the connection and edge types of a node type: `EventConnection`, `EventEdge`. The planner fills them. */
export function connectionOf(name: string, node: () => ClassType | object, plural: string): ClassType {
  @ObjectType(`${name}Edge`, { description: `One of the ${plural}, with its place in the list.` })
  class Edge {
    @Field(() => String, { description: 'Opaque; hand it to `after` or `before`.' })
    cursor!: string;

    @Field(() => node() as ClassType, { description: 'The row itself.' })
    node!: unknown;
  }
  @ObjectType(`${name}Connection`, { description: `A page of ${plural}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges!: Edge[];

    @Field(() => [node() as ClassType], { description: 'The rows alone.' })
    nodes!: unknown[];

    @Field(() => PageInfo, { description: 'Where this page lies in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are in all; counted only when asked for.' })
    totalCount!: number;
  }
  edgeTypes.set(Connection, Edge);
  return Connection;
}

/** The edge type of a connection, for a field that hands out one row with its place in the list. */
export function edgeOf(connection: ClassType): ClassType {
  const edge = edgeTypes.get(connection);
  if (!edge) throw new Error(`${connection.name} was not made by connectionOf`);
  return edge;
}

const edgeTypes = new WeakMap<object, ClassType>();

/** The body of a field that the planner reads: it is never run, for the planner answers in its place. */
export function planned(): never {
  throw new Error('this field is read by the planner; its plan is missing');
}

import type { ShapedArguments } from './argument';
import { type Parameter, raw, type Row, type Sql, sql } from './sql';

/** A class that is a GraphQL type, and mostly a table. */
export type TypeClass = abstract new () => object;

/** What every relation is told: the moment that is looked at (undefined means now), and the arguments of its field. */
export interface Reading<A = ShapedArguments> {
  asOf: Parameter | undefined;
  args: A;
}

/**
 * Which versions a change of a row raises, for answers that are kept by version (`KeptAnswers`): that of what it belongs to, those of all that show it,
 * or that of the directory, which every kept answer heeds. What follows rows of one sort to another must not leave what the version covers: from what is
 * its own to anything, from what is shown in many only to the directory, within the directory.
 */
export type Raises = 'OWN' | 'ALL_THAT_SHOW_IT' | 'DIRECTORY';

/** What else than rows an answer depends on: it is compared as the versions are. Undefined where it depends on nothing else. */
export type Varying = (row: Row, reading: Reading) => Sql | undefined;

/** One row that stands beside the row, for all fields of an object that read it: computed once. Undefined where the row itself has its columns. */
export type Beside = (row: Row, reading: Reading) => Sql | undefined;

/** A column or expression of the row, and of the one that stands beside it. */
export interface Expression {
  kind: 'expression';
  read: (row: Row, reading: Reading, beside: Row) => Sql;
  /** Set where it changes by itself, as by the time that passes. */
  varying: Varying | undefined;
  beside: Beside | undefined;
}

/** At most one row of another type, found by its key: joined. */
export interface One {
  kind: 'one';
  target: TypeClass;
  on: (row: Row, target: Row, reading: Reading) => Sql;
  /** The version of the row; set on a root field whose answers may be kept. */
  version: ((target: Row) => Sql) | undefined;
}

/** The first row of another type by an order, or the one row that is computed: sought. */
export interface First {
  kind: 'first';
  target: TypeClass;
  from: ((row: Row, reading: Reading) => Sql) | undefined;
  where: (row: Row, target: Row, reading: Reading) => Sql;
  order: ((target: Row) => Sql) | undefined;
}

/** An object made of the columns of the same row. */
export interface Embed {
  kind: 'embed';
  type: TypeClass;
  when: ((row: Row, reading: Reading) => Sql) | undefined;
}

/** A list without pages. `from` stands in for the table of the type where rows are computed. */
export interface Many {
  kind: 'many';
  target: TypeClass;
  from: ((row: Row, reading: Reading) => Sql) | undefined;
  where: (row: Row, target: Row, reading: Reading) => Sql;
  /** Undefined where the rows come in their order. */
  order: ((target: Row) => Sql) | undefined;
  /** Set where it reads rows that raise no version. */
  varying: Varying | undefined;
  /** Set where the row itself tells that there are none, so that nothing need be computed. */
  some: ((row: Row, reading: Reading) => Sql) | undefined;
}

/** One branch of a field whose type is an interface or a union. */
export interface Branch {
  target: TypeClass;
  when: (row: Row, reading: Reading) => Sql;
  on: (row: Row, target: Row, reading: Reading) => Sql;
  /** Where the rows of a list are made from, a column of the target; undefined for one that is not there. What carries all that is shown is not looked up. */
  carries?: (column: string) => Sql | undefined;
}

/** One row out of several types. */
export interface OneOf {
  kind: 'oneOf';
  branches: readonly Branch[];
}

/** A list of rows out of several types, one for each row of its source. */
export interface EachOf {
  kind: 'eachOf';
  from: (row: Row, reading: Reading) => Sql;
  order: (row: Row) => Sql;
  branches: readonly Branch[];
}

/** One key of a keyset: what the list is ordered by. The keys of a list all run in one direction; the last tells all rows apart. */
export interface Key {
  read: (row: Row) => Sql;
  type: 'timestamptz' | 'uuid' | 'int' | 'bigint' | 'float4' | 'text';
}

/** How a row source that pushes the page into its branches asks for it. */
export interface PageRequest {
  /** The condition that lies within the page, for a branch whose keys are these expressions. */
  within: (keys: readonly Sql[]) => Sql;
  /** The order of the page. */
  order: (keys: readonly Sql[]) => Sql;
  limit: Sql;
  /** What the rows of this type select beside their keys: what `carries` brings along. Each begins with a comma. */
  carried: (type: TypeClass) => Sql;
}

/** A list with pages by keyset (Relay cursor connections). */
export interface Connection {
  kind: 'connection';
  /** The type of the rows; undefined where `node` tells them apart. */
  target: TypeClass | undefined;
  /** Rows that are computed; the page is undefined where all are counted. */
  from: ((row: Row, reading: Reading, page: PageRequest | undefined) => Sql) | undefined;
  where: (row: Row, target: Row, reading: Reading) => Sql;
  keyset: (reading: Reading) => readonly Key[];
  direction: (reading: Reading) => 'asc' | 'desc';
  node: readonly Branch[] | undefined;
  /** Fields of the edge beside cursor and node. */
  edge: Record<string, (row: Row, reading: Reading) => Sql>;
  /** The version of each row; set on a root field whose answers may be kept. */
  version: ((row: Row) => Sql) | undefined;
}

/** How one field is read. */
export type FieldPlan = Expression | One | First | Embed | Many | OneOf | EachOf | Connection;

/** How the fields of one type are read. A field that is not listed is the column of its name. */
export interface TypePlan {
  type: TypeClass | 'Query';
  fields: Record<string, FieldPlan>;
  /** The column that is never null. */
  key: string;
  /** What every access to a row of this type must hold, on whatever way it is reached: nothing that was not public at `asOf`. */
  visible: ((row: Row, reading: Reading) => Sql) | undefined;
  /** Undefined where rows change without raising a version: no answer with them is kept. */
  raises: Raises | undefined;
}

/** Declares how the fields of a type are read, or adds fields of a later folder to it. */
export function planOf(
  type: TypeClass | 'Query',
  fields: Record<string, FieldPlan>,
  { key = 'id', visible, raises }: { key?: string; visible?: (row: Row, reading: Reading) => Sql; raises?: Raises } = {},
): TypePlan {
  return { type, fields, key, visible, raises };
}

/** A value computed from the row. */
export function expression(
  read: Expression['read'],
  { varying, beside }: Partial<Pick<Expression, 'varying' | 'beside'>> = {},
): Expression {
  return { kind: 'expression', read, varying, beside };
}

/** The one row of another type that the condition finds by its key. */
export function one<A = ShapedArguments>(
  target: TypeClass,
  on: (row: Row, target: Row, reading: Reading<A>) => Sql,
  version?: (target: Row) => Sql,
): One {
  return { kind: 'one', target, on: on as One['on'], version };
}

/** The first of the rows that the condition finds, or the only one. */
export function first(target: TypeClass, where: (row: Row, target: Row, reading: Reading) => Sql, order?: (target: Row) => Sql): First {
  return { kind: 'first', target, where, order, from: undefined };
}

/** The one row that is computed for this row: counts, sums. */
export function computed(target: TypeClass, from: (row: Row, reading: Reading) => Sql): First {
  return { kind: 'first', target, from, where: () => sql`true`, order: undefined };
}

/** An object out of columns of the same row; null unless `when` holds. */
export function embed(type: TypeClass, when?: (row: Row, reading: Reading) => Sql): Embed {
  return { kind: 'embed', type, when };
}

/** All rows of another type that the condition finds, in order. */
export function many(target: TypeClass, where: (row: Row, target: Row, reading: Reading) => Sql, order: (target: Row) => Sql): Many {
  return { kind: 'many', target, where, order, from: undefined, varying: undefined, some: undefined };
}

/** All rows that are computed for this row; in the order in which they are computed, unless another is given. */
export function manyComputed(
  target: TypeClass,
  from: (row: Row, reading: Reading) => Sql,
  order?: (target: Row) => Sql,
  { varying, some }: Partial<Pick<Many, 'varying' | 'some'>> = {},
): Many {
  return { kind: 'many', target, from, where: () => sql`true`, order, varying, some };
}

/** One row out of several types: the first branch whose `when` holds. */
export function oneOf(...branches: Branch[]): OneOf {
  return { kind: 'oneOf', branches };
}

/** A row out of several types for each row of the source. */
export function eachOf(from: (row: Row, reading: Reading) => Sql, order: (row: Row) => Sql, ...branches: Branch[]): EachOf {
  return { kind: 'eachOf', from, order, branches };
}

/** A list with pages. Newest first unless `direction` says otherwise. */
export function connection<A = ShapedArguments>(
  target: TypeClass | undefined,
  options: {
    where?: (row: Row, target: Row, reading: Reading<A>) => Sql;
    keyset: readonly Key[] | ((reading: Reading<A>) => readonly Key[]);
    direction?: 'asc' | 'desc' | ((reading: Reading<A>) => 'asc' | 'desc');
    from?: (row: Row, reading: Reading<A>, page: PageRequest | undefined) => Sql;
    node?: readonly Branch[];
    edge?: Record<string, (row: Row, reading: Reading<A>) => Sql>;
    version?: (row: Row) => Sql;
  },
): Connection {
  const { where = () => sql`true`, keyset, direction = 'desc', from, node, edge = {}, version } = options;
  return {
    kind: 'connection',
    target,
    from,
    where,
    keyset: typeof keyset === 'function' ? keyset : () => keyset,
    direction: typeof direction === 'function' ? direction : () => direction,
    node,
    edge,
    version,
  } as Connection;
}

/** A key of a keyset that is a column of the row. */
export function by(column: string, type: Key['type']): Key {
  return { read: row => sql`${row}.${raw(column)}`, type };
}

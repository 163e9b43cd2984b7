import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';
import { CarriedColumns } from './carried-columns';
import type { Compiler } from './compiler';
import { beyond, cursorKeys, cursorOf, tagOfList } from './cursor';
import { jsonArray, jsonObject, jsonRow, jsonText, type Member } from './json';
import { LARGEST, type PageOf, pageOf } from './page-size';
import type { Connection, Key, PageRequest, Reading } from './plan';
import { and, join, type Parameter, raw, type Row, type Sql, sql } from './sql';

/** A connection while it is compiled: its list, its page, and how rows of the page become JSON. */
interface List {
  compiler: Compiler;
  plan: Connection;
  parent: Row;
  reading: Reading;
  path: string;
  page: PageOf;
  tag: string;
  keys: readonly Key[];
  descending: boolean;
  bounds: readonly Parameter[] | undefined;
  carried: CarriedColumns;
}

/**
 * Compiles a connection: its page is one index range of at most one row more than asked for, by which `hasNextPage` is exact.
 * What is not selected is not computed: no count, no cursor, no look beyond the page.
 */
export function compileConnection(
  compiler: Compiler,
  plan: Connection,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  parent: Row,
  reading: Reading,
  path: string,
): Sql {
  const page = pageOf(reading.args, path);
  compiler.checks.push(page.check);
  const keys = plan.keyset(reading);
  const descending = plan.direction(reading) === 'desc';
  const tag = tagOfList(type.name, descending, keys);
  const bounds = page.cursor && cursorKeys(page.cursor, tag, keys, path);
  const carried = new CarriedColumns(compiler.plans);
  const list: List = { compiler, plan, parent, reading, path, page, tag, keys, descending, bounds, carried };
  const fields = [...compiler.selected(type, nodes)]; // prettier-ignore
  const value = compiler.limits.inList(page.size, () => {
    const paged = fields.filter(([, [node]]) => ['edges', 'nodes', 'pageInfo'].includes(node?.name.value ?? ''));
    const [only] = paged;
    if (paged.length === 1 && only?.[1][0]?.name.value === 'nodes' && !plan.node) {
      return jsonObject(fields.map(([key, same]) => [key, same === only[1] ? nodesAlone(list, type, same) : apart(list, type, same)])); // prettier-ignore
    }
    return paged.length === 0
      ? jsonObject(fields.map(([key, same]) => [key, apart(list, type, same)])) // prettier-ignore
      : pageWithEdges(list, type, fields);
  });
  compiler.version?.end(
    plan,
    row => window(list, row, sql`${page.limit} + 1`),
    row => ordered(list, row, false),
  );
  return value;
}

/** What needs no page: the count, and the name of the type. */
function apart(list: List, type: GraphQLObjectType, [node]: readonly FieldNode[]): Sql {
  if (node?.name.value === '__typename') return jsonText(type.name);
  const row = list.compiler.row();
  const count = sql`(select count(*)::int from ${rows(list, undefined)} ${row} where ${conditions(list, row)})`;
  list.compiler.version?.varyAsWhole(list.plan, count);
  return count;
}

/** The short way, when only the rows are asked for. */
function nodesAlone(list: List, type: GraphQLObjectType, nodes: readonly FieldNode[]): Sql {
  const { compiler, reading, page, path } = list;
  const row = compiler.row();
  compiler.version?.begin(list.plan, row);
  const { members, joins } = compiler.object(nodeType(type.getFields()['nodes']), row, nodes, reading, path);
  const order = ordered(list, row, false);
  return jsonArray(members, sql`${window(list, row, page.limit)}${join(joins, '')} order by ${order}`, compiler.row);
}

/** The whole of a page: rows with cursors, and where the page lies. */
function pageWithEdges(list: List, type: GraphQLObjectType, fields: readonly [string, readonly FieldNode[]][]): Sql {
  const { compiler, page } = list;
  const row = compiler.row();
  compiler.version?.begin(list.plan, row);
  const result = compiler.row();
  const joins: Sql[] = [];
  const columns: Sql[] = [];
  const column = (value: Sql): Sql => {
    const name = raw(`c${columns.push(value)}`);
    columns[columns.length - 1] = sql`${value} as ${name}`;
    return sql`${result}.${name}`;
  };
  const shown = (value: Sql): Sql => sql`case when ${onPage(list, row)} then ${value} end`;
  const members = fields.map(([key, same]): Member => {
    const name = same[0]?.name.value;
    const field = type.getFields()[name ?? ''];
    if (name === 'nodes') return [key, aggregate(list, column(shown(nodeValue(list, nodeType(field), field, same, row, joins))), result)];
    if (name === 'edges') return [key, aggregate(list, column(shown(edgeValue(list, nodeType(field), same, row, joins))), result)];
    if (name === 'pageInfo') return [key, pageInfo(list, nodeType(field), same, column, row)];
    return [key, apart(list, type, same)];
  });
  const inner = compiler.row();
  const number = sql`row_number() over (order by ${ordered(list, inner, page.backward)}) as number`;
  const source = sql`(select ${inner}.*, ${number}, count(*) over () as found from ${window(list, inner, sql`${page.limit} + 1`)}) ${row}`;
  const order = sql`${row}.number ${raw(page.backward ? 'desc' : 'asc')}`;
  const rowsOfPage = sql`select ${join([...columns, sql`${row}.number`], ', ')} from ${source}${join(joins, '')} order by ${order}`;
  return sql`(select ${jsonObject(members)} from (${rowsOfPage}) ${result} having true)`; // one row, whatever the page holds and whatever is asked of it
}

/** The row lies on the page; the one that does not only tells that there are more. */
function onPage({ page }: List, row: Row): Sql {
  return sql`${row}.number <= ${page.limit}`;
}

/** Aggregates what is on the page. It names the order: PostgreSQL may hand rows to one aggregate in the order that another asks for. */
function aggregate(list: List, column: Sql, result: Row): Sql {
  const order = raw(list.page.backward ? 'desc' : 'asc');
  return sql`coalesce(json_agg(${column} order by ${result}.number ${order}) filter (where ${onPage(list, result)}), '[]'::json)`;
}

function nodeValue(
  list: List,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown> | undefined,
  nodes: readonly FieldNode[],
  row: Row,
  joins: Sql[],
): Sql {
  const { compiler, plan, reading, path, carried } = list;
  if (plan.node && field) return compiler.abstract(plan.node, field.type, nodes, row, reading, path, { columns: carried, joins });
  const { members, joins: needed } = compiler.object(type, row, nodes, reading, path);
  joins.push(...needed);
  return jsonRow(members, joins, compiler.row);
}

function edgeValue(list: List, type: GraphQLObjectType, nodes: readonly FieldNode[], row: Row, joins: Sql[]): Sql {
  const { compiler, plan, reading, tag, keys } = list;
  const fields = compiler.selected(type, nodes); // prettier-ignore
  const members = [...fields].map(([key, same]): Member => {
    const name = same[0]?.name.value ?? '';
    const field = type.getFields()[name];
    if (name === '__typename') return [key, jsonText(type.name)];
    if (name === 'cursor') return [key, cursorOf(tag, keys, row)];
    if (name === 'node') return [key, nodeValue(list, nodeType(field), field, same, row, joins)];
    const extra = plan.edge[name];
    if (!extra) throw new Error(`no plan says how ${type.name}.${name} is read`);
    return [key, extra(row, reading)];
  });
  return jsonRow(members, joins, compiler.row);
}

function pageInfo(list: List, type: GraphQLObjectType, nodes: readonly FieldNode[], column: (value: Sql) => Sql, row: Row): Sql {
  const { compiler, page, tag, keys } = list;
  const fields = compiler.selected(type, nodes); // prettier-ignore
  const more = sql`count(*) > ${page.limit}`;
  const nearest = sql`1`;
  const farthest = sql`least(${row}.found, ${page.limit})`;
  const cursorAt = (place: Sql): Sql => sql`max(${column(sql`case when ${row}.number = ${place} then ${cursorOf(tag, keys, row)} end`)})`;
  const values: Record<string, () => Sql> = {
    __typename: () => jsonText(type.name),
    hasNextPage: () => (page.backward ? behindCursor(list) : more),
    hasPreviousPage: () => (page.backward ? more : behindCursor(list)),
    startCursor: () => cursorAt(page.backward ? farthest : nearest),
    endCursor: () => cursorAt(page.backward ? nearest : farthest),
  };
  const members = [...fields].map(([key, same]): Member => [key, values[same[0]?.name.value ?? '']?.() ?? jsonText('')]);
  return jsonObject(members);
}

/** Whether the list has rows on the other side of the cursor, the row of the cursor included. */
function behindCursor(list: List): Sql {
  if (!list.bounds) return sql`false`;
  const row = list.compiler.row();
  const operator = list.descending === list.page.backward ? '<=' : '>=';
  const beyondIt = beyond(list.keys.map(({ read }) => read(row)), operator, list.bounds); // prettier-ignore
  const found = sql`exists (select from ${rows(list, undefined)} ${row} where ${and(conditions(list, row), beyondIt)})`;
  list.compiler.version?.varyAsWhole(list.plan, found);
  return found;
}

/**
 * The rows of the page, aliased; at most `limit` of them. PostgreSQL expects a tenth of all rows where it does not know the limit, and joins accordingly, so
 * the largest page stands as a constant within.
 */
function window(list: List, row: Row, limit: Sql): Sql {
  const { compiler, page } = list;
  const inner = compiler.row();
  const request: PageRequest = {
    within: keys => within(list, keys),
    order: keys => orderBy(list, keys, page.backward),
    limit,
    carried: type => list.carried.selectedBy(type),
  };
  const inside = within(list, list.keys.map(({ read }) => read(inner))); // prettier-ignore
  const condition = and(conditions(list, inner), inside);
  const inOrder = (row: Row): Sql => sql`order by ${ordered(list, row, page.backward)}`;
  const found = sql`select ${inner}.* from ${rows(list, request)} ${inner} where ${condition} ${inOrder(inner)}`;
  if (page.constant) return sql`(${found} limit ${limit}) ${row}`;
  const most = compiler.row();
  return sql`(select ${most}.* from (${found} limit ${LARGEST + 1}) ${most} ${inOrder(most)} limit ${limit}) ${row}`;
}

/** What the list is read from: the table of its type, or rows that are computed. */
function rows({ plan, compiler, parent, reading }: List, page: PageRequest | undefined): Sql {
  if (plan.from) return sql`(${plan.from(parent, reading, page)})`;
  if (!plan.target) throw new Error('a connection needs a type or a source of rows');
  return raw(compiler.plans.get(plan.target).table);
}

function conditions({ plan, compiler, parent, reading }: List, row: Row): Sql {
  return and(plan.where(parent, row, reading), plan.target && compiler.plans.get(plan.target).visible(row, reading));
}

function within({ bounds, descending, page }: List, keys: readonly Sql[]): Sql {
  if (!bounds) return sql`true`;
  return beyond(keys, descending === page.backward ? '>' : '<', bounds);
}

function ordered(list: List, row: Row, reversed: boolean): Sql {
  return orderBy(list, list.keys.map(({ read }) => read(row)), reversed); // prettier-ignore
}

function orderBy({ descending }: List, keys: readonly Sql[], reversed: boolean): Sql {
  const direction = raw(descending === reversed ? 'asc' : 'desc');
  return join(keys.map(key => sql`${key} ${direction}`), ', '); // prettier-ignore
}

function nodeType(field: GraphQLField<unknown, unknown> | undefined): GraphQLObjectType {
  let type: unknown = field?.type;
  while (type && typeof type === 'object' && 'ofType' in type) type = type.ofType;
  return type as GraphQLObjectType;
}

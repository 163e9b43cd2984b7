import { type DocumentNode, type FieldNode, type GraphQLResolveInfo, Kind, type NameNode, visit } from 'graphql';
import { plannerOf } from './object-mode';
import { sql, type Variables } from './sql';

/** One row of a list with its place, as an operation selects its edge, for graphql-js to complete. */
export interface ReadEdge {
  cursor: string;
  edge: unknown;
}

/** Under this key each edge carries its cursor, whether it is selected or not; no response key can look so. */
const CURSOR_KEY = '~cursor';

const reading = new WeakMap<object, Map<string, Promise<ReadEdge[]>>>();
const usedVariables = new WeakMap<object, readonly string[]>();

/**
 * Reads a page of a root list for a subscription that hands out its edges one by one. Those who ask the same at the same time, as the many subscribers
 * of one operation do when something changes, share one statement.
 *
 * @param list  the field of `Query`
 * @param args  its arguments
 */
export async function readEdges(list: string, args: Readonly<Record<string, unknown>>, info: GraphQLResolveInfo): Promise<ReadEdge[]> {
  const [node] = info.fieldNodes;
  const given = Object.entries(args).filter(([, value]) => value !== null && value !== undefined);
  if (!node) return [];
  const used = variablesOf(node, info).map(name => info.variableValues[name]);
  const key = JSON.stringify([list, given, used]);
  const underWay = reading.get(node) ?? new Map<string, Promise<ReadEdge[]>>();
  reading.set(node, underWay);
  let page = underWay.get(key);
  if (!page) {
    page = readPage(list, given, info).finally(() => underWay.delete(key));
    underWay.set(key, page);
  }
  return page;
}

async function readPage(list: string, args: readonly [string, unknown][], info: GraphQLResolveInfo): Promise<ReadEdge[]> {
  const planner = plannerOf(info.schema);
  const field = info.schema.getQueryType()?.getFields()[list];
  if (!field) throw new Error(`Query has no list ${list}`);
  const variables: Variables = { ...info.variableValues, ...Object.fromEntries(args.map(([name, value]) => [` ${name}`, value])) };
  const place = `${info.path.key} edges ${args.map(([name]) => name).join()}`;
  const node = listNode(list, args, info.fieldNodes);
  const page = await planner.readSelection(place, info, variables, compiler => sql`select (${compiler.root(field, [node])})::text`);
  const { edges } = page as { edges: Record<string, unknown>[] };
  return edges.map(edge => ({ cursor: String(edge[CURSOR_KEY]), edge }));
}

/** `list(args) { edges { … } }`, with what the operation selects of its edge. */
function listNode(list: string, args: readonly [string, unknown][], nodes: readonly FieldNode[]): FieldNode {
  const cursor: FieldNode = { kind: Kind.FIELD, alias: named(CURSOR_KEY), name: named('cursor') };
  const selections = [cursor, ...nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])];
  const edges: FieldNode = { kind: Kind.FIELD, name: named('edges'), selectionSet: { kind: Kind.SELECTION_SET, selections } };
  return {
    kind: Kind.FIELD,
    name: named(list),
    arguments: args.map(([name]) => ({
      kind: Kind.ARGUMENT,
      name: named(name),
      value: { kind: Kind.VARIABLE, name: named(` ${name}`) },
    })),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [edges] },
  };
}

/** The variables that what is selected of the edge may depend on; those of the subscription's own arguments are not among them. */
function variablesOf(node: FieldNode, { fieldNodes, fragments }: GraphQLResolveInfo): readonly string[] {
  const known = usedVariables.get(node);
  if (known) return known;
  const names = new Set<string>();
  const sets = [...fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []), ...Object.values(fragments)];
  const visitor = { Variable: ({ name }: { name: NameNode }) => void names.add(name.value) };
  for (const part of sets) visit(part as unknown as DocumentNode, visitor);
  const found = [...names].sort();
  usedVariables.set(node, found);
  return found;
}

function named(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

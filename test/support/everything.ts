import { getNamedType, type GraphQLField, type GraphQLNamedType, type GraphQLSchema, isLeafType, isObjectType } from 'graphql';

/**
 * Selects everything that a type has: each leaf, and each relation so many levels deep, `size` rows of each list. Fields bear the names of their
 * types, so that members of a union do not get in each other's way.
 *
 * @param without  relations of the type itself that are left out
 */
export function everythingOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  depth: number,
  size: number,
  without: readonly string[] = [],
): string {
  const node = nodeOf(type);
  if (node) return page(type, everythingOf(schema, node, depth, size));
  if (!isObjectType(type)) return `__typename ${membersOf(schema, type).map(member => on(member, everythingOf(schema, member, depth, size))).join(' ')}`; // prettier-ignore
  const fields = Object.values(type.getFields()).filter(({ name }) => !without.includes(name));
  return ['__typename', ...fields.map(field => selection(schema, type, field, depth, size))].filter(Boolean).join(' ');
}

/**
 * Selects the same in parts that can each be asked at once, since a request may follow so many relations only: each part has all leaves of the type
 * and one of its relations.
 */
export function partsOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, size: number): string[] {
  const node = nodeOf(type);
  if (node) return partsOf(schema, node, depth, size).map(part => page(type, part));
  if (!isObjectType(type)) return membersOf(schema, type).flatMap(member => partsOf(schema, member, depth, size).map(part => `__typename ${on(member, part)}`)); // prettier-ignore
  const relations = relationsOf(type);
  if (depth === 0 || relations.length === 0) return [everythingOf(schema, type, depth, size)];
  return relations.map(relation => everythingOf(schema, type, depth, size, relations.filter(other => other !== relation))); // prettier-ignore
}

/** The fields of a type that lead to other objects. */
export function relationsOf(type: GraphQLNamedType): string[] {
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap(field => (isLeafType(getNamedType(field.type)) ? [] : [field.name]));
}

function selection(
  schema: GraphQLSchema,
  owner: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  size: number,
): string {
  const named = getNamedType(field.type);
  const key = `${owner.name}_${field.name}: ${field.name}`;
  if (isLeafType(named)) return key;
  const plain = isObjectType(named) && relationsOf(named).length === 0;
  if (depth === 0 && !plain) return '';
  const args = field.args.some(({ name }) => name === 'first') ? `(first: ${size})` : '';
  return `${key}${args} { ${everythingOf(schema, named, Math.max(depth - 1, 0), size)} }`;
}

function membersOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLNamedType[] {
  return schema.getPossibleTypes(type as never);
}

/** What the rows of a connection are; undefined of any other type. */
function nodeOf(type: GraphQLNamedType): GraphQLNamedType | undefined {
  const nodes = isObjectType(type) && type.name.endsWith('Connection') ? type.getFields()['nodes'] : undefined;
  return nodes && getNamedType(nodes.type);
}

function page(type: GraphQLNamedType, node: string): string {
  const extras = type.name === 'SearchConnection' ? 'score highlight' : '';
  return `totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor ${extras} node { ${node} } }`;
}

function on(member: GraphQLNamedType, selected: string): string {
  return `... on ${member.name} { ${selected} }`;
}

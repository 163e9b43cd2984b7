import { getNamedType, type GraphQLField, type GraphQLNamedType, type GraphQLSchema, isLeafType, isObjectType, isUnionType } from 'graphql';

/** How many rows of each list are read at each depth, the outermost first; the last holds for all below. */
export type Sizes = readonly number[];

/**
 * Selects everything that a type has: each leaf, and each relation so many levels deep. Union and interface members are told apart, so that the
 * same field name may mean another type in each.
 */
export function everythingOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  depth: number,
  sizes: Sizes,
  without: readonly string[] = [],
): string {
  if (/(Connection|Edge)$/.test(type.name)) return page(schema, type, depth, sizes, without);
  if (!isObjectType(type)) {
    const members = isUnionType(type) || 'getFields' in type ? schema.getPossibleTypes(type as never) : [];
    return `__typename ${members.map(member => `... on ${member.name} { ${everythingOf(schema, member, depth, sizes, without)} }`).join(' ')}`;
  }
  const fields = Object.values(type.getFields()).filter(({ name }) => !without.includes(name));
  return ['__typename', ...fields.map(field => selection(schema, type.name, field, depth, sizes, without))].filter(Boolean).join(' ');
}

function selection(
  schema: GraphQLSchema,
  owner: string,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  sizes: Sizes,
  without: readonly string[],
): string {
  const named = getNamedType(field.type);
  const key = `${owner}_${field.name}: ${field.name}`;
  if (isLeafType(named)) return key;
  const [size = 2, ...rest] = sizes;
  const embedded = isObjectType(named) && Object.values(named.getFields()).every(({ type }) => isLeafType(getNamedType(type)));
  if (depth === 0 && !embedded) return '';
  const args = field.args.some(({ name }) => name === 'first') ? `(first: ${size})` : '';
  return `${key}${args} { ${everythingOf(schema, named, Math.max(depth - 1, 0), rest.length ? rest : sizes, without)} }`;
}

function page(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, sizes: Sizes, without: readonly string[]): string {
  if (!isObjectType(type)) return '';
  const edge = getNamedType(type.getFields()['edges']?.type as never) as never as GraphQLNamedType;
  const extras = isObjectType(edge) ? Object.keys(edge.getFields()).filter(name => name !== 'node').join(' ') : ''; // prettier-ignore
  const node = isObjectType(edge) ? getNamedType(edge.getFields()['node']?.type as never) : undefined;
  if (!node) return '__typename';
  return `totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { ${extras} node { ${everythingOf(schema, node as GraphQLNamedType, depth, sizes, without)} } }`;
}

import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { TYPE_KEY } from './compiler';
import type { Reader } from '../platform/replicas';
import type { Planner, Reference } from './planner';

type Resolver = GraphQLFieldResolver<unknown, { reads?: Reader } | undefined>;

/**
 * Lets graphql-js answer from the same plans: root fields are read by the planner, planned types hand out what was read under its response key,
 * and where a mutation returns a reference to a planned object, the planner reads it, all references of one field in one statement.
 */
export function resolveByPlans(planner: Planner): void {
  planners.set(planner.schema, planner);
  const { schema, index } = planner;
  const operations = [schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = value => (value as Record<string, string>)[TYPE_KEY];
    if (!isObjectType(type) || type.name.startsWith('__') || operations.includes(type)) continue;
    for (const field of Object.values(type.getFields())) field.resolve = resolverOf(planner, type, field);
  }
  for (const type of operations) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      if (index.has(getNamedType(field.type).name)) field.resolve = throughReferences(planner, field.resolve ?? defaultFieldResolver);
    }
  }
}

/** The planner that reads for a schema: for a subscription, which reads by itself. */
export function plannerOf(schema: GraphQLSchema): Planner {
  const planner = planners.get(schema);
  if (!planner) throw new Error('the schema is not resolved by plans');
  return planner;
}

const planners = new WeakMap<GraphQLSchema, Planner>();

function resolverOf(planner: Planner, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Resolver | undefined {
  if (type === planner.schema.getQueryType()) {
    return planner.index.get('Query').fields.has(field.name)
      ? (_, __, context, info) => planner.readField(info, context?.reads)
      : field.resolve;
  }
  const named = getNamedType(field.type);
  const handsOut = isAbstractType(named) || planner.index.has(named.name);
  const own = field.resolve ?? defaultFieldResolver;
  const byKey: Resolver = (source, _, __, info) => (source as Record<string, unknown>)[info.path.key];
  if (planner.index.has(type.name) || /(Connection|Edge|PageInfo)$/.test(type.name)) return byKey;
  return handsOut ? throughReferences(planner, own) : field.resolve;
}

/** Reads what a resolver of ours refers to; the references that one request collects at one field are read together. */
function throughReferences(planner: Planner, own: Resolver): Resolver {
  const waiting = new WeakMap<object, { references: Reference[]; read: Promise<unknown[]> }>();
  const load = (reference: Reference, info: GraphQLResolveInfo): Promise<unknown> => {
    const { fieldNodes } = info; // graphql-js makes the list anew for each request and keeps it for all items of one; the nodes are shared by requests
    let batch = waiting.get(fieldNodes);
    if (!batch) {
      const references: Reference[] = [];
      const read = new Promise<void>(resolve => setImmediate(resolve)).then(() => {
        waiting.delete(fieldNodes);
        return planner.readReferences(references, info);
      });
      waiting.set(fieldNodes, (batch = { references, read }));
    }
    const place = batch.references.push(reference) - 1;
    return batch.read.then(values => values[place]);
  };
  return async (source, args, context, info) => {
    const value: unknown = await own(source, args, context, info);
    if (Array.isArray(value)) return Promise.all(value.map((item: unknown) => (isReference(item) ? load(item, info) : item)));
    return isReference(value) ? load(value, info) : value;
  };
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'uuid' in value && 'type' in value;
}

import {
  type ArgumentNode,
  type GraphQLArgument,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  print,
  type ValueNode,
  valueFromAST,
  visit,
} from 'graphql';
import { Parameter, type Variables } from './sql';

/**
 * An argument as a plan sees it: objects keep their form, booleans their value, and every other leaf is a parameter.
 * What is null or absent is undefined, so a plan can ask `filter?.stances` and put `filter.stances` into SQL.
 */
export type Shaped<T> = T extends boolean
  ? boolean
  : T extends readonly unknown[] | Date | string | number
    ? Parameter<T>
    : T extends object
      ? { [K in keyof T]?: Shaped<NonNullable<T[K]>> }
      : never;

/** The arguments of a field, shaped. */
export type ShapedArguments = Record<string, unknown>;

const POSTGRES_TYPES: Record<string, string> = { Int: 'int', Float: 'float8', DateTime: 'timestamptz', Boolean: 'bool' };

/** Shapes the arguments of a field for planning; defaults of the schema count as given. */
export function shapeArguments(
  declared: readonly GraphQLArgument[],
  given: readonly ArgumentNode[],
  variables: Variables,
): ShapedArguments {
  const shaped: ShapedArguments = {};
  for (const argument of declared) {
    const node = given.find(({ name }) => name.value === argument.name)?.value;
    shaped[argument.name] = shapeNode(node, argument.type, argument.defaultValue, variables);
  }
  return shaped;
}

/** Says which plan serves these variables: what is null, which booleans and enums, which fields of objects; no other value. */
export function shapeOf(value: unknown, type: GraphQLInputType): string {
  if (value === undefined) return 'u';
  if (value === null) return 'n';
  if (isNonNullType(type)) return shapeOf(value, type.ofType);
  if (isListType(type)) return 'l';
  if (isEnumType(type)) return `e${value as string}`;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map(field => shapeOf((value as Variables)[field.name], field.type));
    return `{${fields.join(',')}}`;
  }
  return 'v';
}

function shapeNode(node: ValueNode | undefined, type: GraphQLInputType, fallback: unknown, variables: Variables): unknown {
  if (node?.kind === Kind.VARIABLE) {
    const name = node.name.value;
    if (variables[name] !== undefined) return shapeValue(variables[name], type, `$${name}`, values => values[name]);
    return shapeValue(fallback, type, JSON.stringify(fallback), () => fallback, true);
  }
  if (node === undefined) return shapeValue(fallback, type, JSON.stringify(fallback), () => fallback, true);
  if (!holdsVariable(node)) {
    const value = valueFromAST(node, type);
    return shapeValue(value, type, print(node), () => value, true);
  }
  const inner = isNonNullType(type) ? type.ofType : type;
  if (node.kind === Kind.OBJECT && isInputObjectType(inner)) {
    const shaped: Record<string, unknown> = {};
    for (const field of Object.values(inner.getFields())) {
      const given = node.fields.find(({ name }) => name.value === field.name)?.value;
      shaped[field.name] = shapeNode(given, field.type, field.defaultValue, variables);
    }
    return shaped;
  }
  return new Parameter(print(node), postgresType(type), values => valueFromAST(node, type, { ...values }));
}

/** @param constant  whether the document or the schema says the value, so that it is the same on every request */
function shapeValue(
  value: unknown,
  type: GraphQLInputType,
  key: string,
  read: (variables: Variables) => unknown,
  constant = false,
): unknown {
  if (value === undefined || value === null) return undefined;
  if (isNonNullType(type)) return shapeValue(value, type.ofType, key, read, constant);
  if (isInputObjectType(type)) {
    const shaped: Record<string, unknown> = {};
    for (const field of Object.values(type.getFields())) {
      const inner = (variables: Variables): unknown => (read(variables) as Variables)[field.name];
      shaped[field.name] = shapeValue((value as Variables)[field.name], field.type, `${key}.${field.name}`, inner, constant);
    }
    return shaped;
  }
  if (typeof value === 'boolean') return value;
  return new Parameter(key, postgresType(type), read, constant || isEnumType(type) ? value : undefined);
}

function postgresType(type: GraphQLInputType): string {
  if (isNonNullType(type)) return postgresType(type.ofType);
  if (isListType(type)) return `${postgresType(type.ofType)}[]`;
  return POSTGRES_TYPES[(type as { name: string }).name] ?? 'text';
}

function holdsVariable(node: ValueNode): boolean {
  let found = false;
  visit(node, {
    Variable: () => {
      found = true;
    },
  });
  return found;
}

import {
  type ASTNode,
  type DocumentNode,
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  print,
  validate,
  visit,
} from 'graphql';

/** The variables of one request. */
export type Variables = Record<string, unknown>;

/** A document, with two sets of variables of the same shape: what is null in one is null in the other, and booleans and enums are the same. */
export interface RandomDocument {
  query: string;
  variables: Variables;
  others: Variables;
}

/** What a random document may name so that it finds something: strings by the name of their argument, and cursors by the name of their list. */
export interface Known {
  strings: Record<string, readonly string[]>;
  cursors: Record<string, readonly string[]>;
}

/** Random numbers from 0 to 1 that a seed repeats (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes a valid document of the schema; the same seed makes the same one. */
export function randomDocument(schema: GraphQLSchema, seed: number, known: Known): RandomDocument {
  const random = seeded(seed);
  for (;;) {
    const made = new Writer(schema, random, known).document();
    if (validate(schema, parse(made.query)).length === 0) return made;
  }
}

const MOST_FIELDS = 24;
const DEEPEST = 4;
const LONG = 'a_response_key_that_is_longer_than_the_identifiers_that_postgresql_can_bear_';

class Writer {
  private readonly variables: Variables = {};
  private readonly others: Variables = {};
  private readonly declared: string[] = [];
  private readonly fragments: string[] = [];
  private count = 0;
  private fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: () => number,
    private readonly known: Known,
  ) {}

  document(): RandomDocument {
    const query = this.schema.getQueryType() as GraphQLNamedType;
    const roots = ['story', 'story', 'story', ...Object.keys((query as never as { getFields(): object }).getFields())];
    const selections = Array.from({ length: 1 + this.below(2) }, () => this.field(query, this.pick(roots), 0));
    if (this.chance(0.15)) selections.push(this.spread(query, 0));
    if (this.chance(0.1)) selections.push(`${this.alias('__typename')}__typename`);
    const head = this.declared.length ? `query Random(${this.declared.join(', ')})` : 'query Random';
    const text = `${head} { ${selections.join(' ')} } ${this.fragments.join(' ')}`;
    return { query: print(parse(text)), variables: this.variables, others: this.others };
  }

  private chance(probability: number): boolean {
    return this.random() < probability;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  private name(prefix: string): string {
    return `${prefix}${(this.count += 1)}`;
  }

  private alias(field: string): string {
    if (this.chance(0.12)) return '';
    return `${this.name(this.chance(0.08) ? LONG : `${field.replaceAll('_', '')}_`)}: `;
  }

  /** What is selected of a type; there is always something. */
  private selections(type: GraphQLNamedType, depth: number): string {
    const own = fieldsOf(type);
    const leaves = own.filter(name => isLeafType(this.typeOf(type, name)));
    const relations = own.filter(name => !leaves.includes(name));
    const parts: string[] = [];
    if (this.chance(0.03) && leaves.length) {
      for (let number = 0; number < 55; number += 1) parts.push(`${this.name('w')}: ${this.pick(leaves)}`);
    }
    for (let left = 1 + this.below(4); left > 0; left -= 1) {
      const open = depth < DEEPEST && this.fields < MOST_FIELDS;
      if (open && this.chance(0.2)) parts.push(this.chance(0.5) ? this.inline(type, depth + 1) : this.spread(type, depth + 1));
      else if (open && relations.length && this.chance(0.45)) parts.push(this.field(type, this.pick(relations), depth + 1));
      else if (leaves.length && this.chance(0.9)) parts.push(this.field(type, this.pick(leaves), depth));
      else parts.push(`${this.alias('__typename')}__typename`);
    }
    parts.push(leaves.length && this.chance(0.7) ? this.pick(leaves) : '__typename');
    return parts.join(' ');
  }

  private field(type: GraphQLNamedType, name: string, depth: number): string {
    this.fields += 1;
    const field = (type as never as { getFields(): Record<string, { type: never; args: GraphQLArgument[] }> }).getFields()[name];
    if (!field) return '__typename';
    const named = getNamedType(field.type) as unknown as GraphQLNamedType;
    const args = this.arguments(`${type.name}.${name}`, field.args);
    const head = `${args ? `${this.name(`${name}_`)}: ` : this.alias(name)}${name}${args}`;
    const whole = (): string => `${head}${this.directive()}${isCompositeType(named) ? ` { ${this.selections(named, depth)} }` : ''}`;
    return this.chance(0.08) ? `${whole()} ${whole()}` : whole();
  }

  private inline(type: GraphQLNamedType, depth: number): string {
    const on = this.condition(type);
    return `...${on === type && this.chance(0.3) ? '' : ` on ${on.name}`}${this.directive()} { ${this.selections(on, depth)} }`;
  }

  private spread(type: GraphQLNamedType, depth: number): string {
    const on = this.condition(type);
    const name = this.name('Part');
    this.fragments.push(`fragment ${name} on ${on.name} { ${this.selections(on, depth)} }`);
    return `...${name}${this.directive()}${this.chance(0.2) ? ` ...${name}` : ''}`;
  }

  /** A type whose values may stand where this one is expected. */
  private condition(type: GraphQLNamedType): GraphQLNamedType {
    if (isInterfaceType(type) || isUnionType(type))
      return this.pick([type, ...this.schema.getPossibleTypes(type), ...this.schema.getPossibleTypes(type)]);
    return isObjectType(type) ? this.pick([type, type, ...type.getInterfaces()]) : type;
  }

  private typeOf(type: GraphQLNamedType, name: string): GraphQLNamedType {
    return getNamedType(
      (type as never as { getFields(): Record<string, { type: never }> }).getFields()[name]?.type as never,
    ) as unknown as GraphQLNamedType;
  }

  private directive(): string {
    if (!this.chance(0.12)) return '';
    const value = this.chance(0.3) ? String(this.chance(0.5)) : this.variable('Boolean!', this.chance(0.6));
    return ` @${this.chance(0.5) ? 'skip' : 'include'}(if: ${value})`;
  }

  private arguments(place: string, declared: readonly GraphQLArgument[]): string {
    const names = declared.map(({ name }) => name);
    const given = new Set(
      declared.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined).map(({ name }) => name),
    );
    if (names.includes('first')) {
      const backward = names.includes('last') && this.chance(0.25);
      given.add(backward ? 'last' : 'first');
      if (this.chance(0.2)) given.add(backward ? 'before' : names.includes('after') ? 'after' : 'since');
    }
    const pages = ['first', 'last', 'after', 'before', 'since'];
    for (const name of names) if (!pages.includes(name) && this.chance(0.25)) given.add(name);
    const written = declared
      .filter(({ name }) => given.has(name))
      .map(
        ({ name, type }) =>
          `${name}: ${this.value(type, pages.includes(name) && !['first', 'last'].includes(name) ? `cursor ${place}` : name)}`,
      );
    return written.length ? `(${written.join(', ')})` : '';
  }

  /** A value as it is written in the document: a literal, or a variable. */
  private value(type: GraphQLInputType, name: string): string {
    if (this.chance(0.45)) return this.asVariable(type, name);
    if (!isNonNullType(type) && this.chance(0.06)) return 'null';
    const inner = getNullableType(type);
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).filter(field => isNonNullType(field.type) || this.chance(0.3));
      return `{ ${fields.map(field => `${field.name}: ${this.value(field.type, field.name)}`).join(', ')} }`;
    }
    if (isListType(inner)) {
      const item = inner.ofType as GraphQLInputType;
      if (this.chance(0.2)) return this.literal(item, name);
      return `[${Array.from({ length: this.below(4) }, () => this.value(item, name)).join(', ')}]`;
    }
    return this.literal(inner, name);
  }

  private literal(type: GraphQLInputType, name: string): string {
    return written(this.plain(type, name), type);
  }

  private asVariable(type: GraphQLInputType, name: string): string {
    const value = this.plain(type, name);
    const same = this.alike(value, type, name);
    if (isNonNullType(type)) {
      if (this.chance(0.75)) return this.variable(String(type), value, same);
      const given = this.pick(['absent', 'given', 'given', 'given'] as const);
      const text = `${String(getNullableType(type))} = ${this.literal(type, name)}`;
      return given === 'absent' ? this.variable(text) : this.variable(text, value, same);
    }
    const mode = this.pick(['given', 'given', 'given', 'required', 'null', 'absent', 'default', 'default null'] as const);
    if (mode === 'given') return this.variable(String(type), value, same);
    if (mode === 'required') return this.variable(`${String(type)}!`, value, same);
    if (mode === 'null') return this.variable(String(type), null);
    if (mode === 'absent') return this.variable(String(type));
    const text = `${String(type)} = ${this.literal(type, name)}`;
    return mode === 'default' ? this.variable(text) : this.variable(text, null);
  }

  private variable(type: string, value?: unknown, other: unknown = value): string {
    const name = this.name('v');
    this.declared.push(`$${name}: ${type}`);
    if (value !== undefined) {
      this.variables[name] = value;
      this.others[name] = other;
    }
    return `$${name}`;
  }

  /** A value as JSON. */
  private plain(type: GraphQLInputType, name: string): unknown {
    const inner = getNullableType(type);
    if (isListType(inner)) return Array.from({ length: this.below(4) }, () => this.plain(inner.ofType as GraphQLInputType, name));
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).filter(field => isNonNullType(field.type) || this.chance(0.3));
      return Object.fromEntries(
        fields.map(field => [field.name, !isNonNullType(field.type) && this.chance(0.1) ? null : this.plain(field.type, field.name)]),
      );
    }
    if (isEnumType(inner)) return this.pick(inner.getValues()).name;
    if (inner.toString() === 'Boolean') return this.chance(0.5);
    if (inner.toString() === 'Int') return this.chance(0.03) ? this.pick([0, 101, -1]) : 1 + this.below(4);
    return this.text(name);
  }

  private text(name: string): string {
    if (name.startsWith('cursor ')) {
      const cursors = this.known.cursors[name.slice('cursor '.length)];
      return cursors?.length && this.chance(0.95)
        ? this.pick(cursors)
        : this.chance(0.9)
          ? this.pick(Object.values(this.known.cursors).flat())
          : 'no cursor';
    }
    const found = this.known.strings[name];
    return found && this.chance(0.95) ? this.pick(found) : `it's "${name}" \\ \n ü $1`;
  }

  /** Another value of the same shape. */
  private alike(value: unknown, type: GraphQLInputType, name: string): unknown {
    const inner = getNullableType(type);
    if (value === null || value === undefined || typeof value === 'boolean' || isEnumType(inner)) return value;
    if (isInputObjectType(inner)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, field]) => [key, this.alike(field, inner.getFields()[key]?.type as GraphQLInputType, key)]),
      );
    }
    return this.plain(type, name);
  }
}

function fieldsOf(type: GraphQLNamedType): string[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
}

function written(value: unknown, type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (value === null) return 'null';
  if (Array.isArray(value))
    return `[${value.map(item => written(item, (isListType(inner) ? inner.ofType : inner) as GraphQLInputType)).join(', ')}]`;
  if (isInputObjectType(inner)) {
    return `{ ${Object.entries(value as object).map(([name, field]) => `${name}: ${written(field, inner.getFields()[name]?.type as GraphQLInputType)}`).join(', ')} }`; // prettier-ignore
  }
  return isEnumType(inner) ? (value as string) : JSON.stringify(value);
}

const REMOVABLE = new Set<string>([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.DIRECTIVE,
  Kind.OBJECT_FIELD,
]);

/** Leaves out of a document whatever it can do without and still be valid and still fail. */
export async function smallest(schema: GraphQLSchema, query: string, fails: (query: string) => Promise<boolean>): Promise<string> {
  let document = parse(query, { noLocation: true });
  for (let place = 0, removed = false; ;) {
    const smaller = without(document, place);
    if (!smaller) {
      if (!removed) return print(document);
      [place, removed] = [0, false];
    } else if (validate(schema, smaller).length === 0 && (await fails(print(smaller)))) [document, removed] = [smaller, true];
    else place += 1;
  }
}

/** The document without the part at this place, and without what nothing uses then. */
function without(document: DocumentNode, place: number): DocumentNode | undefined {
  let number = -1;
  let found = false;
  let smaller = visit(document, {
    enter(node: ASTNode) {
      if (!REMOVABLE.has(node.kind) || found) return undefined;
      number += 1;
      if (number !== place) return undefined;
      found = true;
      return null;
    },
  });
  if (!found) return undefined;
  for (let before = ''; before !== print(smaller);) {
    before = print(smaller);
    const used = new Set(before.match(/(?<=\.\.\.)\w+/g));
    smaller = {
      ...smaller,
      definitions: smaller.definitions.filter(one => one.kind !== Kind.FRAGMENT_DEFINITION || used.has(one.name.value)),
    };
    const variables = new Set(print(visit(smaller, { VariableDefinition: () => null })).match(/(?<=\$)\w+/g));
    smaller = visit(smaller, { VariableDefinition: node => (variables.has(node.variable.name.value) ? undefined : null) });
  }
  return smaller;
}

import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { Pool } from 'pg';
import { Refusal } from '../platform/errors';
import type { Reader } from '../platform/replicas';
import { Compiler, type Mode } from './compiler';
import { CurrentAnswers } from './current-answers';
import { DeclaredVariables } from './declared-variables';
import type { KeptAnswers } from './kept-answers';
import type { TypePlan } from './plan';
import type { JsonPiece } from './planned-answer';
import { PlanIndex } from './plans';
import { Prepared } from './prepared';
import { collectFields } from './selection';
import { Parameter, type Sql, sql, type Variables } from './sql';

/** How many rows one root field may bring at most, estimated from its page sizes. */
const MOST_ROWS = 100_000;

/** How many root fields one request may read. */
const MOST_ROOTS = 30;

/** A compiled selection, ready to run on the variables of any request of the same shape. */
export interface Plan {
  statement: Prepared;
  /** Set where answers may be kept: what tells those of this plan from those of others, in all processes, and the statement that brings their version alone. */
  kept: { as: string; version: Prepared } | undefined;
  check: (variables: Variables) => void;
}

/** A root field of an operation: where it stands in the answer, and how it is read. */
export interface Root {
  key: string;
  nodes: readonly FieldNode[];
  field: GraphQLField<unknown, unknown>;
  /** Its plan; made when it is first asked for, so that a fault of one field leaves the others alone. */
  plan: () => Plan;
}

/** The root fields of an operation, in order; `__typename` among them. */
export type Roots = readonly (Root | { key: string; typeName: string })[];

/** An object named by its type and key, for the planner to read. */
export interface Reference {
  type: string;
  uuid: string;
}

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** Compiles selections into single SQL statements, and keeps what it compiled by operation, place in it, and the shape of the variables. */
export class Planner {
  readonly index: PlanIndex;
  private readonly rootsByShape: ByOperation<Roots | undefined> = new WeakMap();
  private readonly plansByPlace: ByOperation<Plan> = new WeakMap();
  private readonly declared = new WeakMap<OperationDefinitionNode, DeclaredVariables>();
  private readonly current: CurrentAnswers | undefined;

  constructor(
    readonly schema: GraphQLSchema,
    readonly pool: Pool,
    plans: readonly TypePlan[],
    kept?: KeptAnswers,
  ) {
    this.index = new PlanIndex(plans);
    this.current = kept && new CurrentAnswers(kept);
  }

  /** What an operation of a valid document declares. */
  variablesOf(operation: OperationDefinitionNode): DeclaredVariables {
    const known = this.declared.get(operation) ?? new DeclaredVariables(this.schema, operation);
    this.declared.set(operation, known);
    return known;
  }

  /** The root fields of a query that is planned as a whole; undefined where graphql-js must run it. */
  roots(operation: OperationDefinitionNode, fragments: Fragments, variables: Variables): Roots | undefined {
    const shape = this.shape(operation, variables);
    const known = keptIn(this.rootsByShape, operation);
    if (!known.has(shape)) known.set(shape, this.readRoots(operation, fragments, variables));
    return known.get(shape);
  }

  private readRoots(operation: OperationDefinitionNode, fragments: Fragments, variables: Variables): Roots | undefined {
    const query = this.schema.getQueryType();
    if (operation.operation !== OperationTypeNode.QUERY || !query) return undefined;
    const fields = collectFields(query, [operation.selectionSet], { schema: this.schema, fragments, variables });
    const roots: (Root | { key: string; typeName: string })[] = [];
    for (const [key, nodes] of fields) {
      const [node] = nodes;
      if (node?.name.value === '__typename') {
        roots.push({ key, typeName: query.name });
        continue;
      }
      const field = query.getFields()[node?.name.value ?? ''];
      if (!node || !field || !this.index.get('Query').fields.has(field.name)) return undefined;
      let made: Plan | undefined;
      const plan = (): Plan => {
        refuseTooMany(fields.size);
        return (made ??= this.compile('raw', fragments, variables, compiler => compiler.root(field, nodes)));
      };
      roots.push({ key, nodes, field, plan });
    }
    return roots;
  }

  /**
   * Runs a plan that brings one value, and gives its JSON.
   *
   * @param reader  a replica, where that is good enough
   */
  async run(plan: Plan, variables: Variables, reader?: Reader): Promise<JsonPiece | null> {
    plan.check(variables);
    const { statement, kept } = plan;
    const read = async (what: Prepared): Promise<(string | null)[]> => (await what.run(this.pool, variables, reader))[0] ?? [];
    if (!kept || !this.current) return (await read(statement))[0] ?? null;
    return this.current.read(`${kept.as} ${JSON.stringify(statement.values(variables))}`, reader ?? this.pool, {
      version: async () => (await read(kept.version))[0] ?? null,
      anew: async () => {
        const [text = null, version = null] = await read(statement);
        return text === null ? null : { text, version };
      },
    });
  }

  /** Reads a root field for graphql-js to complete. */
  async readField(info: GraphQLResolveInfo, reader?: Reader): Promise<unknown> {
    const field = info.parentType.getFields()[info.fieldName];
    if (!field) return null;
    refuseTooMany(collectFields(info.parentType, [info.operation.selectionSet], { ...info, variables: info.variableValues }).size);
    return this.readSelection(
      String(info.path.key),
      info,
      info.variableValues,
      compiler => sql`select (${compiler.root(field, info.fieldNodes)})::text`,
      reader,
    );
  }

  /** Reads objects by reference, in their order, for graphql-js to complete; null stands where nothing is found. */
  async readReferences(references: readonly Reference[], info: GraphQLResolveInfo): Promise<unknown[]> {
    const variables = { ...info.variableValues, [NAMES]: references.map(({ type }) => type), [KEYS]: references.map(({ uuid }) => uuid) };
    const names = new Parameter(NAMES, 'text[]', values => values[NAMES]);
    const keys = new Parameter(KEYS, 'uuid[]', values => values[KEYS]);
    const place = `${placeOf(info.path)} ${this.shape(info.operation, info.variableValues)}`;
    const plan = this.cached(info.operation, place, info.fragments, info.variableValues, compiler =>
      compiler.references(info.returnType, info.fieldNodes, names, keys),
    );
    plan.check(variables);
    const rows = await plan.statement.run(this.pool, variables);
    return rows.map(([text = null]): unknown => (text === null ? null : JSON.parse(text)));
  }

  /** Reads what `compile` selects, for graphql-js to complete; `place` tells apart what one operation reads in several ways. */
  async readSelection(
    place: string,
    info: GraphQLResolveInfo,
    variables: Variables,
    compile: (compiler: Compiler) => Sql,
    reader?: Reader,
  ): Promise<unknown> {
    const shaped = `${place} ${this.shape(info.operation, info.variableValues)}`;
    const json = await this.run(this.cached(info.operation, shaped, info.fragments, variables, compile), variables, reader);
    return json === null ? null : JSON.parse(String(json));
  }

  private cached(
    operation: OperationDefinitionNode,
    place: string,
    fragments: Fragments,
    variables: Variables,
    compile: (compiler: Compiler) => Sql,
  ): Plan {
    const known = keptIn(this.plansByPlace, operation);
    const plan = known.get(place) ?? this.compile('object', fragments, variables, compile);
    known.set(place, plan);
    return plan;
  }

  private compile(mode: Mode, fragments: Fragments, variables: Variables, compile: (compiler: Compiler) => Sql): Plan {
    const compiler = new Compiler(mode, this.index, { schema: this.schema, fragments, variables });
    const value = compile(compiler);
    const version = mode === 'raw' && this.current ? compiler.version?.expression : undefined;
    const statement = new Prepared(mode === 'raw' ? answerWith(value, version) : value);
    const kept = version && { as: statement.digest, version: new Prepared(sql`select ${version}`) };
    return { statement, check: checkOf(compiler), kept };
  }

  private shape(operation: OperationDefinitionNode, variables: Variables): string {
    return this.variablesOf(operation).shape(variables);
  }
}

/** What is kept about an operation for as long as that is known. */
type ByOperation<T> = WeakMap<OperationDefinitionNode, Map<string, T>>;

function keptIn<T>(byOperation: ByOperation<T>, operation: OperationDefinitionNode): Map<string, T> {
  const known = byOperation.get(operation) ?? new Map<string, T>();
  byOperation.set(operation, known);
  return known;
}

/** Selects the text of an answer; where it may be kept, with its version, both of one moment. */
function answerWith(value: Sql, version: Sql | undefined): Sql {
  return version ? sql`select (${value})::text, ${version}` : sql`select (${value})::text`;
}

function refuseTooMany(roots: number): void {
  if (roots <= MOST_ROOTS) return;
  throw new Refusal('QUERY_TOO_COMPLEX', `The query reads ${roots} root fields; at most ${MOST_ROOTS} are allowed in one request.`);
}

/** Where a field stands in the answer, whatever its place in lists. */
function placeOf(path: GraphQLResolveInfo['path'] | undefined): string {
  if (!path) return '';
  return typeof path.key === 'number' ? placeOf(path.prev) : `${placeOf(path.prev)}.${path.key}`;
}

/** Names of values that are not a client's: no variable can be called so. */
const NAMES = ' names';
const KEYS = ' keys';

function checkOf(compiler: Compiler): Plan['check'] {
  const { checks } = compiler;
  return variables => {
    for (const check of checks) check(variables);
    const rows = compiler.limits.cost(variables);
    if (rows <= MOST_ROWS) return;
    throw new Refusal('QUERY_TOO_COMPLEX', `The query may bring ${rows} rows; at most ${MOST_ROWS} are allowed: ask for smaller pages.`);
  };
}

import {
  type FieldNode,
  getArgumentValues,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { AnswerVersion } from './answer-version';
import { shapeArguments } from './argument';
import type { CarriedColumns } from './carried-columns';
import { compileConnection } from './connection';
import { jsonArray, jsonRow, jsonText, type Member } from './json';
import { type Beside, type Branch, expression, type FieldPlan, type Reading } from './plan';
import type { IndexedPlan, PlanIndex } from './plans';
import { QueryLimits } from './query-limits';
import { collectFields, type Surroundings } from './selection';
import { snakeCase } from './snake-case';
import { and, join, type Parameter, raw, Row, type Sql, sql, type Variables } from './sql';

/** `raw` makes the final text of the answer; `object` makes the same for graphql-js to complete, with the type of each abstract value beside it. */
export type Mode = 'raw' | 'object';

/** Under this key an abstract value names its type in object mode; no response key can look so. */
export const TYPE_KEY = '~type';

/** What a compiled selection brings: the members of its object, and the joins that they need. */
export interface Members {
  members: Member[];
  joins: Sql[];
}

const ROWS_OF_A_PLAIN_LIST = 10;

/** Turns one selection into one piece of SQL. Made for one plan and thrown away. */
export class Compiler {
  /** Run on each request before the statement: they throw a refusal where an argument is out of bounds. */
  readonly checks: ((variables: Variables) => void)[] = [];
  /** What tells whether an answer still holds; undefined where a selection is no root field of a query. */
  version: AnswerVersion | undefined;
  readonly limits = new QueryLimits();
  private aliases = 0;

  constructor(
    readonly mode: Mode,
    readonly plans: PlanIndex,
    readonly around: Surroundings,
  ) {}

  /** A row with an alias that nothing else bears. */
  row = (): Row => new Row(`_${(this.aliases += 1)}`);

  /** The value of a root field. */
  root(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): Sql {
    const plan = this.plans.get('Query').fields.get(field.name);
    if (!plan) throw new Error(`no plan says how Query.${field.name} is read`);
    this.version = new AnswerVersion(plan);
    return this.field(plan, field, nodes, undefined, { asOf: undefined, args: {} }, field.name).value;
  }

  /** Objects of one type by their keys: what a mutation or subscription hands out. */
  references(type: GraphQLOutputType, nodes: readonly FieldNode[], names: Parameter, keys: Parameter): Sql {
    const reference = this.row();
    const branches = this.concreteTypes(type).map(({ name }) => this.byKey(name, reference));
    const value = this.abstract(branches, type, nodes, reference, { asOf: undefined, args: {} }, 'node');
    return sql`select ${value}::text from unnest(${names}, ${keys}) with ordinality ${reference}(type, id, number) order by ${reference}.number`;
  }

  /** The members of an object of this type, read from this row. */
  object(type: GraphQLObjectType, row: Row, nodes: readonly FieldNode[], reading: Reading, path: string): Members {
    return this.limits.inObject(() => {
      const plan = this.plans.get(type.name);
      const members: Member[] = [];
      const joins: Sql[] = [];
      const besides = new Map<Beside, Row>();
      for (const [key, same] of this.selected(type, nodes)) {
        const name = same[0]?.name.value ?? '';
        if (name === '__typename') {
          members.push([key, jsonText(type.name)]);
          continue;
        }
        const field = type.getFields()[name];
        if (!field) throw new Error(`${type.name} has no field ${name}`);
        const how = plan.fields.get(name) ?? this.column(plan, field);
        this.version?.follow(plan, how, this.plans);
        const beside = how.kind === 'expression' && how.beside ? this.beside(how.beside, row, reading, besides, joins) : row;
        const { value, joins: needed } = this.field(how, field, same, row, reading, `${path}.${key}`, beside);
        members.push([key, value]);
        joins.push(...needed);
      }
      return { members, joins };
    });
  }

  /** The fields that are selected of an object, by response key. */
  selected(type: GraphQLObjectType, nodes: readonly FieldNode[]): Map<string, FieldNode[]> {
    const fields = collectFields(type, nodes.map(node => node.selectionSet), this.around); // prettier-ignore
    this.limits.checkWidth(fields.size, type.name);
    return fields;
  }

  /**
   * The value of an abstract field: the first branch whose condition holds.
   *
   * @param carried  what the row brings along, and where the joins go that are then needed; without it each branch looks up its row
   */
  abstract(
    branches: readonly Branch[],
    type: GraphQLOutputType,
    nodes: readonly FieldNode[],
    row: Row,
    reading: Reading,
    path: string,
    carried?: { columns: CarriedColumns; joins: Sql[] },
  ): Sql {
    const possible = new Map(this.concreteTypes(type).map(concrete => [concrete.name, concrete]));
    const cases = branches.map(branch => {
      const { target, when, on } = branch;
      const concrete = possible.get(target.name);
      if (!concrete) throw new Error(`${target.name} cannot stand at ${path}`);
      const found = this.row();
      const marker: Member[] = this.mode === 'object' && isAbstractType(getNamedType(type)) ? [[TYPE_KEY, jsonText(concrete.name)]] : [];
      const { members, joins } = this.object(concrete, found, nodes, reading, path);
      const plan = this.plans.get(concrete.name);
      const value = jsonRow([...marker, ...members], joins, this.row);
      const visible = plan.visible(found, reading);
      const brought = carried?.columns.rowOf(branch, row, found, join([value, visible, ...joins], ''));
      if (brought) {
        carried?.joins.push(sql` cross join lateral ${brought}`, ...joins);
        return sql` when ${and(when(row, reading), visible)} then ${value}`;
      }
      const source = sql`${raw(plan.table)} ${found}${join(joins, '')} where ${and(on(row, found, reading), visible)}`;
      return sql` when ${when(row, reading)} then (select ${value} from ${source} limit 1)`;
    });
    return sql`case${join(cases, '')} end`;
  }

  private field(
    plan: FieldPlan,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    row: Row | undefined,
    outer: Reading,
    path: string,
    beside = row,
  ): { value: Sql; joins: Sql[] } {
    this.limits.countField(plan);
    if (nodes[0]?.arguments?.length) getArgumentValues(field, nodes[0], this.around.variables); // throws what graphql-js throws
    const args = shapeArguments(field.args, nodes[0]?.arguments ?? [], this.around.variables);
    const reading: Reading = { asOf: (args['asOf'] as Parameter | undefined) ?? outer.asOf, args };
    const from = row ?? new Row('nothing');
    const alone = (value: Sql): { value: Sql; joins: Sql[] } => ({ value, joins: [] });
    switch (plan.kind) {
      case 'expression':
        this.version?.vary(from, plan.varying?.(from, reading));
        return alone(leaf(plan.read(from, reading, beside ?? from), field.type));
      case 'embed': {
        const { members, joins } = this.object(this.objectType(plan.type.name), from, nodes, reading, path);
        const value = jsonRow(members, joins, this.row);
        return { value: plan.when ? sql`case when ${plan.when(from, reading)} then ${value} end` : value, joins };
      }
      case 'one': {
        const target = this.plans.get(plan.target);
        const found = this.row();
        const condition = and(plan.on(from, found, reading), target.visible(found, reading));
        this.version?.begin(plan, found);
        const { members, joins } = this.object(this.objectType(target.name), found, nodes, reading, path);
        this.version?.end(plan, same => sql`${raw(target.table)} ${same} where ${condition} limit 1`);
        const value = jsonRow(members, joins, this.row);
        if (!row) return alone(sql`(select ${value} from ${raw(target.table)} ${found}${join(joins, '')} where ${condition} limit 1)`);
        const joined = sql` left join ${raw(target.table)} ${found} on ${condition}`;
        return { value: sql`case when ${found}.${raw(target.key)} is not null then ${value} end`, joins: [joined, ...joins] };
      }
      case 'first': {
        const target = this.plans.get(plan.target);
        const found = this.row();
        const condition = and(plan.where(from, found, reading), target.visible(found, reading));
        const { members, joins } = this.object(this.objectType(target.name), found, nodes, reading, path);
        const rows = plan.from ? sql`(${plan.from(from, reading)})` : raw(target.table);
        const order = plan.order ? sql` order by ${plan.order(found)}` : sql``;
        const value = jsonRow(members, joins, this.row);
        return alone(sql`(select ${value} from ${rows} ${found}${join(joins, '')} where ${condition}${order} limit 1)`);
      }
      case 'many':
        return alone(
          this.limits.inList(
            () => ROWS_OF_A_PLAIN_LIST,
            () => {
              this.version?.vary(from, plan.varying?.(from, reading));
              const target = this.plans.get(plan.target);
              const found = this.row();
              const rows = plan.from ? sql`(${plan.from(from, reading)})` : raw(target.table);
              const condition = and(plan.where(from, found, reading), target.visible(found, reading));
              const { members, joins } = this.object(this.objectType(target.name), found, nodes, reading, path);
              const order = plan.order ? sql` order by ${plan.order(found)}` : sql``;
              const source = sql`${rows} ${found}${join(joins, '')} where ${condition}${order}`;
              const rowsAsJson = jsonArray(members, source, this.row);
              return plan.some ? sql`case when ${plan.some(from, reading)} then ${rowsAsJson} else '[]'::json end` : rowsAsJson;
            },
          ),
        );
      case 'eachOf':
        return alone(
          this.limits.inList(
            () => ROWS_OF_A_PLAIN_LIST,
            () => {
              const each = this.row();
              const value = this.abstract(plan.branches, field.type, nodes, each, reading, path);
              return sql`(select coalesce(json_agg(${value} order by ${plan.order(each)}), '[]'::json) from (${plan.from(from, reading)}) ${each})`;
            },
          ),
        );
      case 'oneOf':
        return alone(this.abstract(plan.branches, field.type, nodes, from, reading, path));
      case 'connection':
        return alone(compileConnection(this, plan, this.objectType(getNamedType(field.type).name), nodes, from, reading, path));
    }
  }

  /** The row that stands beside a row, joined when the first field of an object asks for it. */
  private beside(read: Beside, row: Row, reading: Reading, known: Map<Beside, Row>, joins: Sql[]): Row {
    const found = known.get(read);
    if (found) return found;
    const rows = read(row, reading);
    const beside = rows ? this.row() : row;
    if (rows) joins.push(sql` cross join lateral (${rows}) ${beside}`);
    known.set(read, beside);
    return beside;
  }

  private column(plan: IndexedPlan, field: GraphQLField<unknown, unknown>): FieldPlan {
    if (!isLeaf(field.type)) throw new Error(`no plan says how ${plan.name}.${field.name} is read`);
    if (field.name === 'id') return expression(row => sql`${`${plan.table}_`} || ${row}.id`);
    return expression(row => sql`${row}.${raw(snakeCase(field.name))}`);
  }

  private byKey(name: string, reference: Row): Branch {
    return {
      target: { name } as Branch['target'],
      when: () => sql`${reference}.type = ${name}`,
      on: (_, found) => sql`${found}.id = ${reference}.id`,
    };
  }

  private objectType(name: string): GraphQLObjectType {
    const type = this.around.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is not an object type of the schema`);
    return type;
  }

  private concreteTypes(type: GraphQLOutputType): readonly GraphQLObjectType[] {
    const named = getNamedType(type);
    if (isAbstractType(named)) return this.around.schema.getPossibleTypes(named);
    return isObjectType(named) ? [named] : [];
  }
}

/** A scalar or enum as it stands in the answer. */
function leaf(value: Sql, type: GraphQLOutputType): Sql {
  if ((getNullableType(type) as { name?: string }).name !== 'DateTime') return value;
  return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function isLeaf(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return !isObjectType(named) && !isAbstractType(named);
}

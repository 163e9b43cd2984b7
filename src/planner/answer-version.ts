import type { FieldPlan, TypeClass } from './plan';
import type { IndexedPlan, PlanIndex } from './plans';
import { join, type Row, type Sql, sql } from './sql';

/**
 * The version of an answer, gathered while its statement is compiled: the versions of the rows that the root field brings, and all else that the answer depends
 * on. There is none where the answer shows anything that could change without it.
 */
export class AnswerVersion {
  /** The version as an expression; undefined where the answer cannot be kept. */
  expression: Sql | undefined;
  private row: Row | undefined;
  private readonly ofRow: Sql[] = [];
  private readonly ofList: Sql[] = [];
  private covered = true;

  constructor(private readonly root: FieldPlan) {}

  /** Whether the rows that this plan brings are those of the root field, and have versions. */
  concerns(plan: FieldPlan): plan is FieldPlan & { version: (row: Row) => Sql } {
    return plan === this.root && 'version' in plan && plan.version !== undefined;
  }

  /** The rows of the root field bear this alias. */
  begin(plan: FieldPlan, row: Row): void {
    if (this.concerns(plan)) this.row = row;
  }

  /** The answer goes from rows of this type to those that a field of it leads to. */
  follow({ raises: from }: IndexedPlan, field: FieldPlan, plans: PlanIndex): void {
    for (const target of targetsOf(field)) {
      const { raises: to } = plans.get(target);
      if (!from || !to || (from !== 'OWN' && to !== 'DIRECTORY')) this.covered = false;
    }
  }

  /** The answer depends on this too, read from a row of the root field; undefined where it does not. */
  vary(row: Row, piece: Sql | undefined): void {
    if (!piece) return;
    if (row === this.row) this.ofRow.push(piece);
    else this.covered = false;
  }

  /** The answer depends on this too, whatever rows the root field brings. */
  varyAsWhole(plan: FieldPlan, piece: Sql): void {
    if (this.concerns(plan)) this.ofList.push(piece);
  }

  /** All rows are compiled: the version is read from this source, aliased as the row is, in this order. */
  end(plan: FieldPlan, source: (row: Row) => Sql, order?: (row: Row) => Sql): void {
    const { row } = this;
    if (!this.covered || !row || !this.concerns(plan)) return;
    const version = sql`concat_ws(' ', ${join([plan.version(row), ...this.ofRow], ', ')})`;
    const rows = order ? sql`coalesce(string_agg(${version}, ',' order by ${order(row)}), '')` : version;
    this.expression = sql`(select ${join([rows, ...this.ofList].map(piece => sql`${piece}::text`), ` || '|' || `)} from ${source(row)})`; // prettier-ignore
  }
}

/** The types of the rows that a field leads to. */
function targetsOf(plan: FieldPlan): readonly TypeClass[] {
  switch (plan.kind) {
    case 'expression':
      return [];
    case 'embed':
      return [plan.type];
    case 'oneOf':
    case 'eachOf':
      return plan.branches.map(({ target }) => target);
    case 'connection':
      return plan.target ? [plan.target] : (plan.node ?? []).map(({ target }) => target);
    default:
      return [plan.target];
  }
}

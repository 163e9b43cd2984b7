import type { Branch, TypeClass } from './plan';
import type { PlanIndex } from './plans';
import { columnsOf, join, raw, type Row, type Sql, sql } from './sql';

interface Carried {
  target: TypeClass;
  column: string;
  /** Read from a row that the list is made from. */
  from: Sql;
  /** Null, with the type of the column. */
  none: Sql;
  name: Sql;
}

/** Columns that the rows of a list bring along, so that what they stand for need not be looked up again by its key. */
export class CarriedColumns {
  private readonly columns: Carried[] = [];

  constructor(private readonly plans: PlanIndex) {}

  /**
   * What the row of a list brings along of what it stands for, as a row by itself; undefined where that is not all that is read of it.
   *
   * @param read  all that reads `found`
   */
  rowOf({ target, carries }: Branch, row: Row, found: Row, read: Sql): Sql | undefined {
    const names = carries && columnsOf(read, found);
    const columns = names?.map(column => this.column(target, column, carries?.(column)));
    if (!columns?.every(column => column !== undefined)) return undefined;
    return sql`(select ${join(columns.map(({ column, name }) => sql`${row}.${name} as ${raw(column)}`), ', ')}) ${found}`; // prettier-ignore
  }

  /** What the rows of one type select beside their keys; each begins with a comma. */
  selectedBy(type: TypeClass): Sql {
    const columns = this.columns.map(({ target, from, none, name }) => sql`, ${target === type ? from : none} as ${name}`);
    return join(columns, '');
  }

  private column(target: TypeClass, column: string, from: Sql | undefined): Carried | undefined {
    const known = this.columns.find(carried => carried.target === target && carried.column === column);
    if (known || !from) return known;
    const none = sql`(null::${raw(this.plans.get(target).table)}).${raw(column)}`;
    const carried = { target, column, from, none, name: raw(`k${this.columns.length + 1}`) };
    this.columns.push(carried);
    return carried;
  }
}

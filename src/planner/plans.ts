import type { FieldPlan, Raises, TypeClass, TypePlan } from './plan';
import { snakeCase } from './snake-case';
import { and, type Row, type Sql } from './sql';
import type { Reading } from './plan';

/** All that is declared about a type, brought together. */
export interface IndexedPlan {
  name: string;
  table: string;
  key: string;
  fields: ReadonlyMap<string, FieldPlan>;
  visible: (row: Row, reading: Reading) => Sql;
  raises: Raises | undefined;
}

/** The plans of all types, by name. */
export class PlanIndex {
  private readonly byName = new Map<string, IndexedPlan>();

  /** @throws Error  where two folders declare the same field, or a folder adds to a type that has no plan */
  constructor(plans: readonly TypePlan[]) {
    for (const plan of plans) {
      const name = nameOf(plan.type);
      const known = this.byName.get(name);
      const fields = new Map(known?.fields);
      for (const [field, how] of Object.entries(plan.fields)) {
        if (fields.has(field)) throw new Error(`${name}.${field} is planned twice`);
        fields.set(field, how);
      }
      const conditions = [known?.visible, plan.visible].filter(condition => condition !== undefined);
      this.byName.set(name, {
        name,
        table: snakeCase(name),
        key: known?.key ?? plan.key,
        fields,
        visible: (row, reading) => and(...conditions.map(condition => condition(row, reading))),
        raises: known?.raises ?? plan.raises,
      });
    }
  }

  /** Whether the planner reads this type. */
  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** @throws Error  where nothing is declared for the type */
  get(type: TypeClass | string): IndexedPlan {
    const name = typeof type === 'string' ? type : nameOf(type);
    const plan = this.byName.get(name);
    if (!plan) throw new Error(`no plan says how ${name} is read`);
    return plan;
  }
}

function nameOf(type: TypeClass | 'Query'): string {
  return type === 'Query' ? 'Query' : type.name;
}

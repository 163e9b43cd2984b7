import { Refusal } from '../platform/errors';
import type { FieldPlan } from './plan';
import type { Variables } from './sql';

const MOST_FIELDS = 5_000;
/** PostgreSQL takes half a second to plan so many joins, and a minute for a thousand. */
const MOST_RELATIONS = 150;
/** PostgreSQL takes at most 1,664 columns. */
const WIDEST = 1_000;
const DEEPEST = 15;
const DEEPEST_OBJECT = 40;

/** Counts what one selection asks for while it is compiled, and refuses with QUERY_TOO_COMPLEX what is too much. */
export class QueryLimits {
  private readonly costs: ((variables: Variables) => number)[][] = [];
  private readonly sizes: ((variables: Variables) => number)[] = [];
  private fields = 0;
  private relations = 0;
  private depth = 0;

  /** How many rows the statement may bring at most, estimated. */
  cost(variables: Variables): number {
    return this.costs.reduce((sum, sizes) => sum + sizes.reduce((product, size) => product * size(variables), 1), 0);
  }

  /** Enters an object. */
  inObject<T>(compile: () => T): T {
    this.depth += 1;
    if (this.depth > DEEPEST_OBJECT) throw tooComplex(`The query nests more than ${DEEPEST_OBJECT} objects: ask for less at once.`);
    const value = compile();
    this.depth -= 1;
    return value;
  }

  /** Enters a list of a known or estimated size, so that what lies in it counts that often. */
  inList<T>(size: (variables: Variables) => number, compile: () => T): T {
    if (this.sizes.length >= DEEPEST) throw tooComplex(`The query nests more than ${DEEPEST} relations: ask for less at once.`);
    this.sizes.push(size);
    this.costs.push([...this.sizes]);
    const value = compile();
    this.sizes.pop();
    return value;
  }

  /** Counts a field, and whether it leads to other rows. */
  countField({ kind }: FieldPlan): void {
    this.fields += 1;
    if (this.fields > MOST_FIELDS) throw tooComplex(`The query selects more than ${MOST_FIELDS} fields: split it into several requests.`);
    if (kind !== 'expression' && kind !== 'embed') this.relations += 1;
    if (this.relations > MOST_RELATIONS) {
      throw tooComplex(`The query follows more than ${MOST_RELATIONS} relations at one root field: split it into several.`);
    }
  }

  /** Checks how many fields are selected of one object. */
  checkWidth(width: number, typeName: string): void {
    if (width <= WIDEST) return;
    throw tooComplex(`The query selects more than ${WIDEST} fields of one ${typeName}: split it into several requests.`);
  }
}

function tooComplex(message: string): Refusal {
  return new Refusal('QUERY_TOO_COMPLEX', message);
}

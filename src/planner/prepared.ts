import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Reader } from '../platform/replicas';
import { readTexts, type Texts } from '../platform/text-query';
import type { Parameter, Sql, Variables } from './sql';
import { render } from './sql';

/** How many statements each connection may keep prepared. */
const MOST_NAMED = 300;

/** How many statements each pool has named so far. */
const named = new WeakMap<Pool, number>();

/** A statement that is sent again and again. From its second run on it has a name, so that PostgreSQL keeps its plan. */
export class Prepared {
  private readonly text: string;
  private readonly parameters: readonly Parameter[];
  private runs = 0;
  private name: string | undefined;

  constructor(piece: Sql) {
    ({ text: this.text, parameters: this.parameters } = render(piece));
  }

  /** Names the statement by what it says: the same in every process. */
  get digest(): string {
    return createHash('sha256').update(this.text).digest('base64url');
  }

  /** The values that it is sent with, in order. */
  values(variables: Variables): unknown[] {
    return this.parameters.map(parameter => sendable(parameter.read(variables)));
  }

  /**
   * Runs it.
   *
   * @param reader  where it is read, if not from the pool itself
   * @throws Refusal  where a value cannot be read from the variables, such as a cursor of another list
   */
  run(pool: Pool, variables: Variables, reader?: Reader): Promise<Texts> {
    const values = this.values(variables);
    this.runs += 1;
    if (this.runs === 2) this.name = nameFor(pool, this.digest);
    const statement = { name: this.name, text: this.text, values };
    return reader ? reader.read(statement) : readTexts(pool, statement);
  }
}

/** PostgreSQL holds no zero character, so a text with one goes as a text that nothing equals: it finds nothing, and is no fault. */
function sendable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd');
  return Array.isArray(value) ? value.map(sendable) : value;
}

function nameFor(pool: Pool, digest: string): string | undefined {
  const count = named.get(pool) ?? 0;
  if (count >= MOST_NAMED) return undefined;
  named.set(pool, count + 1);
  return `read_${digest}`;
}

/** A row that a statement reads, known by its alias. */
export class Row {
  constructor(readonly alias: string) {}
}

/**
 * A value that is handed to PostgreSQL beside the statement, never in its text.
 *
 * A plan outlives the request that it was made for, so a parameter holds no value: it knows how to read one from the variables of a request.
 */
export class Parameter<T = unknown> {
  constructor(
    /** Tells parameters apart: two of the same key are sent once. */
    readonly key: string,
    /** The PostgreSQL type. */
    readonly type: string,
    /** Reads the value from the coerced variables of a request. */
    readonly read: (variables: Variables) => unknown,
    /** The value itself where it belongs to the shape of the request: a constant of the document, or an enum that may decide how the statement looks. */
    readonly known?: T,
  ) {}

  /** The same value, handed over as another PostgreSQL type. */
  as(type: string): Parameter {
    return new Parameter(this.key, type, this.read);
  }

  /** Another value computed from this one on each request; `name` tells the computations on one value apart. */
  map(name: string, type: string, compute: (value: never) => unknown): Parameter {
    return new Parameter(`${this.key}|${name}`, type, variables => compute(this.read(variables) as never));
  }
}

/** The coerced variables of one request. */
export type Variables = Readonly<Record<string, unknown>>;

/** What may stand in a piece of SQL. Strings and numbers are constants of our own code; what a client sent is always a parameter. */
export type Part = Sql | Row | Parameter | string | number;

/** A piece of SQL with rows, parameters and other pieces in it. */
export class Sql {
  constructor(
    readonly strings: readonly string[],
    readonly parts: readonly Part[],
  ) {}
}

/** Writes a piece of SQL. */
export function sql(strings: TemplateStringsArray, ...parts: Part[]): Sql {
  return new Sql(strings, parts);
}

/** A name or keyword of our own code, put into the text as it stands. */
export function raw(text: string): Sql {
  return new Sql([text], []);
}

/** Pieces one after another, with a separator between them. */
export function join(parts: readonly Part[], separator: string): Sql {
  if (parts.length === 0) return raw('');
  return new Sql(['', ...parts.slice(1).map(() => separator), ''], parts);
}

/** All conditions that are given; `true` where none is. */
export function and(...conditions: (Sql | undefined | false | null)[]): Sql {
  const given = conditions.filter(condition => condition instanceof Sql);
  return given.length === 0 ? raw('true') : join(given, ' and ');
}

/** The columns of a row that a piece of SQL reads; undefined where it reads the row in another way. */
export function columnsOf(piece: Sql, row: Row): string[] | undefined {
  const columns = new Set<string>();
  const isRead = ({ strings, parts }: Sql): boolean =>
    parts.every((part, index) => {
      if (part instanceof Sql) return isRead(part);
      if (part !== row) return true;
      const behind = strings[index + 1] ?? '';
      const next = parts[index + 1];
      const [, column] = /^\.(\w+)/.exec(behind === '.' && next instanceof Sql ? `.${next.strings[0]}` : behind) ?? [];
      if (column) columns.add(column);
      return column !== undefined;
    });
  return isRead(piece) ? [...columns] : undefined;
}

/** A statement as the driver takes it: its text, and how to read each of its values. */
export interface Statement {
  text: string;
  parameters: readonly Parameter[];
}

/** Writes a piece out; each parameter is numbered once however often it occurs. */
export function render(piece: Sql): Statement {
  const parameters: Parameter[] = [];
  const numbers = new Map<string, number>();
  const out: string[] = [];
  const write = (part: Part): void => {
    if (part instanceof Sql) {
      part.strings.forEach((text, index) => {
        out.push(text);
        const inner = part.parts[index];
        if (inner !== undefined) write(inner);
      });
    } else if (part instanceof Row) out.push(part.alias);
    else if (part instanceof Parameter) {
      const key = `${part.type} ${part.key}`;
      let number = numbers.get(key);
      if (number === undefined) {
        number = parameters.push(part);
        numbers.set(key, number);
      }
      out.push(`$${number}::${part.type}`);
    } else out.push(typeof part === 'number' ? String(part) : literal(part));
  };
  write(piece);
  return { text: out.join(''), parameters };
}

/** A constant text of our own as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

import { type Pool, Query } from 'pg';

/** A statement that is sent as it is; with a name PostgreSQL keeps its plan. */
export interface TextStatement {
  name?: string;
  text: string;
  values: unknown[];
}

/** Rows as PostgreSQL sent them: each value is a text. */
export type Texts = readonly (string | null)[][];

/**
 * Runs a statement and takes its rows as they come. The driver would look up a parser for each column and make a result around them, which for a small answer
 * takes as long as PostgreSQL does.
 *
 * @param patienceMs  how long the server may take; without end where not given
 */
export async function readTexts(pool: Pool, statement: TextStatement, patienceMs?: number): Promise<Texts> {
  const query = new TextQuery(statement, patienceMs);
  await (pool.query(query) as unknown as Promise<unknown>); // its type says that it gives back the query
  return query.texts;
}

class TextQuery extends Query {
  readonly texts: (string | null)[][] = [];

  readonly name: string; // the driver reads these two under their names; set here, for it clones whatever options it is given
  readonly query_timeout: number | undefined;

  constructor({ name = '', text, values }: TextStatement, patienceMs: number | undefined) {
    super(text, values);
    this.name = name;
    this.query_timeout = patienceMs;
  }

  handleRowDescription(): void {}

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.texts.push(fields);
  }

  handleCommandComplete(): void {}
}

import { join, literal, raw, type Row, type Sql, sql } from './sql';

/** A response key and the expression that is its value. */
export type Member = readonly [key: string, value: Sql];

/** PostgreSQL cuts identifiers at 63 bytes, so longer response keys cannot be column names. */
const LONGEST_COLUMN = 63;

/** PostgreSQL takes at most 100 arguments to a function. */
const MOST_PAIRS = 50;

/** An object of these members, in order. */
export function jsonObject(members: readonly Member[]): Sql {
  if (members.length <= MOST_PAIRS) {
    return sql`json_build_object(${join(
      members.map(([key, value]) => sql`${key}, ${value}`),
      ', ',
    )})`;
  }
  const written = members.map(([key, value]) => sql`${`"${key}":`} || coalesce(to_json(${value})::text, 'null')`);
  return sql`('{' || array_to_string(array[${join(written, ', ')}], ',') || '}')::json`;
}

/**
 * An object of these members, as a row by itself that is joined: PostgreSQL writes it in little more than half the time, and without spaces. The join costs
 * nothing, for its columns are put where the row is used.
 *
 * @param joins  the row is added to them
 */
export function jsonRow(members: readonly Member[], joins: Sql[], alias: () => Row): Sql {
  if (!fitColumns(members)) return jsonObject(members);
  const row = alias();
  joins.push(sql` cross join lateral (select ${columnsOf(members)}) ${row}`);
  return sql`row_to_json(${row})`;
}

/** Aggregates rows into an array, each row an object of these members; `source` is what follows the select list. */
export function jsonArray(members: readonly Member[], source: Sql, alias: () => Row): Sql {
  const rows = alias();
  if (fitColumns(members)) {
    return sql`(select coalesce(json_agg(${rows}), '[]'::json) from (select ${columnsOf(members)} from ${source}) ${rows})`;
  }
  return sql`(select coalesce(json_agg(${rows}.o), '[]'::json) from (select ${jsonObject(members)} as o from ${source}) ${rows})`;
}

function fitColumns(members: readonly Member[]): boolean {
  return members.every(([key]) => key.length <= LONGEST_COLUMN);
}

function columnsOf(members: readonly Member[]): Sql {
  return join(
    members.map(([key, value]) => sql`${value} as ${raw(`"${key}"`)}`),
    ', ',
  );
}

/** A constant text as a JSON value. */
export function jsonText(text: string): Sql {
  return raw(`${literal(text)}::text`);
}

import { Refusal, shown } from '../platform/errors';
import type { Key } from './plan';
import { join, type Parameter, raw, Row, type Sql, sql } from './sql';

const SEPARATOR = '~';

/** No row lies farther away, in milliseconds from 1970, and PostgreSQL takes no time before 4714 BC. */
const EARLIEST = -100_000_000_000_000;
const LATEST = 300_000_000_000_000;

const READERS: Record<Key['type'], (text: string) => unknown> = {
  timestamptz: text => (/^-?\d{1,15}$/.test(text) && Number(text) > EARLIEST && Number(text) < LATEST ? new Date(Number(text)) : undefined),
  uuid: text => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined),
  int: text => (/^-?\d{1,9}$/.test(text) ? Number(text) : undefined),
  bigint: text => (/^-?\d{1,18}$/.test(text) ? text : undefined),
  float4: text => (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) && isReal(text) ? text : undefined),
  text: text => text,
};

/** Whether PostgreSQL takes the number as `real`: what is too great or too small for it is an error there. */
function isReal(text: string): boolean {
  const single = Math.fround(Number(text));
  return Number.isFinite(single) && (single !== 0 || !/^[^e]*[1-9]/.test(text));
}

/** Tells the cursors of one list from those of another: a short hash (FNV-1a) of what the list is ordered by. */
function cursorTag(list: string): string {
  let hash = 0x811c9dc5;
  for (const character of list) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36).padStart(7, '0');
}

/** The tag of a list: the name of its connection, which way it runs, and by which keys. */
export function tagOfList(connection: string, descending: boolean, keys: readonly Key[]): string {
  return cursorTag(`${connection} ${descending} ${keys.map(({ read, type }) => `${type} ${formOf(read(new Row('')))}`).join()}`);
}

/** The cursor of a row whose keys are at hand. */
export function writeCursor(tag: string, values: readonly (string | number)[]): string {
  return [tag, ...values].join(SEPARATOR);
}

/**
 * Reads one of the keys out of a cursor.
 *
 * @throws Refusal  CURSOR_INVALID where the cursor was not issued by this list
 */
export function readCursor(cursor: string, tag: string, keys: readonly Key[], index: number, field: string): unknown {
  const [given, ...rest] = cursor.split(SEPARATOR);
  const texts = [...rest.slice(0, keys.length - 1), rest.slice(keys.length - 1).join(SEPARATOR)];
  const read = READERS[keys[index]?.type ?? 'text'](texts[index] ?? '');
  if (given === tag && rest.length >= keys.length && read !== undefined) return read;
  throw new Refusal(
    'CURSOR_INVALID',
    `${shown(cursor)} is not a cursor of ${field}: take one from the edges or the pageInfo of the same list with the same order.`,
  );
}

/** Builds the cursor of a row in SQL: the tag of its list and the keys of the row. */
export function cursorOf(tag: string, keys: readonly Key[], row: Row): Sql {
  const parts = keys.map(key => (key.type === 'timestamptz' ? sql`(extract(epoch from ${key.read(row)}) * 1000)::bigint` : key.read(row)));
  return sql`concat_ws(${SEPARATOR}, ${tag}, ${join(parts, ', ')})`;
}

/**
 * Reads the keys out of the cursor that a client sent, one parameter a key.
 *
 * Reading throws CURSOR_INVALID where the cursor was not issued by this list.
 */
export function cursorKeys(cursor: Parameter, tag: string, keys: readonly Key[], field: string): Parameter[] {
  return keys.map((key, index) => cursor.map(`${tag}.${index}`, key.type, (value: string) => readCursor(value, tag, keys, index, field)));
}

/** The rows behind the cursor (`<` or `>` on the whole keyset), or from it on (`<=`, `>=`). */
export function beyond(keys: readonly Sql[], operator: '<' | '>' | '<=' | '>=', bounds: readonly Parameter[]): Sql {
  return sql`(${join(keys, ', ')}) ${raw(operator)} (${join(bounds, ', ')})`;
}

/** A piece of SQL without its values and aliases. */
function formOf(piece: Sql): string {
  return piece.strings.join('?') + piece.parts.map(part => (typeof part === 'object' && 'strings' in part ? formOf(part) : '')).join();
}

/** A time as the API writes it; sessions are in UTC. */
export function at(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** A cursor as the API writes it, which begins with the tag of its list. */
export function cursor(tag: string, ...parts: string[]): string {
  const [time = '', ...rest] = parts;
  return `concat_ws('~', '${tag}', ${[time, ...rest].join(', ')})`;
}

/** A time within a cursor. */
export function milliseconds(column: string): string {
  return `(extract(epoch from ${column}) * 1000)::bigint`;
}

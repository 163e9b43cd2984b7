/** What a column may hold. */
export type Value = string | number | boolean | Date | readonly string[] | null;

/** A row by its columns; all rows of a table have the same, in the same order. */
export type Row = Record<string, Value>;

/** A row as a line of COPY. */
export function lineOf(row: Row): string {
  let line = '';
  for (const name in row) line += (line ? '\t' : '') + textOf(row[name] ?? null);
  return `${line}\n`;
}

function textOf(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return /[\\\t\n\r]/.test(value) ? escaped(value) : value;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? `{${value.join()}}` : String(value);
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

/** Says how far it is, beside what is the answer. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Prints the answer. */
export function answer(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Prints rows as a table of Markdown, numbers to the right; the first row holds the names of the columns. */
export function answerTable(rows: readonly (readonly (string | number)[])[]): void {
  const cells = rows.map(row => row.map(value => (typeof value === 'number' ? shownNumber(value) : value)));
  const widths = (cells[0] ?? []).map((_, at) => Math.max(3, ...cells.map(row => row[at]?.length ?? 0)));
  const isNumber = widths.map((_, at) => typeof rows[1]?.[at] === 'number');
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => (isNumber[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, at) => (isNumber[at] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  answer([line(cells[0] ?? []), line(rule), ...cells.slice(1).map(line)].join('\n'));
}

function shownNumber(value: number): string {
  return Math.abs(value) >= 100 || Number.isInteger(value) ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

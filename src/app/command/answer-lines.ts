import { createInterface } from 'node:readline';

/** Answers each JSON line of standard input with a JSON line on standard output, in order; a line that fails is answered with its error. */
export async function answerLines(answer: (row: Record<string, unknown>) => unknown): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    let id: unknown = null;
    let result: unknown;
    try {
      const row = JSON.parse(line) as Record<string, unknown>;
      id = row.id ?? null;
      result = await answer(row);
    } catch (error) {
      result = { error: error instanceof Error ? error.message : String(error) };
    }
    const text = `${JSON.stringify({ id, ...(result as object) })}\n`;
    if (!process.stdout.write(text)) await new Promise<void>(resolve => process.stdout.once('drain', resolve));
  }
}

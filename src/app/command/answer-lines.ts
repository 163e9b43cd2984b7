import { createInterface } from 'node:readline';

/**
 * Answers each JSON line of standard input with a JSON line on standard output; a line that fails is answered with its error. The answers come
 * in the order of the lines, unless several are worked on at once.
 */
export async function answerLines(
  answer: (row: Record<string, unknown>) => unknown,
  { atOnce = 1 }: { atOnce?: number } = {},
): Promise<void> {
  const running = new Set<Promise<void>>();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    const work = answerLine(line, answer).finally(() => running.delete(work));
    running.add(work);
    if (running.size >= atOnce) await Promise.race(running);
  }
  await Promise.all(running);
}

async function answerLine(line: string, answer: (row: Record<string, unknown>) => unknown): Promise<void> {
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

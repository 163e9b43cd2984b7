import type { Readable } from 'node:stream';
import { CommandError } from './command-error';

/** A record as it was read, or why it could not be. */
export interface RecordRead {
  /** Where a person finds it. */
  place: string;
  record: unknown;
  fault?: string;
}

/**
 * Reads records from one array of JSON, or from lines of JSON, which may be any number: only the lines at hand are kept. A line that is no JSON is
 * told as such, and the next ones are read.
 *
 * @throws CommandError  for an array that is no JSON
 */
export async function* recordsInFile(input: Readable): AsyncGenerator<RecordRead> {
  input.setEncoding('utf8');
  const held: string[] = [];
  let form: 'ARRAY' | 'LINES' | undefined;
  let line = 0;
  for await (const chunk of input as AsyncIterable<string>) {
    held.push(chunk);
    form ??= formOf(held.join(''));
    if (form !== 'LINES' || !chunk.includes('\n')) continue;
    const lines = held.join('').split('\n');
    held.splice(0, held.length, lines.pop() ?? '');
    for (const text of lines) yield* recordOf(text, (line += 1));
  }
  const rest = held.join('');
  if (form === 'ARRAY') yield* recordsOf(rest);
  else yield* recordOf(rest, line + 1);
}

function formOf(text: string): 'ARRAY' | 'LINES' | undefined {
  const first = text.replace(/^\uFEFF/, '').trimStart()[0];
  return first ? (first === '[' ? 'ARRAY' : 'LINES') : undefined;
}

function* recordOf(text: string, line: number): Generator<RecordRead> {
  const json = text.replace(/^\uFEFF/, '').trim();
  if (!json) return;
  const place = `line ${line}`;
  try {
    yield { place, record: JSON.parse(json) };
  } catch (error) {
    yield { place, record: null, fault: `The line is not JSON: ${(error as Error).message}.` };
  }
}

function* recordsOf(text: string): Generator<RecordRead> {
  let records: unknown[];
  try {
    records = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown[];
  } catch (error) {
    throw new CommandError(`The input begins like an array of JSON, but is none: ${(error as Error).message}. Nothing was stored.`);
  }
  yield* records.map((record, index) => ({ place: `record ${index + 1}`, record }));
}

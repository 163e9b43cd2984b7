import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import { projectFolder } from '../../platform/project-folder';
import { CommandError } from './command-error';
import { buildApiSchema } from '../schema';

/** The API as text, as it is kept in schema/schema.graphql. */
export async function printedSchema(): Promise<string> {
  return `${printSchema(await buildApiSchema()).trimEnd()}\n`;
}

/**
 * Compares the code with schema/schema.graphql.
 *
 * @throws CommandError  that names the first line in which they differ
 */
export async function checkSchema(): Promise<void> {
  const file = join('schema', 'schema.graphql');
  const actual = (await printedSchema()).split('\n');
  const kept = (await readFile(join(projectFolder(), file), 'utf8').catch(() => '')).split('\n');
  const length = Math.max(actual.length, kept.length);
  const line = Array.from({ length }, (_, index) => index).find(index => actual[index] !== kept[index]);
  if (line === undefined) return;
  throw new CommandError(
    `${file} is not what the code says, first in line ${line + 1}:\n- ${kept[line] ?? '(end)'}\n+ ${actual[line] ?? '(end)'}\nTo write it anew: npm run --silent newsgraph -- schema > ${file}`,
  );
}

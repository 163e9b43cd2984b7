import type { Command } from 'commander';
import { example } from './example';

/** `newsgraph schema`: the API as text. */
export function defineSchema(program: Command): void {
  program
    .command('schema')
    .description('Prints the schema of the API.')
    .option('--check', 'print nothing, and fail if schema/schema.graphql is not the same')
    .addHelpText('after', example('newsgraph schema > schema/schema.graphql', 'newsgraph schema --check'))
    .action(async ({ check = false }: { check?: boolean }) => {
      const { checkSchema, printedSchema } = await import('./printed-schema.js');
      if (check) await checkSchema();
      else process.stdout.write(await printedSchema());
    });
}

import type { Command } from 'commander';
import { example } from './example';
import type { Settings } from './settings';

/** `newsgraph ingest FILE`: records from a file into the database. */
export function defineIngest(program: Command, settings: Settings): void {
  program
    .command('ingest')
    .description('Stores records from a file: a JSON array, or one JSON record a line. Doing it twice changes nothing.')
    .argument('<file>', 'the file; - reads standard input')
    .addHelpText('after', example('newsgraph ingest records.jsonl', 'my-export | newsgraph ingest -'))
    .action(async (file: string) => {
      const { ingestFile } = await import('./ingest-file.js');
      const rejected = await ingestFile(settings(), file);
      if (rejected) process.exitCode = 1;
    });
}

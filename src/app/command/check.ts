import type { Command } from 'commander';
import { example } from './example';
import type { Settings } from './settings';

/** `newsgraph check citations`: whether what is stored holds what it promises. */
export function defineCheck(program: Command, settings: Settings): void {
  program
    .command('check')
    .description('Checks what is stored.')
    .command('citations')
    .description(
      'Looks whether the words that facts cite stand in the stored texts where the citations say. Ends with 1 where some do not.',
    )
    .addHelpText('after', example('newsgraph check citations'))
    .action(async () => {
      const { checkCitationsCommand } = await import('./check-citations.js');
      if (!(await checkCitationsCommand(settings()))) process.exitCode = 1;
    });
}

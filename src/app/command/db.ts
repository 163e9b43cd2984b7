import type { Command } from 'commander';
import { example } from './example';
import type { Settings } from './settings';

/** `newsgraph db url`: the way to the database for other programs. */
export function defineDb(program: Command, settings: Settings): void {
  program
    .command('db')
    .description('Tells about the database in use.')
    .command('url')
    .description('Prints the URL of the database in use.')
    .addHelpText('after', example('psql "$(npm run --silent newsgraph -- db url)"'))
    .action(async () => {
      const { config, log } = settings();
      const { findDatabase } = await import('../open-database.js');
      const { url, origin, release } = await findDatabase(config, log);
      await release();
      process.stdout.write(`${url}\n`);
      if (origin === 'STARTED') process.stderr.write('This database runs only while `newsgraph start` does: start that first.\n');
    });
}

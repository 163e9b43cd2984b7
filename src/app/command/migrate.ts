import { type Command, InvalidArgumentError } from 'commander';
import { example } from './example';
import type { Settings } from './settings';

/** `newsgraph migrate`: brings the tables up to date, or back. */
export function defineMigrate(program: Command, settings: Settings): void {
  program
    .command('migrate')
    .description('Runs the migrations that the database has not had.')
    .option('--down <n>', 'take back the last n migrations instead, and with them all that they store', wholeNumber)
    .addHelpText('after', example('newsgraph migrate', 'newsgraph migrate --down 1'))
    .action(async ({ down }: { down?: number }) => {
      const { config, log } = settings();
      const { connect, findDatabase } = await import('../open-database.js');
      const { migrateDown, migrateUp } = await import('../migrate.js');
      const open = await connect(await findDatabase(config, log), config, log);
      try {
        const names = down ? await migrateDown(open.database, down) : await migrateUp(open.database);
        const lines = names.map(name => `${down ? 'taken back' : 'run'}: ${name}`);
        process.stdout.write(`${lines.join('\n') || (down ? 'no migration to take back' : 'all migrations were run before')}\n`);
      } finally {
        await open.release();
      }
    });
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

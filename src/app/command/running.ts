import type { Command } from 'commander';
import { example } from './example';
import type { Settings } from './settings';

/** `newsgraph start | serve | work`: the commands that live until they are stopped. */
export function defineRunning(program: Command, settings: Settings): void {
  program
    .command('start')
    .description('Runs everything in one process: database, migrations, the bundled story, the API and the worker.')
    .addHelpText('after', example('newsgraph start', 'PORT=8080 NEWSGRAPH_SAMPLE=off newsgraph start'))
    .action(async () => {
      const { config, log } = settings();
      const { start } = await import('../start.js');
      await start(config, log);
    });

  program
    .command('serve')
    .description('Runs the API alone, on the database of DATABASE_URL or of a `start` that runs.')
    .addHelpText('after', example('DATABASE_URL=postgres://newsgraph:secret@db/newsgraph newsgraph serve'))
    .action(async () => {
      const { config, log } = settings();
      const { serveAlone } = await import('../serve.js');
      await serveAlone(config, log);
    });

  program
    .command('work')
    .description('Runs the background worker alone, on the database of DATABASE_URL or of a `start` that runs.')
    .addHelpText('after', example('DATABASE_URL=postgres://newsgraph:secret@db/newsgraph newsgraph work'))
    .action(async () => {
      const { config, log } = settings();
      const { workAlone } = await import('../work.js');
      await workAlone(config, log);
    });
}

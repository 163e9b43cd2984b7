import { Command } from 'commander';
import { readConfig } from '../../platform/config';
import { createLog } from '../../platform/log';
import { defineCheck } from './check';
import { defineDb } from './db';
import { defineFeed } from './feed';
import { defineIngest } from './ingest';
import { defineKey } from './key';
import { defineMigrate } from './migrate';
import { defineRunning } from './running';
import { defineSchema } from './schema';
import type { Settings } from './settings';
import { defineTry } from './try';

/** The command line. Each command loads what it needs only when it runs, so that help comes at once. */
export function createProgram(): Command {
  const program = new Command('newsgraph')
    .description('Keeps who said which number, when, and what was known at any moment.')
    .addHelpText(
      'after',
      '\nIn a clone: npm run --silent newsgraph -- <command>\nSettings come from the environment; .env.example lists all.',
    )
    .exitOverride()
    .showHelpAfterError('(--help shows how it is used)');
  const settings: Settings = () => {
    const config = readConfig();
    return { config, log: createLog(config.logLevel) };
  };
  defineRunning(program, settings);
  defineIngest(program, settings);
  defineFeed(program, settings);
  defineMigrate(program, settings);
  defineSchema(program);
  defineKey(program, settings);
  defineDb(program, settings);
  defineCheck(program, settings);
  defineTry(program);
  return program;
}

import { enableCompileCache } from 'node:module';
import { CommanderError } from 'commander';
import { createProgram } from './app/command/program';
import { readConfig } from './platform/config';

enableCompileCache();

createProgram()
  .parseAsync()
  .then(() => process.exit(), end);

async function end(error: unknown): Promise<never> {
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
  const { failureOf } = await import('./app/command/failure.js');
  const { message, exitCode } = failureOf(error, stacksAreWanted());
  process.stderr.write(`${message}\n`);
  process.exit(exitCode);
}

function stacksAreWanted(): boolean {
  try {
    return ['debug', 'trace'].includes(readConfig().logLevel);
  } catch {
    return false;
  }
}

import { type Command, Option } from 'commander';
import { example } from './example';
import type { Settings } from './settings';

/** `newsgraph key create | list | revoke`: who may write. */
export function defineKey(program: Command, settings: Settings): void {
  const key = program.command('key').description('Makes, lists and revokes the keys for writing.');

  key
    .command('create')
    .description('Makes a key and prints it. It is shown this once: only its hash is kept.')
    .addOption(new Option('--role <role>', 'what its holder may do').choices(['INGESTOR', 'EDITOR', 'ADMIN']).makeOptionMandatory())
    .requiredOption('--name <name>', 'who or what will use it')
    .addHelpText('after', example('newsgraph key create --role INGESTOR --name my-job'))
    .action(async (options: { role: string; name: string }) => {
      const { createKeyCommand } = await import('./key-actions.js');
      await createKeyCommand(settings(), options);
    });

  key
    .command('list')
    .description('Lists all keys, without their secrets.')
    .addHelpText('after', example('newsgraph key list'))
    .action(async () => {
      const { listKeysCommand } = await import('./key-actions.js');
      await listKeysCommand(settings());
    });

  key
    .command('revoke')
    .description('Ends a key; a server that runs lets it in for 10 seconds more at most.')
    .argument('<key>', 'its id, or its name if only one has it')
    .addHelpText('after', example('newsgraph key revoke my-job'))
    .action(async (name: string) => {
      const { revokeKeyCommand } = await import('./key-actions.js');
      await revokeKeyCommand(settings(), name);
    });
}

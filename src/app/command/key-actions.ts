import { createKey, listKeys, revokeKey } from '../../platform/access';
import type { Role } from '../../platform/api-key.entity';
import { CommandError } from './command-error';
import { withDatabase } from '../open-database';
import { say } from './progress';
import type { Settings } from './settings';

type Given = ReturnType<Settings>;

/** Makes a key. Standard output gets the key alone, so that a script can take it. */
export async function createKeyCommand({ config, log }: Given, { role, name }: { role: string; name: string }): Promise<void> {
  if (!name.trim()) throw new CommandError('The name of a key says who or what uses it, so it cannot be empty.', 2);
  const { id, secret } = await withDatabase(config, log, database =>
    createKey(database.manager, { name: name.trim(), role: role as Role }),
  );
  process.stdout.write(`${secret}\n`);
  say(
    `This is the key ${id} (${role}, ${name.trim()}). Keep it now: it is not shown again. Send it as \`Authorization: Bearer ${secret.slice(0, 6)}…\`.`,
  );
}

/** Lists all keys, one a line. */
export async function listKeysCommand({ config, log }: Given): Promise<void> {
  const keys = await withDatabase(config, log, database => listKeys(database.manager));
  if (!keys.length) return say('There are no keys: `newsgraph key create --role INGESTOR --name my-job` makes one.');
  for (const { id, name, role, createdAt, revokedAt } of keys) {
    const end = revokedAt ? `revoked ${revokedAt.toISOString()}` : 'in use';
    process.stdout.write(`${id}  ${role.padEnd(8)}  made ${createdAt.toISOString()}  ${end}  ${name}\n`);
  }
}

/** Revokes a key. */
export async function revokeKeyCommand({ config, log }: Given, idOrName: string): Promise<void> {
  const { id, name } = await withDatabase(config, log, database => revokeKey(database.manager, idOrName));
  process.stdout.write(`revoked: ${id} (${name})\n`);
}

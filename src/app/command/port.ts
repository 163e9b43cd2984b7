import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '../../platform/config';
import { CommandError } from './command-error';

/**
 * Sees to it early that we shall be able to listen, before anything slow is begun.
 *
 * @throws CommandError  that says what to set instead
 */
export async function requirePort(config: Pick<Config, 'host' | 'port'>): Promise<void> {
  const probe = createServer();
  await explainingPort(config, async () => {
    probe.listen(config.port, config.host);
    await once(probe, 'listening');
  });
  await new Promise(resolve => probe.close(resolve));
}

/** Turns what the system says of an address that cannot be had into what a person can do about it. */
export async function explainingPort<T>({ host, port }: Pick<Config, 'host' | 'port'>, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new CommandError(
        `Port ${port} on ${host} is in use by another program. Stop that one, or take another port: PORT=${port + 1} npm start (PORT=0 takes any free one).`,
      );
    }
    if (code === 'EACCES') throw new CommandError(`Port ${port} may not be opened by this user. Take one above 1023: PORT=4000 npm start`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new CommandError(`HOST is "${host}", which is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all its addresses.`);
    throw error;
  }
}

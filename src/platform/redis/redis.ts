import { Redis } from 'ioredis';
import type { Log } from '../log';

/** Redis, which may be away at any moment: nothing here waits for it, and whoever uses it can do without. */
export interface SharedRedis {
  /** The connection that sends commands; those that listen have their own. */
  readonly client: Redis;
  /** Runs a command; undefined where Redis is away or refuses, which the log is told once. */
  attempt<T>(run: (client: Redis) => Promise<T>): Promise<T | undefined>;
  close(): Promise<void>;
}

const firstWaitMs = 1_000;
const longestPauseMs = 2_000;

/** How connections to Redis behave: they come back by themselves, and say no at once while they are away. */
const manners = {
  connectionName: 'newsgraph',
  connectTimeout: 2_000,
  disconnectTimeout: 100,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  retryStrategy: (times: number) => Math.min(25 * 2 ** times, longestPauseMs),
};

/**
 * Connects to Redis, and gives it a second to answer. The client is loaded only here (the build has it required when first used), so who sets no
 * REDIS_URL does not pay for it.
 */
export async function openRedis(url: string, log: Log): Promise<SharedRedis> {
  const client = new Redis(url, { ...manners, commandTimeout: 300, socketTimeout: 1_000 });
  let away = false;
  let closing = false;

  function complain(reason: string): void {
    if (closing || away) return;
    away = true;
    log.warn({ reason }, 'Redis is away: until it is back each process limits, keeps answers and looks for changes by itself');
  }

  function rejoice(): void {
    if (!away) return;
    away = false;
    log.info('Redis answers');
  }

  client.on('error', error => complain(error.message));
  client.on('close', () => complain('the connection was closed'));
  client.on('ready', rejoice);
  await firstWord(client);

  return {
    client,
    async attempt(run) {
      if (client.status !== 'ready') return undefined;
      try {
        const result = await run(client);
        rejoice();
        return result;
      } catch (error) {
        complain((error as Error).message);
        return undefined;
      }
    },
    async close() {
      closing = true;
      if (client.status === 'ready') await client.quit().catch(() => undefined);
      client.disconnect();
    },
  };
}

/** A connection of its own to the same Redis, for who listens: it may be silent for as long as nobody speaks. */
export function listeningConnection({ client }: SharedRedis): Redis {
  return client.duplicate({ autoResubscribe: false, commandTimeout: undefined, socketTimeout: undefined, keepAlive: 10_000 });
}

function firstWord(client: Redis): Promise<void> {
  return new Promise(resolve => {
    const patience = setTimeout(resolve, firstWaitMs);
    const end = (): void => (clearTimeout(patience), resolve());
    client.once('ready', end).once('close', end);
  });
}

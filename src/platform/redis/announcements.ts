import type { DatabaseError, Pool, PoolClient } from 'pg';
import type { SharedRedis } from './redis';

/** Sends on what the transactions of a pool announce. */
export interface Announcements {
  /** Ends when all that was announced is sent, or cannot be. */
  sent(): Promise<void>;
}

/** The code of notices that are announcements: the message is the channel, the detail the payload. */
const announcement = 'NG001';

/**
 * Publishes what a pool's sessions are told to announce (their setting `newsgraph.announce` is `client`), once they have committed. What cannot be
 * sent while Redis is away is owed: when it is back, everyone is told to look.
 */
export function publishAnnouncements(pool: Pool, redis: SharedRedis, namespace: string): Announcements {
  const known = new WeakSet<PoolClient>();
  const owed = new Set<string>();
  const sending = new Set<Promise<void>>();

  function publish(channel: string, payload: string): void {
    const sent = redis
      .attempt(client => client.publish(namespace + channel, payload))
      .then(heardBy => void (heardBy === undefined && owed.add(channel)))
      .finally(() => sending.delete(sent));
    sending.add(sent);
  }

  pool.on('acquire', client => {
    if (known.has(client)) return;
    known.add(client);
    hearCommits(client, publish);
  });
  redis.client.on('ready', () => {
    const channels = [...owed];
    owed.clear();
    for (const channel of channels) publish(channel, '');
  });
  return { sent: async () => void (await Promise.all(sending)) };
}

/** Hears the announcements of one session; they come while the transaction runs, and count when it is over. A needless one does no harm. */
function hearCommits(client: PoolClient, publish: (channel: string, payload: string) => void): void {
  const announced = new Map<string, Set<string>>();
  client.on('notice', ({ code, message = '', detail = '' }: Partial<DatabaseError>) => {
    if (code !== announcement) return;
    announced.set(message, (announced.get(message) ?? new Set()).add(detail));
  });
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter };
  connection.on('readyForQuery', ({ status }: { status: string }) => {
    if (status !== 'I' || announced.size === 0) return;
    for (const [channel, payloads] of announced) publish(channel, [...payloads].join(','));
    announced.clear();
  });
}

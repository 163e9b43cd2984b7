import type { Config } from '../platform/config';
import { poolOf } from '../platform/database';
import type { Log } from '../platform/log';
import { createRedisRateLimiter } from '../platform/redis/redis-rate-limit';
import { redisNamespace } from '../platform/redis/redis-namespace';
import { openReplicas } from '../platform/replicas';
import { startApi } from './http/api';
import { createEngine } from './engine';
import type { HttpServer } from './http/http-server';
import { live } from './command/lifetime';
import { openEgress } from './open-egress';
import { connect, type OpenDatabase, requireDatabase, requireMigrated } from './open-database';
import { explainingPort } from './command/port';
import { say, step } from './command/progress';

/** Serves the API of this product over one database. */
export async function serve(
  { database, redis }: Pick<OpenDatabase, 'database' | 'redis'>,
  config: Config,
  log: Log,
  egress = openEgress(database, config),
): Promise<HttpServer> {
  const pool = poolOf(database);
  const engine = await createEngine(database, log, config.answerCache, redis);
  const limiter = redis ? createRedisRateLimiter(redis, await redisNamespace(pool)) : undefined;
  const urls = config.databaseReplicaUrls;
  const replicas = urls.length > 0 ? await openReplicas(pool, urls, config.poolSize, log) : undefined;
  const http = await explainingPort(config, () => startApi({ engine, database, egress, replicas, limiter, config, log }));
  return {
    ...http,
    async close(patience) {
      await http.close(patience);
      await replicas?.close();
    },
  };
}

/** The API alone, on a database that runs elsewhere, until asked to end. */
export function serveAlone(config: Config, log: Log): Promise<void> {
  return live(log, async atEnd => {
    const open = await connect(requireDatabase(config, 'serve'), config, log);
    atEnd(open.release);
    await requireMigrated(open);
    const http = await step(
      'Server',
      () => serve(open, config, log),
      ({ url }) => `listens at ${url}`,
    );
    atEnd(() => http.close());
    say(`The API answers at ${http.url}/graphql. Ctrl-C stops it.`);
  });
}

import { createHash } from 'node:crypto';
import type { SharedRedis } from '../platform/redis/redis';
import type { SharedAnswers } from './kept-answers';

const largest = 1_048_576;
const secondsKept = 3_600;

/**
 * Answers that all processes keep in Redis for an hour, up to 1 MiB each, without waiting: Redis itself lets go of the oldest when its room ends. An entry is the
 * version, a zero byte, which no text of PostgreSQL holds, and the JSON.
 */
export function redisAnswers(redis: SharedRedis, namespace: string): SharedAnswers {
  const named = (key: string): string => namespace + createHash('sha256').update(key).digest('base64url');
  return {
    async get(key) {
      const entry = await redis.attempt(client => client.getBuffer(named(key)));
      const end = entry?.indexOf(0) ?? -1;
      return entry && end >= 0 ? { version: entry.toString('utf8', 0, end), json: entry.subarray(end + 1) } : undefined;
    },
    set(key, { version, json }) {
      if (json.length > largest) return;
      void redis.attempt(client => client.set(named(key), Buffer.concat([Buffer.from(`${version}\0`), json]), 'EX', secondsKept));
    },
  };
}

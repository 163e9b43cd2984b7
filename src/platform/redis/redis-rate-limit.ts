import { allowanceOf, type AsyncRateLimiter, createRateLimiter } from '../rate-limit';
import type { SharedRedis } from './redis';

/** The same bucket as in memory, by the clock of Redis: KEYS[1] the bucket, ARGV[1] requests a minute. */
const takeToken = `
local rate = tonumber(ARGV[1])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local passed = math.max(0, now - (tonumber(bucket[2]) or now))
local tokens = math.min(rate, (tonumber(bucket[1]) or rate) + passed * rate / 60000)
local allowed = tokens >= 1 and 1 or 0
tokens = tokens - allowed
redis.call('HSET', KEYS[1], 'tokens', string.format('%.6f', tokens), 'at', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], 60000)
return {allowed, string.format('%.6f', tokens)}`;

/** Counts requests in Redis, so for all processes together; while it is away, in the memory of each. */
export function createRedisRateLimiter(redis: SharedRedis, namespace: string): AsyncRateLimiter {
  const alone = createRateLimiter();
  redis.client.defineCommand('takeToken', { numberOfKeys: 1, lua: takeToken });
  const script = redis.client as unknown as { takeToken(key: string, perMinute: number): Promise<[number, string]> };
  return {
    async take(who, policy) {
      const taken = await redis.attempt(() => script.takeToken(`${namespace}rate:${policy.name}:${who}`, policy.perMinute));
      return taken ? allowanceOf(policy, taken[0] === 1, Number(taken[1])) : alone.take(who, policy);
    },
  };
}

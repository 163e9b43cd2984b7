import type { IncomingMessage } from 'node:http';
import type { DataSource } from 'typeorm';
import { anyone, rememberCallers } from '../../platform/access';
import type { Config } from '../../platform/config';
import type { Caller } from '../../platform/context';
import { Refusal } from '../../platform/errors';
import {
  type Allowance,
  type AsyncRateLimiter,
  createRateLimiter,
  rateLimitHeaders,
  type RateLimiter,
  type RatePolicy,
} from '../../platform/rate-limit';
import { clientAddress, isThisMachine } from './client-address';

/** Lets requests in, of whatever kind: one limit counts them all. */
export interface Admission {
  /**
   * Tells who asks, and counts the request.
   *
   * @param authorization  the value of the header, or what stands in for it
   * @param tell  hears the headers that say how much is left
   * @throws Refusal  UNAUTHENTICATED for a wrong key, RATE_LIMITED
   */
  identify(request: IncomingMessage, authorization: string | undefined, tell?: (name: string, value: string) => void): Promise<Caller>;
  /**
   * Counts one more request of someone known.
   *
   * @throws Refusal  RATE_LIMITED
   */
  count(request: IncomingMessage, caller: Caller | null, tell?: (name: string, value: string) => void): Promise<void>;
}

/**
 * Lets requests in by their keys and the limits of the settings.
 *
 * @param limiter  counts for this process alone, unless another is given
 */
export function createAdmission(
  database: DataSource,
  config: Pick<Config, 'rateLimit' | 'trustedProxies'>,
  limiter: RateLimiter | AsyncRateLimiter = createRateLimiter(),
): Admission {
  const callerOf = rememberCallers(database.manager);

  const isFree = (request: IncomingMessage, caller: Caller | null): boolean =>
    !config.rateLimit || (!caller?.keyId && isThisMachine(clientAddress(request, config.trustedProxies)));

  /** Whoever sends a wrong key is counted by address, so that guessing is slow; who is on this machine needs no limit. */
  const count: Admission['count'] = async (request, caller, tell) => (isFree(request, caller) ? undefined : limit(request, caller, tell));

  const limit: Admission['count'] = async (request, caller, tell) => {
    const policy: RatePolicy = caller?.keyId
      ? { name: 'key', perMinute: config.rateLimit * 10 }
      : { name: 'anonymous', perMinute: config.rateLimit };
    const allowance = await limiter.take(caller?.keyId ?? clientAddress(request, config.trustedProxies), policy);
    for (const [name, value] of Object.entries(rateLimitHeaders(policy, allowance))) tell?.(name, value);
    if (!allowance.allowed) throw new Refusal('RATE_LIMITED', tooMany(policy, allowance));
  };

  return {
    count,
    async identify(request, authorization, tell) {
      if (authorization === undefined) {
        if (!isFree(request, anyone)) await limit(request, anyone, tell);
        return anyone;
      }
      try {
        const caller = await callerOf(authorization);
        await count(request, caller, tell);
        return caller;
      } catch (error) {
        if (error instanceof Refusal && error.extensions.code === 'UNAUTHENTICATED') await count(request, null, tell);
        throw error;
      }
    },
  };
}

function tooMany({ name, perMinute }: RatePolicy, { retryAfter }: Allowance): string {
  const advice = name === 'key' ? '' : ' With an API key ten times as many are allowed.';
  return `More than ${perMinute} requests a minute came from you: try again in ${Math.max(1, retryAfter)} s.${advice}`;
}

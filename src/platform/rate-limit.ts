/** How many requests a minute someone may make. */
export interface RatePolicy {
  name: string;
  perMinute: number;
}

/** What is left to someone after a request. */
export interface Allowance {
  allowed: boolean;
  /** Whole requests. */
  remaining: number;
  /** Seconds until all of the quota is there again. */
  resetAfter: number;
  /** Seconds until one more request is allowed; 0 if it is now. */
  retryAfter: number;
}

/** Counts requests in memory, each process for itself: a bucket for everyone, which fills again evenly. */
export interface RateLimiter {
  take(who: string, policy: RatePolicy): Allowance;
}

/** Counts requests where that may take a moment: for all processes together. */
export interface AsyncRateLimiter {
  take(who: string, policy: RatePolicy): Promise<Allowance>;
}

/** Makes a limiter. Buckets that are full again are forgotten, so memory follows the callers of the last minute. */
export function createRateLimiter(now: () => number = Date.now): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  let swept = now();

  function sweep(time: number): void {
    if (time - swept < minute) return;
    swept = time;
    for (const [who, { at }] of buckets) if (time - at >= minute) buckets.delete(who);
  }

  return {
    take(who, policy) {
      const { perMinute } = policy;
      const time = now();
      sweep(time);
      const bucket = buckets.get(who) ?? { tokens: perMinute, at: time };
      const tokens = Math.min(perMinute, bucket.tokens + ((time - bucket.at) * perMinute) / minute);
      const allowed = tokens >= 1;
      const left = allowed ? tokens - 1 : tokens;
      buckets.set(who, { tokens: left, at: time });
      return allowanceOf(policy, allowed, left);
    },
  };
}

/** What someone is told whose bucket holds so much after a request. */
export function allowanceOf({ perMinute }: RatePolicy, allowed: boolean, left: number): Allowance {
  const secondsFor = (missing: number) => Math.ceil((Math.max(0, missing) * 60) / perMinute);
  return {
    allowed,
    remaining: Math.floor(left),
    resetAfter: secondsFor(perMinute - left),
    retryAfter: allowed ? 0 : secondsFor(1 - left),
  };
}

/** The headers of the IETF's draft (draft-ietf-httpapi-ratelimit-headers), and Retry-After for who must wait. */
export function rateLimitHeaders(
  { name, perMinute }: RatePolicy,
  { allowed, remaining, resetAfter, retryAfter }: Allowance,
): Record<string, string> {
  return {
    'ratelimit-policy': `"${name}";q=${perMinute};w=60`,
    ratelimit: `"${name}";r=${remaining};t=${resetAfter}`,
    ...(allowed ? {} : { 'retry-after': String(Math.max(1, retryAfter)) }),
  };
}

const minute = 60_000;

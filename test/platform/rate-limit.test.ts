import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRateLimiter } from '../../src/platform/rate-limit';

it('never lets more through in any time than the bucket holds and what flowed in since', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 }), (perMinute, pauses) => {
      let time = 0;
      const limiter = createRateLimiter(() => time);
      let passed = 0;
      for (const pause of pauses) {
        time += pause;
        if (limiter.take('me', { name: 'test', perMinute }).allowed) passed += 1;
      }
      expect(passed).toBeLessThanOrEqual(perMinute + (time * perMinute) / 60_000 + 1e-6);
    }),
  );
});

it('lets someone in again after just the time it named', () => {
  let time = 0;
  const limiter = createRateLimiter(() => time);
  const policy = { name: 'test', perMinute: 2 };
  limiter.take('me', policy);
  limiter.take('me', policy);
  const { allowed, retryAfter } = limiter.take('me', policy);
  expect([allowed, retryAfter]).toEqual([false, 30]);
  time = 30_000;
  expect(limiter.take('me', policy)).toMatchObject({ allowed: true, remaining: 0, retryAfter: 0 });
});

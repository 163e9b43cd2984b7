import { createHmac } from 'node:crypto';

/**
 * Signs a delivery, so that its receiver knows who sent it and when: HMAC-SHA256 over the time, a dot and the body.
 *
 * @param seconds  since 1970; a receiver refuses what is signed too long ago, so that nobody sends it again
 * @returns the value of `X-Newsgraph-Signature`
 */
export function signDelivery(secret: string, body: string, seconds: number): string {
  const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${mac}`;
}

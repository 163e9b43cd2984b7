import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether a request comes from the machine itself, with no proxy between. */
export function isThisMachine(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  const version = isIP(plain);
  return version !== 0 && loopback.check(plain, version === 6 ? 'ipv6' : 'ipv4');
}

/**
 * The address that a request came from. Each trusted proxy adds one address at the end of X-Forwarded-For, so the client's is that many from the
 * end; what stands before it was written by the client, and counts for nothing.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (!trustedProxies) return direct;
  const chain = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
  return chain.at(-trustedProxies) ?? chain[0] ?? direct;
}

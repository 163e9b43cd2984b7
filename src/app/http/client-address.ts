import type { IncomingMessage } from 'node:http';

/** Whether a request comes from the machine itself, with no proxy between. */
export function isThisMachine(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(address);
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

import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The weak entity tag of a text or bytes: the same for every coding that they are sent in (RFC 9110, section 8.8.3). */
export function weakTag(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return `W/"${hash.digest('base64url').slice(0, 22)}"`;
}

/** Whether the client has it already (RFC 9110, section 13). The tag decides where one is sent; a date stands in for it only where none is. */
export function isKnown(headers: IncomingHttpHeaders, etag: string, changedAt?: Date): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some(tag => tag.trim().replace(/^(?!W\/)/, 'W/') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return changedAt !== undefined && Math.floor(changedAt.getTime() / 1_000) * 1_000 <= since;
}

/** Whether an answer may be sent in gzip (RFC 9110, section 12.5.3): a weight of zero forbids it. */
export function acceptsGzip({ 'accept-encoding': accepted }: IncomingHttpHeaders): boolean {
  const [, weight] = /(?:^|,)\s*(?:x-)?gzip\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/i.exec(String(accepted ?? '')) ?? [null, '0'];
  return weight === undefined || Number(weight) > 0;
}

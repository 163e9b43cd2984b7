import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Exchange } from './exchange';

/** A document that was made for this request, and may be kept by caches. */
export interface Document {
  /** With its charset. */
  type: string;
  text: string;
  /** When what it shows was last learnt. */
  changedAt?: Date;
  /** For how many seconds a cache need not ask again. */
  maxAge: number;
  headers?: OutgoingHttpHeaders;
}

const squeeze = promisify(gzip);

/** Sends a document: not at all to who has it already (RFC 9110, section 13), compressed for who can read that, for HEAD without its body. */
export async function sendDocument({ request, response }: Exchange, { type, text, changedAt, maxAge, headers }: Document): Promise<void> {
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const lasting = {
    etag,
    ...(changedAt && { 'last-modified': changedAt.toUTCString() }),
    'cache-control': `public, max-age=${maxAge}`,
    vary: 'Accept-Encoding',
    'access-control-expose-headers': 'ETag, Last-Modified, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
    ...headers,
  };
  if (isKnown(request.headers, etag, changedAt)) return void response.writeHead(304, lasting).end();
  const squeezed = acceptsGzip(request.headers['accept-encoding']);
  const body = squeezed ? await squeeze(text) : Buffer.from(text);
  response.writeHead(200, {
    ...lasting,
    ...(squeezed && { 'content-encoding': 'gzip' }),
    'content-type': type,
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whether the client has it already. The ETag decides where one is sent; a date stands in for it only where none is. */
export function isKnown(headers: Exchange['request']['headers'], etag: string, changedAt: Date | undefined): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some(tag => tag.trim().replace(/^(?!W\/)/, 'W/') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return changedAt !== undefined && Math.floor(changedAt.getTime() / 1_000) * 1_000 <= since;
}

function acceptsGzip(accepted: string | string[] | undefined): boolean {
  const [, weight] = /(?:^|,)\s*(?:x-)?gzip\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/i.exec(String(accepted ?? '')) ?? [null, '0'];
  return weight === undefined || Number(weight) > 0;
}

import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { acceptsGzip, isKnown, weakTag } from '../../platform/http-caching';
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
  const etag = weakTag(text);
  const lasting = {
    etag,
    ...(changedAt && { 'last-modified': changedAt.toUTCString() }),
    'cache-control': `public, max-age=${maxAge}`,
    vary: 'Accept-Encoding',
    'access-control-expose-headers': 'ETag, Last-Modified, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
    ...headers,
  };
  if (isKnown(request.headers, etag, changedAt)) return void response.writeHead(304, lasting).end();
  const squeezed = acceptsGzip(request.headers);
  const body = squeezed ? await squeeze(text) : Buffer.from(text);
  response.writeHead(200, {
    ...lasting,
    ...(squeezed && { 'content-encoding': 'gzip' }),
    'content-type': type,
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

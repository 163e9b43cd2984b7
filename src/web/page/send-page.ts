import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { acceptsGzip, isKnown, weakTag } from '../../platform/http-caching';

/** Keeps a page to this server alone: the browser refuses whatever comes from elsewhere, and every script that is not ours. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** How a page is answered. */
export interface PageAnswer {
  status: number;
  html: string;
  /** Who may keep it, and for how long. */
  cacheControl: string;
  headers?: Record<string, string>;
}

/** Sends a page: not at all to who has it already, without its body for HEAD, compressed for who can read that. */
export async function sendPage(request: IncomingMessage, response: ServerResponse, answer: PageAnswer): Promise<void> {
  const { status, html, cacheControl, headers } = answer;
  const etag = weakTag(html);
  response.setHeaders(
    new Map(Object.entries({ 'cache-control': cacheControl, 'content-security-policy': policy, vary: 'Accept-Encoding', ...headers })),
  );
  if (status === 200) {
    response.setHeader('etag', etag);
    if (isKnown(request.headers, etag)) return void response.writeHead(304).end();
  }
  const zip = acceptsGzip(request.headers);
  const body = zip ? await promisify(gzip)(html, { level: 9 }) : Buffer.from(html);
  if (zip) response.setHeader('content-encoding', 'gzip');
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

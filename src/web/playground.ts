import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Assets, sendAsset } from './assets';

const PAGE = '/playground/index.html';

/** Keeps the page to this server alone: a script, font, worker or request to another host is refused by the browser itself. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'", // the editor measures and colours text with style elements of its own
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Tells a person with a browser from a client of the API, at the address that both use: a page was asked for, and no operation given.
 * An address with a query in it is answered as data, in a browser as well.
 */
export function wantsPlayground(request: IncomingMessage): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const accept = request.headers.accept ?? '';
  const asksForPage = accept.includes('text/html') && !/application\/(graphql-response\+)?json/.test(accept);
  return asksForPage && !/[?&](query|extensions)=/.test(request.url ?? '');
}

/** Answers with the playground, or, where the browser part was never built, with how to build it. */
export async function servePlayground(request: IncomingMessage, response: ServerResponse, assets: Assets): Promise<void> {
  const page = assets.get(PAGE);
  if (!page) {
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', vary: 'Accept' });
    response.end('The playground has not been built: run `npm run build` and start again. The API itself answers here.\n');
    return;
  }
  await sendAsset(request, response, page, {
    'cache-control': 'no-cache',
    vary: 'Accept, Accept-Encoding',
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
  });
}

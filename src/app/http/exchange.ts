import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** One request and its answer, as every route gets them. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** Of the URL, without its query. */
  path: string;
  /** The query of the URL, with its question mark; empty if there is none. */
  search: string;
}

/** Answers the requests for one path. */
export type Route = (exchange: Exchange) => void | Promise<void>;

/** Sends a whole answer; for HEAD, all but its body. */
export function send(exchange: Exchange, status: number, headers: OutgoingHttpHeaders, text: string): void {
  sendBytes(exchange, status, headers, [Buffer.from(text)]);
}

/** Sends a whole answer that comes in pieces; for HEAD, all but its body. */
export function sendBytes({ request, response }: Exchange, status: number, headers: OutgoingHttpHeaders, pieces: readonly Buffer[]): void {
  response.writeHead(status, { ...headers, 'content-length': pieces.reduce((sum, { length }) => sum + length, 0) });
  if (request.method === 'HEAD') return void response.end();
  response.cork();
  for (const piece of pieces) response.write(piece);
  response.end();
}

/** Sends a sentence to whoever asked for what is not to be had. */
export function sendText(exchange: Exchange, status: number, text: string, headers: OutgoingHttpHeaders = {}): void {
  send(exchange, status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers }, `${text}\n`);
}

/** A route for what can only be read: other methods get a 405 that names those which work. */
export function readOnly(route: Route): Route {
  return exchange => {
    const { method } = exchange.request;
    if (method === 'GET' || method === 'HEAD') return route(exchange);
    sendText(exchange, 405, `${exchange.path} answers GET and HEAD, not ${method}.`, { allow: 'GET, HEAD' });
  };
}

import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { utf8 } from '../../platform/utf8';

/** One request and its answer, as every route gets them. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** Of the URL, without its query. */
  path: string;
  /** The query of the URL, with its question mark; empty if there is none. */
  search: string;
}

/** A part of an answer: text, or its bytes in UTF-8. */
export type Piece = string | Buffer;

/** Answers the requests for one path. */
export type Route = (exchange: Exchange) => void | Promise<void>;

/** Sends a whole answer; for HEAD, all but its body. */
export function send(exchange: Exchange, status: number, headers: OutgoingHttpHeaders, text: string): void {
  sendPieces(exchange, status, headers, [text]);
}

/** Sends a whole answer that comes in pieces, whose bytes are not copied; for HEAD, all but its body. */
export function sendPieces({ request, response }: Exchange, status: number, headers: OutgoingHttpHeaders, pieces: readonly Piece[]): void {
  const ready = gathered(pieces);
  response.writeHead(status, { ...headers, 'content-length': ready.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0) });
  if (request.method === 'HEAD') return void response.end();
  response.cork();
  for (const piece of ready.slice(0, -1)) response.write(piece);
  response.end(ready.at(-1));
}

/**
 * From so many letters on, a text is encoded by itself, faster than while it is written. Shorter ones go out together: what is gained there is little, and bytes
 * that lie outside the heap, many thousands a second, made the process grow by 12 MB.
 */
const LONG = 12_288;

function gathered(pieces: readonly Piece[]): Piece[] {
  const ready: Piece[] = [];
  for (const piece of pieces) {
    const last = ready.at(-1);
    if (typeof piece === 'string' && piece.length > LONG) ready.push(utf8(piece));
    else if (typeof piece === 'string' && typeof last === 'string') ready[ready.length - 1] = last + piece;
    else ready.push(piece);
  }
  return ready;
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

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../platform/log';
import { type Exchange, type Route, sendText } from './exchange';

/** A server that listens. */
export interface HttpServer {
  /** Where, with the port that the system chose. */
  url: string;
  server: Server;
  /** Lets the requests at hand end, for at most `patience` milliseconds, then closes. */
  close(patience?: number): Promise<void>;
}

/** What the server tells of each answer. */
export type Heard = (route: string, status: number, seconds: number) => void;

/** Routes by path; one that ends in a slash takes all paths below it. */
export type Routes = ReadonlyMap<string, Route>;

/** Serves routes over HTTP. Every answer has an id, which the log has too. */
export async function serveHttp(
  routes: Routes,
  { host, port, log, heard }: { host: string; port: number; log: Log; heard: Heard },
): Promise<HttpServer> {
  const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 60_000 }, (request, response) => {
    answer(routes, request, response, log, heard);
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    url: urlOf(server, host),
    server,
    async close(patience = 5_000) {
      const closed = new Promise(resolve => server.close(resolve));
      await Promise.race([closed, sleep(patience, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}

function answer(routes: Routes, request: IncomingMessage, response: ServerResponse, log: Log, heard: Heard): void {
  const started = performance.now();
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const exchange: Exchange = { request, response, path, search: mark < 0 ? '' : url.slice(mark) };
  const id = requestIdOf(request);
  response.setHeader('x-request-id', id);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('access-control-allow-origin', '*');

  const pattern = patternOf(routes, path);
  response.once('close', () => {
    const seconds = (performance.now() - started) / 1_000;
    const { statusCode: status } = response;
    heard(pattern ?? 'other', status, seconds);
    if (log.isLevelEnabled('debug')) log.debug({ id, method: request.method, path, status, ms: Math.round(seconds * 1_000) }, 'answered');
  });
  run(pattern ? routes.get(pattern) : undefined, exchange).catch(err => fail(exchange, err, id, log));
}

/** Route by route; what throws becomes a rejection. */
async function run(route: Route | undefined, exchange: Exchange): Promise<void> {
  if (route) return route(exchange);
  sendText(exchange, 404, `There is nothing at ${exchange.path.slice(0, 200)}: the API is at /graphql.`);
}

function fail(exchange: Exchange, err: unknown, id: string, log: Log): void {
  log.error({ err, id, method: exchange.request.method, path: exchange.path }, 'a request failed');
  if (exchange.response.headersSent) exchange.response.destroy();
  else sendText(exchange, 500, `Something went wrong on our side. The log has it under ${id}.`);
}

function patternOf(routes: Routes, path: string): string | undefined {
  if (routes.has(path)) return path;
  const folder = path.slice(0, path.indexOf('/', 1) + 1);
  return folder && routes.has(folder) ? folder : undefined;
}

/** The caller's own, so that logs of several systems can be put together, or a new one. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

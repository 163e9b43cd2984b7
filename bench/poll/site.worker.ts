import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { parentPort } from 'node:worker_threads';
import { makeFeed } from '../ingest/feed-documents';

/** What a feed's server does when asked. */
export const behaviours = ['same', 'news', 'moved', 'busy', 'down', 'slow', 'cut', 'nonsense', 'gone'] as const;
export type Behaviour = (typeof behaviours)[number];

/** One request as the server saw it: at which host, from when to when. */
export interface Visit {
  host: string;
  from: number;
  to: number;
}

const documents = new Map<string, string>();
const visits: Visit[] = [];
let edition = 0;

/** Paths are `/<behaviour>/<number>.xml`. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const [, behaviour = '', name = ''] = (request.url ?? '').split('/');
  const type = { 'content-type': 'application/rss+xml' };
  switch (behaviour as Behaviour | 'new') {
    case 'same':
      if (request.headers['if-none-match']) return void response.writeHead(304).end();
      return void response.writeHead(200, { ...type, etag: '"1"' }).end(documentOf(name));
    case 'news':
    case 'new':
      return void response.writeHead(200, type).end(withNews(documentOf(name)));
    case 'moved':
      return void response.writeHead(301, { location: `/new/${name}` }).end();
    case 'busy':
      return void response.writeHead(429, { 'retry-after': '3' }).end();
    case 'down':
      return void response.writeHead(500).end();
    case 'slow':
      return drip(response.writeHead(200, type), withNews(documentOf(name)));
    case 'cut':
      response.writeHead(200, { ...type, 'content-length': '50000' }).write(documentOf(name).slice(0, 2_000));
      return void setTimeout(() => response.destroy(), 20);
    case 'nonsense':
      return void response.writeHead(200, type).end(`<rss><channel>${'<a>'.repeat(1_000)}`);
    case 'gone':
      return void response.writeHead(410).end();
  }
  response.writeHead(404).end();
}

function documentOf(name: string): string {
  const known = documents.get(name);
  if (known) return known;
  const made = makeFeed(Number.parseInt(name, 10), 10).bytes.toString();
  documents.set(name, made);
  return made;
}

/** Each edition has an item more that is new. */
function withNews(document: string): string {
  const link = /<link>(https:\/\/[^/]+\/)/.exec(document)?.[1] ?? '';
  return document.replace('<item>', `<item><title>News ${edition}</title><link>${link}news-${edition}</link></item><item>`);
}

/** In 20 pieces, over two seconds. */
function drip(response: ServerResponse, text: string): void {
  const size = Math.ceil(text.length / 20);
  let at = 0;
  const timer = setInterval(() => {
    response.write(text.slice(at, (at += size)));
    if (at >= text.length) response.end();
  }, 100);
  response.on('close', () => clearInterval(timer));
}

const server = createServer((request, response) => {
  const visit: Visit = { host: request.headers.host ?? '', from: performance.now(), to: Infinity };
  visits.push(visit);
  const leave = (): void => void (visit.to = Math.min(visit.to, performance.now()));
  response.on('finish', leave).on('close', leave);
  answer(request, response);
});
const sockets = new Set<Socket>();
server.on('connection', socket => sockets.add(socket.on('close', () => sockets.delete(socket))));
server.listen(0, '127.0.0.1', () => parentPort?.postMessage({ port: (server.address() as AddressInfo).port }));

parentPort?.on('message', (wish: 'edition' | 'visits') => {
  if (wish === 'edition') edition += 1;
  else parentPort?.postMessage({ visits });
});

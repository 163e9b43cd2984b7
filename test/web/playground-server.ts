import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { json } from 'node:stream/consumers';
import { buildSchema, execute, parse } from 'graphql';
import { loadAssets, serveAsset } from '../../src/web/assets';
import { servePlayground, wantsPlayground } from '../../src/web/playground';

const schema = buildSchema(`
  scalar DateTime
  type Query { story(slug: String!, asOf: DateTime): Story }
  type Story { id: ID! slug: String! headline: String! }
`);

/** Serves the built playground before an API of one field, which answers whatever story it is asked for. */
export async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const assets = await loadAssets(resolve('dist/web'));
  const server = createServer(async (request, response) => {
    if (serveAsset(request, response, assets)) return;
    if (request.url !== '/graphql') return void response.writeHead(404).end();
    if (wantsPlayground(request)) return servePlayground(request, response, assets);
    response.writeHead(200, { 'content-type': 'application/graphql-response+json' }).end(JSON.stringify(await answer(request)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => stop(server) };
}

async function answer(request: IncomingMessage) {
  const { query, variables, operationName } = (await json(request)) as { query: string; variables?: object; operationName?: string };
  const story = ({ slug }: { slug: string }) => ({ id: 's1', slug, headline: 'An attack on a concert hall' });
  return execute({ schema, document: parse(query), rootValue: { story }, variableValues: { ...variables }, operationName });
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { feedGauges } from '../../ingestion/poll/feed-gauges';
import { pollRegistry } from '../../ingestion/poll/poll-metrics';
import type { Config } from '../../platform/config';
import type { Egress } from '../../platform/egress/egress';
import type { Log } from '../../platform/log';
import type { AsyncRateLimiter } from '../../platform/rate-limit';
import type { Replicas } from '../../platform/replicas';
import { projectFolder } from '../../platform/project-folder';
import { loadAssets, serveAsset } from '../../web/assets';
import { createAdmission } from './admission';
import { createAsk } from './ask';
import { embedRoute, isEmbedPath } from './embed-route';
import { createEventStreams } from './event-stream';
import { readOnly, type Route, sendText } from './exchange';
import { feedRoute, isFeedPath } from './feed-route';
import { frontPageRoute } from './front-page';
import { graphqlRoute } from './graphql-route';
import { createGraphqlServer, type Engine } from './graphql-server';
import { healthRoute, readinessRoute } from './health';
import { type HttpServer, serveHttp } from './http-server';
import { createMetrics } from './metrics';
import type { PageOptions } from './page-route';
import { readPersistedOperations } from './persisted-operations';
import { createPlannedQueries } from './planned-queries';
import { tellPlaceOfWrites } from './read-your-writes';
import { searchPageRoute } from './search-page';
import { storyRoutes } from './story-routes';
import { acceptWebSockets } from './websocket';
import { websubRoute } from './websub-route';

const noFile = 'There is no such file. The playground is at /graphql, the stories are at /.';

/** What serving needs. */
export interface ApiOptions {
  engine: Engine;
  database: DataSource;
  /** Absent where nothing may leave. */
  egress?: Egress;
  /** Absent where all is read from the primary. */
  replicas?: Replicas;
  /** Counts requests for all processes; absent where each counts for itself. */
  limiter?: AsyncRateLimiter;
  config: Pick<Config, 'host' | 'port' | 'rateLimit' | 'trustedProxies'> & Partial<Pick<Config, 'publicUrl'>>;
  log: Log;
}

/** Serves everything that is to be had over HTTP. */
export async function startApi({ engine, database, egress, replicas, limiter, config, log }: ApiOptions): Promise<HttpServer> {
  const root = projectFolder();
  const assets = await loadAssets(join(root, 'dist', 'web'));
  const metrics = createMetrics(join(root, 'schema', 'operations'), [pollRegistry, feedGauges(database)]);
  const writes = replicas ? [tellPlaceOfWrites(replicas, log)] : [];
  const server = await createGraphqlServer({ ...engine, plugins: [metrics.plugin, ...writes, ...(engine.plugins ?? [])] }, log);
  const queries = createPlannedQueries(engine, metrics);
  const persisted = readPersistedOperations(join(root, 'schema', 'operations'));
  const admission = createAdmission(database, config, limiter);
  const events = createEventStreams({ schema: engine.schema, database, admission, log });
  const ask = createAsk(server, engine, database);
  const askReplicas = createAsk(server, engine, database, replicas?.reader);
  const feeds = feedRoute({ ask: askReplicas, admission, config });
  const pages: PageOptions = { ask, assets, admission, config };
  const lists: PageOptions = { ...pages, ask: askReplicas };
  const files = readOnly(exchange => void (serveAsset(exchange.request, exchange.response, assets) || sendText(exchange, 404, noFile)));
  const routes = new Map<string, Route>([
    ['/', frontPageRoute(lists)],
    ['/graphql', graphqlRoute({ server, queries, persisted, database, egress, replicas, assets, admission })],
    ['/playground/', files],
    ['/assets/', files],
    [
      '/stories/',
      storyRoutes(pages, [
        [path => path.endsWith('/events'), events.route],
        [isFeedPath, feeds],
        [isEmbedPath, embedRoute(pages)],
      ]),
    ],
    ['/search', searchPageRoute(lists)],
    ['/search.rss', feeds],
    ['/search.atom', feeds],
    ['/search.json', feeds],
    ['/search.jsonld', feeds],
    ['/websub/', websubRoute(database, log)],
    ['/healthz', healthRoute],
    ['/readyz', readinessRoute(database, log)],
    ['/metrics', metrics.route],
  ]);
  const http = await serveHttp(routes, { ...config, log, heard: metrics.heard });
  const sockets = acceptWebSockets(http.server, { schema: engine.schema, database, egress, admission, log });
  return {
    ...http,
    async close(patience) {
      await Promise.all([events.close(), sockets.close()]);
      await http.close(patience);
      await server.stop();
    },
  };
}

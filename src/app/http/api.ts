import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { feedGauges } from '../../ingestion/poll/feed-gauges';
import { pollRegistry } from '../../ingestion/poll/poll-metrics';
import type { Config } from '../../platform/config';
import type { Egress } from '../../platform/egress/egress';
import type { Log } from '../../platform/log';
import { projectFolder } from '../../platform/project-folder';
import { loadAssets, serveAsset } from '../../web/assets';
import { createAdmission } from './admission';
import { createEventStreams } from './event-stream';
import { readOnly, type Route, sendText } from './exchange';
import { frontPageRoute } from './front-page';
import { graphqlRoute } from './graphql-route';
import { createGraphqlServer, type Engine } from './graphql-server';
import { healthRoute, readinessRoute } from './health';
import { type HttpServer, serveHttp } from './http-server';
import { createMetrics } from './metrics';
import { acceptWebSockets } from './websocket';
import { websubRoute } from './websub-route';

const noFile = 'The playground has no such file: it is at /graphql.';

/** What serving needs. */
export interface ApiOptions {
  engine: Engine;
  database: DataSource;
  /** Absent where nothing may leave. */
  egress?: Egress;
  config: Pick<Config, 'host' | 'port' | 'rateLimit' | 'trustedProxies'>;
  log: Log;
}

/** Serves everything that is to be had over HTTP. */
export async function startApi({ engine, database, egress, config, log }: ApiOptions): Promise<HttpServer> {
  const root = projectFolder();
  const assets = await loadAssets(join(root, 'dist', 'web'));
  const metrics = createMetrics(join(root, 'schema', 'operations'), [pollRegistry, feedGauges(database)]);
  const server = await createGraphqlServer({ ...engine, plugins: [metrics.plugin, ...(engine.plugins ?? [])] }, log);
  const admission = createAdmission(database, config);
  const events = createEventStreams({ schema: engine.schema, database, admission, log });
  const routes = new Map<string, Route>([
    ['/', frontPageRoute],
    ['/graphql', graphqlRoute({ server, database, egress, assets, admission })],
    [
      '/playground/',
      readOnly(exchange => void (serveAsset(exchange.request, exchange.response, assets) || sendText(exchange, 404, noFile))),
    ],
    ['/stories/', events.route],
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

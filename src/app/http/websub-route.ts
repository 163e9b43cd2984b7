import type { DataSource } from 'typeorm';
import { takeDelivery, verifyIntent } from '../../ingestion/websub/callback';
import type { Log } from '../../platform/log';
import { type Route, sendText } from './exchange';
import { HttpRefusal, readBody } from './request-body';

/** `/websub/<key>`: where hubs ask whether we want a subscription, and where they send news of feeds. */
export function websubRoute(database: DataSource, log: Log): Route {
  return async exchange => {
    const { request, path, search } = exchange;
    const key = path.slice('/websub/'.length);
    if (request.method === 'GET') {
      const { status, text } = await verifyIntent(database, key, new URLSearchParams(search));
      exchange.response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
      return;
    }
    if (request.method !== 'POST')
      return sendText(exchange, 405, `${path} answers GET and POST, not ${request.method}.`, { allow: 'GET, POST' });
    try {
      const { status, problem, text } = await takeDelivery(database, key, { body: await readBody(request), headers: request.headers });
      if (problem) log.warn({ reason: problem }, 'What a hub sent was thrown away; the feed is polled all the same.');
      exchange.response.writeHead(status).end(text);
    } catch (error) {
      if (!(error instanceof HttpRefusal)) throw error;
      sendText(exchange, error.status, error.message, error.headers);
    }
  };
}

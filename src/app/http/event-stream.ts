import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type ExecutionResult, type GraphQLError, type GraphQLSchema, parse, subscribe } from 'graphql';
import type { DataSource } from 'typeorm';
import { cursorOfPlace } from '../../dossier/change-cursor';
import { lineOfLog } from '../../dossier/change-tail';
import type { Context } from '../../platform/context';
import { Refusal } from '../../platform/errors';
import type { Log } from '../../platform/log';
import type { Admission } from './admission';
import { type Exchange, readOnly, type Route, sendText } from './exchange';

/** What event streams need. */
export interface EventStreamOptions {
  schema: GraphQLSchema;
  database: DataSource;
  admission: Admission;
  log: Log;
}

/** The streams of all who listen. */
export interface EventStreams {
  route: Route;
  /** Ends them; clients come back with the last id that they heard. */
  close(): Promise<void>;
}

interface Changed {
  changed: { cursor: string; node: unknown };
}

type Stream = AsyncGenerator<ExecutionResult<Changed>, void>;

const operation = parse(
  `subscription ($story: String, $since: String) { changed(story: $story, since: $since) { cursor node { kind at node { __typename id } } } }`,
);
const heartbeatMs = 15_000;
const mostMissedBeats = 4;
const statuses: Record<string, number> = { NOT_FOUND: 404, RATE_LIMITED: 429, UNAUTHENTICATED: 401 };
const preflight = { 'access-control-allow-methods': 'GET, HEAD, OPTIONS', 'access-control-allow-headers': 'Authorization, Last-Event-ID' };
const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no', // proxies are to pass each event on at once
};

/**
 * `/stories/<slug>/events`: the changes of a story as Server-Sent Events, from the one that `Last-Event-ID` or `?since=` names on. It is the
 * subscription in another form, with the same cursors.
 */
export function createEventStreams(options: EventStreamOptions): EventStreams {
  const open = new Map<ServerResponse, { missedBeats: number; done: Promise<void> }>();
  const heartbeat = setInterval(() => {
    for (const [response, stream] of open) {
      stream.missedBeats = response.writableNeedDrain ? stream.missedBeats + 1 : 0;
      if (stream.missedBeats > mostMissedBeats) response.destroy();
      else if (!response.writableNeedDrain) response.write(':\n\n');
    }
  }, heartbeatMs).unref();
  let closing = false;

  const stream = readOnly(async exchange => {
    const slug = slugOf(exchange.path);
    if (slug === null) return sendText(exchange, 404, `There is nothing at ${exchange.path.slice(0, 200)}: the API is at /graphql.`);
    const { request, response } = exchange;
    try {
      const caller = await options.admission.identify(
        request,
        request.headers.authorization,
        (name, value) => void response.setHeader(name, value),
      );
      const start = startOf(exchange) ?? cursorOfPlace(await lineOfLog(options.database));
      const entries = await follow(options, { database: options.database, caller }, slug, start);
      if (closing || request.method === 'HEAD') {
        await entries.return();
        return void response.writeHead(closing ? 503 : 200, headers).end();
      }
      const done = send(response, start, entries).catch(err => options.log.warn({ err, story: slug }, 'an event stream broke off'));
      open.set(response, { missedBeats: 0, done: done.finally(() => void (response.end(), open.delete(response))) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sendText(exchange, statuses[String(error.extensions.code)] ?? 400, error.message);
    }
  });

  return {
    route: exchange => (exchange.request.method === 'OPTIONS' ? void exchange.response.writeHead(204, preflight).end() : stream(exchange)),
    async close() {
      closing = true;
      clearInterval(heartbeat);
      const streams = [...open];
      for (const [response] of streams) response.destroy();
      await Promise.all(streams.map(([, { done }]) => done));
    },
  };
}

async function follow({ schema }: EventStreamOptions, contextValue: Context, story: string, since: string): Promise<Stream> {
  const result = await subscribe({ schema, document: operation, variableValues: { story, since }, contextValue });
  if (Symbol.asyncIterator in result) return result as unknown as Stream;
  throw causeOf(result.errors?.[0]);
}

/** Sends one event after another, each only when the client has taken in the last ones. */
async function send(response: ServerResponse, start: string, entries: Stream): Promise<void> {
  const gone = response.closed ? entries.return() : once(response, 'close').then(() => entries.return());
  response.writeHead(200, headers);
  response.write(`retry: 3000\nid: ${start}\n\n`); // from here on a client knows its place, also before the first change
  try {
    for await (const { data, errors } of entries) {
      if (!data) throw causeOf(errors?.[0]);
      const { cursor, node } = data.changed;
      if (response.write(`id: ${cursor}\ndata: ${JSON.stringify(node)}\n\n`)) continue;
      await Promise.race([once(response, 'drain').catch(() => gone), gone]);
    }
  } finally {
    await entries.return();
  }
}

/** A browser that comes back sends the id of the last event that it heard, which is later than what the address says. */
function startOf({ request, search }: Exchange): string | null {
  const heard = request.headers['last-event-id'];
  return (typeof heard === 'string' && heard) || new URLSearchParams(search).get('since') || null;
}

function slugOf(path: string): string | null {
  const [, encoded] = /^\/stories\/([^/]+)\/events$/.exec(path) ?? [];
  try {
    return encoded === undefined ? null : decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

function causeOf(error: GraphQLError | undefined): Error {
  return error?.originalError ?? error ?? new Error('the subscription gave no answer');
}

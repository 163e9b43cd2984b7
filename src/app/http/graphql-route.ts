import { createHash } from 'node:crypto';
import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { DataSource } from 'typeorm';
import type { Context } from '../../platform/context';
import type { Egress } from '../../platform/egress/egress';
import { Refusal } from '../../platform/errors';
import { isKnown, weakTag } from '../../platform/http-caching';
import type { Replicas } from '../../platform/replicas';
import { type JsonPiece, piecesOf, type PlannedAnswer } from '../../planner/planned-answer';
import type { Assets } from '../../web/assets';
import { servePlayground, wantsPlayground } from '../../web/playground';
import type { Admission } from './admission';
import { type Exchange, type Route, send, sendPieces } from './exchange';
import { type GraphqlRequest, readGraphqlRequest } from './graphql-request';
import { type AnswerType, chooseAnswerType } from './media-type';
import type { PersistedOperations } from './persisted-operations';
import type { PlannedQueries } from './planned-queries';
import { chooseReader, cursorHeader } from './read-your-writes';
import { HttpRefusal } from './request-body';

/** What `/graphql` needs. */
export interface GraphqlRouteOptions {
  server: ApolloServer<Context>;
  /** What needs no server. */
  queries: PlannedQueries;
  persisted: PersistedOperations;
  database: DataSource;
  egress?: Egress;
  replicas?: Replicas;
  assets: Assets;
  admission: Admission;
}

/** `/graphql`: the API by the specification of GraphQL over HTTP, and for a person with a browser the playground. */
export function graphqlRoute({ server, queries, persisted, database, egress, replicas, assets, admission }: GraphqlRouteOptions): Route {
  return async exchange => {
    const { request, response } = exchange;
    if (wantsPlayground(request)) return servePlayground(request, response, assets);
    if (request.method === 'OPTIONS') return void response.writeHead(204, preflight).end();
    const type = chooseAnswerType(request.headers.accept);
    try {
      if (!methods.includes(request.method ?? ''))
        throw new HttpRefusal(405, `/graphql answers ${methods.join(', ')}, not ${request.method}.`, { allow: methods.join(', ') });
      if (!type)
        throw new HttpRefusal(
          406,
          'The answer comes as application/graphql-response+json or application/json, and the Accept header allows neither.',
        );
      const { authorization } = request.headers;
      const caller = await admission.identify(request, authorization, (name, value) => void response.setHeader(name, value));
      const asked = await readGraphqlRequest(exchange, persisted);
      const reads = replicas && (await chooseReader(replicas, request.headers[cursorHeader]));
      const planned = asked.asked && (await queries(asked.asked, reads));
      if (planned) return sendPlanned(exchange, type, asked, planned);
      const httpGraphQLRequest = forServer(asked, exchange, type);
      const answer = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context: async () => ({ database, caller, egress, reads }),
      });
      if (answer.body.kind !== 'complete') throw new Error('An operation gave an answer in parts, which nothing here asks for.');
      send(exchange, answer.status ?? 200, { ...standardHeaders, ...Object.fromEntries(answer.headers) }, answer.body.string);
    } catch (error) {
      refuse(exchange, type ?? 'application/json', error);
    }
  };
}

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'];
const standardHeaders = {
  'cache-control': 'no-store',
  vary: 'Accept, Authorization, X-Newsgraph-Cursor',
  'access-control-expose-headers': 'ETag, RateLimit, RateLimit-Policy, Retry-After, X-Newsgraph-Cursor, X-Request-Id',
};
const preflight = {
  'access-control-allow-methods': methods.join(', '),
  'access-control-allow-headers': 'Accept, Authorization, Content-Type, X-Newsgraph-Cursor, X-Request-Id, Apollo-Require-Preflight',
  'access-control-max-age': '86400',
};

/**
 * A GET can only read what is open to all, so it needs no guard against forged requests and works from a plain link; Apollo's guard stays on for
 * what can write.
 */
function forServer({ method, search, body }: GraphqlRequest, { request }: Exchange, type: AnswerType): HTTPGraphQLRequest {
  const headers = new HeaderMap([['accept', type]]);
  if (method === 'POST') headers.set('content-type', request.headers['content-type'] ?? '');
  else headers.set('apollo-require-preflight', 'true');
  return { method, headers, search, body };
}

/** An answer to a GET may be kept by caches: for a moment where the operation is a public one, else only to ask whether it still holds. */
function sendPlanned(exchange: Exchange, type: AnswerType, { method, persisted }: GraphqlRequest, answer: PlannedAnswer): void {
  const pieces = piecesOf(answer);
  const headers = { ...standardHeaders, 'content-type': `${type}; charset=utf-8` };
  if (method === 'POST' || answer.errors.length > 0) return sendPieces(exchange, 200, headers, pieces);
  const etag = entityTag(type, pieces);
  const lasting = { ...headers, etag, 'cache-control': persisted ? 'public, max-age=5, stale-while-revalidate=60' : 'no-cache' };
  if (isKnown(exchange.request.headers, etag)) return void exchange.response.writeHead(304, lasting).end();
  sendPieces(exchange, 200, lasting, pieces);
}

const digests = new WeakMap<Buffer, string>();

/** A weak tag: the same JSON in another form of answer has another. What is kept in memory is digested once. */
function entityTag(type: AnswerType, pieces: readonly JsonPiece[]): string {
  return weakTag(type, ...pieces.map(piece => (typeof piece === 'string' ? piece : digestOf(piece))));
}

function digestOf(bytes: Buffer): string {
  const known = digests.get(bytes);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(bytes).digest('base64');
  digests.set(bytes, digest);
  return digest;
}

const statuses: Record<string, number> = { UNAUTHENTICATED: 401, RATE_LIMITED: 429, PERSISTED_QUERY_NOT_FOUND: 404 };

function refuse(exchange: Exchange, type: AnswerType, error: unknown): void {
  const known =
    error instanceof HttpRefusal
      ? { status: error.status, headers: error.headers, code: 'BAD_REQUEST' }
      : error instanceof Refusal
        ? refusalOf(error)
        : null;
  if (!known) throw error;
  const body = JSON.stringify({ errors: [{ message: (error as Error).message, extensions: { code: known.code } }] });
  send(exchange, known.status, { ...standardHeaders, ...known.headers, 'content-type': `${type}; charset=utf-8` }, body);
}

function refusalOf({ extensions }: Refusal): { status: number; headers: Record<string, string>; code: string } {
  const code = String(extensions.code);
  return { status: statuses[code] ?? 400, headers: code === 'UNAUTHENTICATED' ? { 'www-authenticate': 'Bearer' } : {}, code };
}

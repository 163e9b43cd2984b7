import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { DataSource } from 'typeorm';
import type { Context } from '../../platform/context';
import type { Egress } from '../../platform/egress/egress';
import { Refusal } from '../../platform/errors';
import type { Assets } from '../../web/assets';
import { servePlayground, wantsPlayground } from '../../web/playground';
import type { Admission } from './admission';
import { type Exchange, type Route, send } from './exchange';
import { type AnswerType, chooseAnswerType } from './media-type';
import { HttpRefusal, readJsonBody } from './request-body';

/** What `/graphql` needs. */
export interface GraphqlRouteOptions {
  server: ApolloServer<Context>;
  database: DataSource;
  egress?: Egress;
  assets: Assets;
  admission: Admission;
}

/** `/graphql`: the API by the specification of GraphQL over HTTP, and for a person with a browser the playground. */
export function graphqlRoute({ server, database, egress, assets, admission }: GraphqlRouteOptions): Route {
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
      const httpGraphQLRequest = await requestOf(exchange, type);
      const answer = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => ({ database, caller, egress }) });
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
  vary: 'Accept, Authorization',
  'access-control-expose-headers': 'RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
};
const preflight = {
  'access-control-allow-methods': methods.join(', '),
  'access-control-allow-headers': 'Accept, Authorization, Content-Type, X-Request-Id, Apollo-Require-Preflight',
  'access-control-max-age': '86400',
};

/**
 * A GET can only read what is open to all, so it needs no guard against forged requests and works from a plain link; Apollo's guard stays on for
 * what can write.
 */
async function requestOf({ request, search }: Exchange, type: AnswerType): Promise<HTTPGraphQLRequest> {
  const headers = new HeaderMap([['accept', type]]);
  if (request.method === 'POST') {
    headers.set('content-type', request.headers['content-type'] ?? '');
    return { method: 'POST', headers, search: '', body: await readJsonBody(request) };
  }
  headers.set('apollo-require-preflight', 'true');
  return { method: 'GET', headers, search, body: undefined };
}

const statuses: Record<string, number> = { UNAUTHENTICATED: 401, RATE_LIMITED: 429 };

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

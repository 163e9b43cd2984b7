import { Refusal, shown } from '../../platform/errors';
import type { Exchange } from './exchange';
import type { PersistedOperations } from './persisted-operations';
import { readJsonBody } from './request-body';

/** What a well-formed request asks. */
export interface Asked {
  query: string;
  variables: Record<string, unknown> | null | undefined;
  operationName: string | null | undefined;
}

/** A request to `/graphql`, the text of a persisted operation put in. */
export interface GraphqlRequest {
  method: 'GET' | 'POST';
  /** The query of the URL; empty for a POST. */
  search: string;
  body: unknown;
  /** Whether it named its operation by hash alone. */
  persisted: boolean;
  /** Undefined where the request is not well-formed: what is wrong is for the GraphQL server to say. */
  asked: Asked | undefined;
}

type Parameters = Record<string, unknown>;

/**
 * Reads a request by the specification of GraphQL over HTTP, with persisted operations in the form that Apollo's clients use.
 *
 * @throws HttpRefusal  for a body that is not JSON
 * @throws Refusal  PERSISTED_QUERY_NOT_FOUND for the hash of an operation that is not public; the client then sends its text
 */
export async function readGraphqlRequest({ request, search }: Exchange, persisted: PersistedOperations): Promise<GraphqlRequest> {
  if (request.method === 'POST') {
    const body = await readJsonBody(request);
    if (!isObject(body)) return { method: 'POST', search: '', body, persisted: false, asked: undefined };
    const found = persistedText(body, persisted);
    const { extensions, ...rest } = body;
    const whole = found === undefined && !isPersistedQuery(extensions) ? body : { ...rest, ...(found !== undefined && { query: found }) };
    return { method: 'POST', search: '', body: whole, persisted: found !== undefined, asked: askedBy(whole) };
  }
  const parameters = new URLSearchParams(search);
  const given = {
    ...Object.fromEntries(parameters),
    variables: parsed(parameters, 'variables'),
    extensions: parsed(parameters, 'extensions'),
  };
  const found = persistedText(given, persisted);
  if (found !== undefined) parameters.set('query', found);
  if (isPersistedQuery(given.extensions)) parameters.delete('extensions');
  const asked = askedBy({ ...given, query: parameters.get('query'), extensions: parameters.get('extensions') ?? undefined });
  return { method: 'GET', search: `?${parameters.toString()}`, body: undefined, persisted: found !== undefined, asked };
}

/** The text that a hash stands for, where no text came with it. */
function persistedText({ query, extensions }: Parameters, persisted: PersistedOperations): string | undefined {
  if (query || !isPersistedQuery(extensions)) return undefined;
  const { sha256Hash: hash } = extensions.persistedQuery;
  const text = typeof hash === 'string' ? persisted.get(hash.toLowerCase()) : undefined;
  if (text !== undefined) return text;
  throw new Refusal('PERSISTED_QUERY_NOT_FOUND', `PersistedQueryNotFound: no public operation has the hash ${shown(hash)}.`);
}

function askedBy({ query, variables, operationName, extensions }: Parameters): Asked | undefined {
  if (typeof query !== 'string' || extensions !== undefined) return undefined;
  if (variables !== undefined && variables !== null && !isObject(variables)) return undefined;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return undefined;
  return { query, variables, operationName };
}

/** A parameter of a URL that holds JSON; faulty JSON stays text, which is no object. */
function parsed(parameters: URLSearchParams, name: string): unknown {
  const text = parameters.get(name);
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isPersistedQuery(extensions: unknown): extensions is { persistedQuery: Parameters } {
  return isObject(extensions) && isObject(extensions['persistedQuery']);
}

function isObject(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

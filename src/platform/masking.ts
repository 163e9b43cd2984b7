import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from './errors';
import type { Log } from './log';

/** Turns what went wrong into what a client may read; `formatted` is how GraphQL would put it. */
export type PresentError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

const ours: ErrorCode[] = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'QUERY_TOO_COMPLEX',
  'CURSOR_INVALID',
];
const ofGraphQL = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];
const readable: ReadonlySet<unknown> = new Set([...ours, ...ofGraphQL]);

/** Lets refusals and GraphQL's own errors through; anything else becomes an id, under which the log has the stack and the cause. */
export function masking(log: Log): PresentError {
  return (formatted, error) => {
    if (readable.has(formatted.extensions?.code)) return formatted;
    if (isBadArgument(error)) return { ...formatted, extensions: { ...formatted.extensions, code: 'BAD_USER_INPUT' } };
    const id = randomUUID();
    log.error({ err: causeOf(error), id, path: formatted.path?.join('.') }, 'a request failed');
    const message = `Something went wrong on our side. The log has it under ${id}.`;
    return { ...formatted, message, extensions: { code: 'INTERNAL_SERVER_ERROR', id } };
  };
}

/** What graphql-js says of null where an argument may not be null; it finds some of these only while it executes, and gives no code. */
function isBadArgument(error: unknown): boolean {
  const cause = causeOf(error);
  return cause instanceof GraphQLError && /^Argument "\w+" (of|has)\b/.test(cause.message);
}

/** What was thrown, without the location that GraphQL wraps around it. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

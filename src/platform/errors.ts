import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

/** The codes by which a client tells refusals apart; anything else is masked. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'QUERY_TOO_COMPLEX'
  | 'CURSOR_INVALID'
  | 'PERSISTED_QUERY_NOT_FOUND';

/** A refusal that the client may read: a whole sentence with the offending value, and a code. */
export class Refusal extends GraphQLError {
  constructor(code: ErrorCode, message: string, options: GraphQLErrorOptions = {}) {
    super(message, { ...options, extensions: { ...options.extensions, code } });
    this.name = 'Refusal';
  }
}

/** Shows a value in a message, cut to a length that a person reads. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { shown } from '../platform/errors';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Reads an RFC 3339 date-time.
 *
 * @throws GraphQLError  naming the value and the form that is wanted; an impossible date such as 30 February is refused, not rolled over
 */
export function readDateTime(value: unknown): Date {
  if (typeof value === 'string' && RFC_3339.test(value)) {
    const date = new Date(value);
    const [year, month, day] = value.slice(0, 10).split('-').map(Number) as [number, number, number];
    const exists = day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
    if (!Number.isNaN(date.getTime()) && exists) return date;
  }
  throw new GraphQLError(
    `${shown(value)} is not a date-time: write an existing instant with its offset by RFC 3339, such as "2024-03-23T12:00:00Z".`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

/** An instant by RFC 3339; answers are in UTC with milliseconds. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant by RFC 3339, such as `2024-03-23T12:00:00Z`. Answers are in UTC, with milliseconds.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: value => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: readDateTime,
  parseLiteral: node => readDateTime(node.kind === Kind.STRING ? node.value : undefined),
});

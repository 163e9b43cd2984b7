import { Refusal, shown } from '../platform/errors';
import { type Parameter, raw, type Sql, sql, type Variables } from './sql';

const DEFAULT_SIZE = 20;
/** The largest page. */
export const LARGEST = 100;

/** Which part of a list is asked for. */
export interface PageOf {
  backward: boolean;
  cursor: Parameter | undefined;
  limit: Sql;
  /** Whether every request asks for the same number. */
  constant: boolean;
  size: (variables: Variables) => number;
  check: (variables: Variables) => void;
}

/**
 * Reads `first`, `after`, `last` and `before`; the log of changes calls `after` `since`.
 *
 * @throws Refusal  BAD_USER_INPUT where they contradict one another; `check` throws it where a size is not 1 to 100
 */
export function pageOf(args: Record<string, unknown>, path: string): PageOf {
  const { first, since, after = since, last, before } = args as Record<string, Parameter | undefined>;
  if (first && last) throw new Refusal('BAD_USER_INPUT', `"first" and "last" of ${path} exclude one another: give one of them.`);
  if (last && after)
    throw new Refusal('BAD_USER_INPUT', `"last" of ${path} stands with "after": "last" goes with "before", "first" with "after".`);
  if (before && !last) throw new Refusal('BAD_USER_INPUT', `"before" of ${path} stands without "last": say how many rows to read back.`);
  const given = first ?? last;
  const name = last ? 'last' : 'first';
  if (!given) {
    return {
      backward: false,
      cursor: after,
      limit: raw(String(DEFAULT_SIZE)),
      constant: true,
      size: () => DEFAULT_SIZE,
      check: () => undefined,
    };
  }
  const constant = typeof given.known === 'number';
  return {
    backward: last !== undefined,
    cursor: last ? before : after,
    limit: constant ? raw(String(given.known)) : sql`${given}`,
    constant,
    size: variables => Number(given.read(variables)),
    check: variables => {
      const size = given.read(variables);
      if (typeof size === 'number' && size >= 1 && size <= LARGEST) return;
      throw new Refusal('BAD_USER_INPUT', `"${name}" of ${path} is ${shown(size)}: it must be a whole number from 1 to ${LARGEST}.`);
    },
  };
}

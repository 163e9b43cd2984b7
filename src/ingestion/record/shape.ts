import { shown } from '../../platform/errors';

/** One thing that is wrong with a record: where, and a whole sentence about it. */
export interface Problem {
  path: string;
  message: string;
}

/** Says that a value is not what its place takes; the paths are relative to that place. */
export class Unfit extends Error {
  override name = 'Unfit';

  constructor(readonly problems: Problem[]) {
    super(problems.map(problem => problem.message).join(' '));
  }
}

/** Where a value stands: the name of its field, what the field belongs to, and all fields beside it. */
export interface Place {
  field: string;
  owner: string;
  beside: Record<string, unknown>;
}

/** Reads one value of whatever JSON brought, or throws `Unfit`. */
export type Reader<T> = (value: unknown, place: Place) => T;

/** What an object reads as, by the readers of its fields. */
export type ReadAs<R> = R extends Reader<infer T> ? T : never;

/** Refuses a value with a whole sentence; `path` leads on from the place of the value. */
export function unfit(message: string, path = ''): Unfit {
  return new Unfit([{ path, message }]);
}

/** A field that must be given. */
export function required<T>(reader: Reader<T>): Reader<T> {
  return (value, place) => {
    if (value === undefined || value === null) throw unfit(`The field ${place.field} is missing: every ${place.owner} needs it.`);
    return reader(value, place);
  };
}

/** A field that may be left out, or be null, which means the same. */
export function optional<T>(reader: Reader<T>): Reader<T | null> {
  return (value, place) => (value === undefined || value === null ? null : reader(value, place));
}

/** A field that has a value of its own where none is given. */
export function defaulted<T>(reader: Reader<T>, fallback: T): Reader<T> {
  return (value, place) => (value === undefined || value === null ? fallback : reader(value, place));
}

/** An object with these fields and no others: a misspelt field is refused, not lost. Every fault is reported, not only the first. */
export function object<F extends Record<string, Reader<unknown>>>(owner: string, fields: F): Reader<{ [K in keyof F]: ReadAs<F[K]> }> {
  const names = Object.keys(fields);
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw unfit(`${shown(value)} is not an object with the fields of a ${owner}.`);
    const given = value as Record<string, unknown>;
    const problems: Problem[] = Object.keys(given)
      .filter(name => given[name] !== undefined && !Object.hasOwn(fields, name))
      .map(name => ({ path: `.${name}`, message: `A ${owner} has no field ${shown(name)}; its fields are ${names.join(', ')}.` }));
    const read: Record<string, unknown> = {};
    for (const [name, reader] of Object.entries(fields)) {
      collect(problems, `.${name}`, () => {
        read[name] = reader(given[name], { field: name, owner, beside: given });
      });
    }
    if (problems.length) throw new Unfit(problems);
    return read as { [K in keyof F]: ReadAs<F[K]> };
  };
}

/** A list whose items all read; `least` and `most` bound its length. */
export function list<T>(item: Reader<T>, { least = 0, most = 500 } = {}): Reader<T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) throw unfit(`${shown(value)} is not a list.`);
    if (value.length < least) throw unfit(`The list ${place.field} is empty: every ${place.owner} needs at least ${least}.`);
    if (value.length > most) throw unfit(`The list ${place.field} has ${value.length} items, and at most ${most} are taken.`);
    const problems: Problem[] = [];
    const read: T[] = [];
    value.forEach((one, index) => collect(problems, `[${index}]`, () => read.push(item(one, place))));
    if (problems.length) throw new Unfit(problems);
    return read;
  };
}

/** A value that must also pass a check, which looks at it as a whole and throws `Unfit`. */
export function checked<T>(reader: Reader<T>, check: (read: T) => void): Reader<T> {
  return (value, place) => {
    const read = reader(value, place);
    check(read);
    return read;
  };
}

function collect(problems: Problem[], path: string, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    problems.push(...error.problems.map(problem => ({ path: path + problem.path, message: problem.message })));
  }
}

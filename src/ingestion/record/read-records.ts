import { canonicalUrl, PageUrlError } from '../../article/canonical-url';
import { shown } from '../../platform/errors';
import { RecordKind } from './record-kind';
import { type Given, recordShapes } from './record-shape';
import { type Problem, type Reader, Unfit, unfit } from './shape';

/** A record that reads, and where it stood in the batch. */
export interface Item<K extends RecordKind = RecordKind> {
  index: number;
  kind: K;
  given: Given[K];
}

/** A record that does not read, and why; `name` is what others would call it by, where that much can be told. */
interface BadRecord {
  index: number;
  kind: RecordKind | null;
  name: string | null;
  problems: Problem[];
}

/** Reads records from wherever they came: GraphQL has looked at them already, a file has not. */
export function readRecords(records: readonly unknown[]): { items: Item[]; bad: BadRecord[] } {
  const items: Item[] = [];
  const bad: BadRecord[] = [];
  records.forEach((record, index) => {
    let kind: RecordKind | null = null;
    try {
      kind = kindOf(record);
      const field = fieldOf(kind);
      const given = within(`.${field}`, () => read(kind as RecordKind, (record as Record<string, unknown>)[field]));
      items.push({ index, kind, given });
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      bad.push({ index, kind, name: kind && nameOfRaw(kind, record), problems: problemsAt(index, error) });
    }
  });
  return { items, bad };
}

/** The name of the field that holds a record of this kind. */
export function fieldOf(kind: RecordKind): string {
  return kind.toLowerCase();
}

/** What other records call this one by: a slug, an address, or a story and a key. */
export function nameOf(kind: RecordKind, given: { slug?: unknown; url?: unknown; story?: unknown; key?: unknown }): string {
  const name = given.slug ?? (kind === RecordKind.ARTICLE ? given.url : `${String(given.story)} ${String(given.key)}`);
  return `${kind} ${String(name)}`;
}

/** The problems of a record with their whole paths. */
export function problemsAt(index: number, { problems }: Unfit): Problem[] {
  return problems.map(({ path, message }) => ({ path: `records[${index}]${path}`, message }));
}

/** Runs what may find a value unfit, and says where the value stands. */
export function within<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    throw new Unfit(error.problems.map(problem => ({ path: path + problem.path, message: problem.message })));
  }
}

const kinds = Object.values(RecordKind);
const fields = kinds.map(fieldOf);

function kindOf(record: unknown): RecordKind {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw unfit(`${shown(record)} is not a record: give an object with one of the fields ${fields.join(', ')}.`);
  }
  const set = Object.entries(record).filter(([, value]) => value !== undefined && value !== null);
  const unknown = set.map(([name]) => name).filter(name => !fields.includes(name));
  if (unknown.length)
    throw new Unfit(
      unknown.map(name => ({ path: `.${name}`, message: `A record has no field ${shown(name)}; it has one of ${fields.join(', ')}.` })),
    );
  const [only] = set;
  if (!only || set.length > 1) {
    throw unfit(
      `A record has exactly one of the fields ${fields.join(', ')}, and this one has ${set.map(([name]) => name).join(' and ') || 'none'}.`,
    );
  }
  return only[0].toUpperCase() as RecordKind;
}

function read<K extends RecordKind>(kind: K, value: unknown): Given[K] {
  const reader = recordShapes[kind] as Reader<unknown>;
  return reader(value, { field: fieldOf(kind), owner: 'record', beside: {} }) as Given[K];
}

function nameOfRaw(kind: RecordKind, record: unknown): string | null {
  const raw = (record as Record<string, Record<string, unknown>>)[fieldOf(kind)] ?? {};
  if (kind !== RecordKind.ARTICLE) return nameOf(kind, raw);
  try {
    return nameOf(kind, { url: canonicalUrl(String(raw.url)) });
  } catch (error) {
    if (error instanceof PageUrlError) return null;
    throw error;
  }
}

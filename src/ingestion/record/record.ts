import type { IngestRecordInput } from './ingest-input';

/** A record that is handed over for storing: a plain object of the same form as the input of the mutation, enums by their words. */
export type IngestRecord = Plain<IngestRecordInput>;

type Plain<T> = T extends string ? `${T}` : T extends (infer U)[] ? Plain<U>[] : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;

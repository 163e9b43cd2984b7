import type { IngestRecordInput } from './ingest-input';

/** A record that is handed over for storing: a plain object of the same form as the input of the mutation. */
export type IngestRecord = IngestRecordInput;

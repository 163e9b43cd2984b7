import type { IngestOutcome, RecordKind } from './record-kind';
import type { Problem } from './shape';

/** What became of one record. */
export interface IngestResult {
  index: number;
  kind: RecordKind | null;
  outcome: IngestOutcome;
  node: { type: string; uuid: string } | null;
  problems: Problem[];
}

/** What became of a batch; the results stand in the order of its records. */
export interface IngestReport {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  results: IngestResult[];
}

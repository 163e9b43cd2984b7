import { registerEnumType } from 'type-graphql';

/** The kinds of records that `ingest` takes, in the order in which they lean on each other. */
export enum RecordKind {
  SOURCE = 'SOURCE',
  ACTOR = 'ACTOR',
  STORY = 'STORY',
  ARTICLE = 'ARTICLE',
  EVENT = 'EVENT',
  STATEMENT = 'STATEMENT',
  FIGURE = 'FIGURE',
  CLAIM = 'CLAIM',
  POSITION = 'POSITION',
}
registerEnumType(RecordKind, { name: 'RecordKind', description: 'What a record of `ingest` is.' });

/** What became of a record. */
export enum IngestOutcome {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  UNCHANGED = 'UNCHANGED',
  REJECTED = 'REJECTED',
}
registerEnumType(IngestOutcome, {
  name: 'IngestOutcome',
  description: 'What became of a record.',
  valuesConfig: {
    CREATED: { description: 'It was new.' },
    UPDATED: { description: 'It differed from what was stored: a fact is corrected by a new row, anything else changed in place.' },
    UNCHANGED: { description: 'It was stored already, as it is.' },
    REJECTED: { description: 'It was not stored; `problems` says why.' },
  },
});

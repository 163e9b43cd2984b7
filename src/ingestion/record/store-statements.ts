import type { Batch } from './batch';
import { publicFrom } from './clock';
import type { Row } from './insert-rows';
import { RecordKind } from './record-kind';
import { factOf, storeFacts } from './store-facts';

/** Stores the statements of a batch. */
export function storeStatements(batch: Batch): Promise<Row[]> {
  return storeFacts(batch, RecordKind.STATEMENT, {
    keyOf: given => given.key,
    needs: given => (given.answers?.statement ? [given.answers.statement] : []),
    row: ({ given }, storyId) => {
      const answered = (kind: RecordKind.EVENT | RecordKind.STATEMENT, key: string | null | undefined): string | null =>
        key ? factOf(batch, kind, storyId, given.story, key, `.answers.${kind.toLowerCase()}`).id : null;
      return {
        issuer_id: batch.actor(given.issuer, '.issuer').id,
        speaker_name: given.speaker?.name ?? null,
        speaker_role: given.speaker?.role ?? null,
        issued_at: given.issuedAt.at,
        precision: given.issuedAt.precision,
        reported_at: given.issuedAt.at,
        public_at: publicFrom(given.issuedAt, batch.now),
        method: 'RECORDED',
        date_basis: given.dateBasis,
        channel: given.channel,
        language: given.language,
        stances: given.stances,
        summary: given.summary,
        detail: given.detail,
        answers_event_id: answered(RecordKind.EVENT, given.answers?.event),
        answers_statement_id: answered(RecordKind.STATEMENT, given.answers?.statement),
      };
    },
    known: row => ({ issuer_id: row.issuer_id as string, issued_at: row.issued_at as Date, precision: row.precision as string }),
    citations: ({ given }) => given.citations,
  });
}

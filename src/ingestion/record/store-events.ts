import { periodEnd } from '../../platform/moment';
import type { Batch } from './batch';
import { publicFrom } from './clock';
import type { Row } from './insert-rows';
import { RecordKind } from './record-kind';
import { factOf, storeFacts } from './store-facts';

/** Stores the events of a batch. Where nobody says when an event was reported, the derived times follow later. */
export function storeEvents(batch: Batch): Promise<Row[]> {
  return storeFacts(batch, RecordKind.EVENT, {
    keyOf: given => given.key,
    needs: given => (given.parent === null ? [] : [given.parent]),
    row: ({ given }, storyId) => ({
      kind: given.kind,
      title: given.title,
      summary: given.summary,
      occurred_at: given.occurredAt.at,
      precision: given.occurredAt.precision,
      occurred_by: periodEnd(given.occurredAt.at, given.occurredAt.precision),
      ended_at: given.endedAt?.at ?? null,
      ended_precision: given.endedAt?.precision ?? null,
      time_basis: given.timeBasis,
      reported_at: given.reportedAt?.at ?? given.occurredAt.at,
      report_basis: given.reportedAt ? 'STATED' : 'DERIVED',
      public_at: given.reportedAt ? publicFrom(given.reportedAt, batch.now) : batch.now,
      method: 'RECORDED',
      place_name: given.place?.name ?? null,
      place_country_code: batch.country(given.place?.country ?? null, '.place.country'),
      latitude: given.place?.latitude ?? null,
      longitude: given.place?.longitude ?? null,
      coordinate_basis: given.place?.coordinateBasis ?? null,
      parent_id: given.parent === null ? null : factOf(batch, RecordKind.EVENT, storyId, given.story, given.parent, '.parent').id,
    }),
    citations: ({ given }) => given.citations,
  });
}

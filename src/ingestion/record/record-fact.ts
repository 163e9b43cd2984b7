import type { DataSource, EntityManager } from 'typeorm';
import { EditKind } from '../../dossier/edit/edit.entity';
import { edit } from '../../dossier/edit/edit-session';
import type { FactEdited } from '../../dossier/edit/fact-edit';
import { NOWHERE } from '../../dossier/edit/moving';
import type { Caller } from '../../platform/context';
import { Refusal, shown } from '../../platform/errors';
import { decodeNodeId, uuidV7 } from '../../platform/ids';
import { ingest } from './ingest.service';
import { IngestOutcome } from './record-kind';

type RecordedKind = 'event' | 'statement' | 'figure';
type Given = { key?: string | null; story?: string | null; event?: string | null };

/**
 * Records one fact as `ingest` does, with a reason, an entry in the audit and an undo.
 *
 * @throws Refusal  BAD_USER_INPUT with what is wrong, CONFLICT where just that is recorded already
 */
export function recordFact(database: DataSource, caller: Caller, kind: RecordedKind, given: Given, reason: string): Promise<FactEdited> {
  return edit(database, caller, reason, async ({ db, story: find, record }) => {
    const story = await find(given.story ?? '');
    const named = { ...given, key: given.key ?? `edit:${uuidV7()}`, story: given.story };
    if (kind === 'figure' && given.event) named.event = await keyOfEvent(db, story.id, given.event);
    const { results } = await ingest(db, [{ [kind]: named }]);
    const [result] = results;
    if (!result?.node) throw new Refusal('BAD_USER_INPUT', result?.problems.map(({ message }) => message).join(' ') ?? 'It is no record.');
    const fact = result.node;
    if (result.outcome === IngestOutcome.UNCHANGED)
      throw new Refusal('CONFLICT', `Just that is recorded already under the key ${shown(named.key)}.`);
    const citations = await db.query<{ id: string }[]>(`select id from citation where story_id = $1 and fact_id = $2`, [
      story.id,
      fact.uuid,
    ]);
    const [row] = await db.query<{ older: string | null }[]>(`select supersedes_id as older from ${kind} where story_id = $1 and id = $2`, [
      story.id,
      fact.uuid,
    ]);
    const moved = [{ from: NOWHERE, to: story.id, landed: { [kind]: [fact.uuid], citation: citations.map(({ id }) => id) }, closed: {} }];
    const facts = [row?.older, fact.uuid].filter(id => id != null);
    const entry = await record(EditKind.RECORD, story, reason, { stories: [story.id], facts, moved });
    return { fact, edit: { type: 'Edit', uuid: entry } };
  });
}

/** Editors see ids, records bear keys. */
async function keyOfEvent(db: EntityManager, storyId: string, event: string): Promise<string> {
  const node = decodeNodeId(event);
  if (node?.type !== 'Event') return event;
  const [row] = await db.query<{ key: string | null }[]>(`select key from event where story_id = $1 and id = $2`, [storyId, node.uuid]);
  return row?.key ?? event;
}

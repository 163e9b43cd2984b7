import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../platform/context';
import { Refusal, shown } from '../../platform/errors';
import { decodeNodeId, uuidV7 } from '../../platform/ids';
import { Edit, type EditDetail, type EditKind } from './edit.entity';

/** A story that an edit is about. */
export interface EditedStory {
  id: string;
  slug: string;
}

/** One edit while it is made: a transaction in which its stories are locked, so that edits of one story take turns. */
export interface EditSession {
  db: EntityManager;
  /** Finds a story by slug or id, follows mergers, and locks it. */
  story: (selector: string) => Promise<EditedStory>;
  /** Writes the audit. */
  record: (kind: EditKind, story: EditedStory, reason: string, detail: EditDetail) => Promise<string>;
}

/**
 * Makes an edit in one transaction.
 *
 * @throws Refusal  BAD_USER_INPUT where the reason is empty
 */
export function edit<T>(database: DataSource, caller: Caller, reason: string, make: (session: EditSession) => Promise<T>): Promise<T> {
  if (reason.trim() === '') throw new Refusal('BAD_USER_INPUT', '"reason" is empty: say why, for those who read the audit.');
  return database.transaction(db =>
    make({
      db,
      story: selector => lockStory(db, selector),
      record: async (kind, story, why, detail) => {
        const id = uuidV7();
        await db.insert(Edit, { storyId: story.id, id, kind, reason: why, detail: detail as never, apiKeyId: caller.keyId });
        return id;
      },
    }),
  );
}

/** @throws Refusal  NOT_FOUND, with the selector that leads nowhere */
async function lockStory(db: EntityManager, selector: string): Promise<EditedStory> {
  const node = decodeNodeId(selector);
  const uuid = node?.type === 'Story' ? node.uuid : null;
  const [found] = await db.query<EditedStory[]>(
    `select s.id, s.slug from story s
     where s.id = newsgraph_story_now(coalesce((select a.story_id from story_alias a where a.alias = $1), $2)) for update of s`,
    [selector, uuid],
  );
  if (!found) throw new Refusal('NOT_FOUND', `No story has the slug or id ${shown(selector)}.`);
  return found;
}

/**
 * Reads global ids of the types that are wanted.
 *
 * @throws Refusal  BAD_USER_INPUT for an id of another type, or of none
 */
export function keysOf(ids: readonly string[], types: readonly string[], field: string): { type: string; uuid: string }[] {
  return ids.map(id => {
    const node = decodeNodeId(id);
    if (node && types.includes(node.type)) return node;
    throw new Refusal('BAD_USER_INPUT', `${shown(id)} in "${field}" is not the id of ${types.map(type => type.toLowerCase()).join(', ')}.`);
  });
}

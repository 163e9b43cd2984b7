import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../platform/context';
import { Refusal, shown } from '../../platform/errors';
import { decodeNodeId, encodeNodeId } from '../../platform/ids';
import type { Reference } from '../../planner/planner';
import { Story } from '../../story/story.entity';
import { Edit, EditKind, type Moved } from './edit.entity';
import { edit } from './edit-session';
import { liesAsMoved, moveBack, moveRows } from './moving';

/** Edits of one fact: their rows are closed again, so that what stood before stands. */
const OF_FACTS: readonly string[] = [EditKind.RETRACT, EditKind.CONFIRM, EditKind.CORRECT, EditKind.RECORD];
const OF_STORIES: readonly string[] = [EditKind.MERGE, EditKind.SPLIT];
const OF_MEMBERSHIP: readonly string[] = [EditKind.ASSIGN, EditKind.UNASSIGN];

/**
 * Undoes an edit: membership is exactly what it was before, and what came since stays. A story that a split made goes back whole, so that its slug
 * and id still lead somewhere.
 *
 * @throws Refusal  CONFLICT where it was undone already, where a later edit of the same stories stands in the way, or where it moved nothing
 */
export function undoEdit(database: DataSource, caller: Caller, id: string, reason: string): Promise<{ edit: Reference }> {
  return edit(database, caller, reason, async ({ db, story }) => {
    const node = decodeNodeId(id);
    const found = node?.type === 'Edit' ? await db.findOneBy(Edit, { id: node.uuid }) : null;
    if (!found) throw new Refusal('NOT_FOUND', `There is no edit ${shown(id)}.`);
    await db.query(`select from story where id = any($1) order by id for update`, [found.detail.stories]);
    const current = await db.findOneByOrFail(Edit, { storyId: found.storyId, id: found.id });
    if (current.undoneAt) throw new Refusal('CONFLICT', `The edit was undone already at ${current.undoneAt.toISOString()}.`);
    if (!current.detail.moved?.length) {
      throw new Refusal('CONFLICT', `An edit of the kind ${current.kind} moved nothing and cannot be undone: make another edit instead.`);
    }
    const later = await laterEdit(db, current);
    if (later) throw new Refusal('CONFLICT', `A later edit of the same stories stands: undo ${encodeNodeId('Edit', later)} first.`);
    for (const moved of [...current.detail.moved].reverse()) {
      if (!(await liesAsMoved(db, moved))) throw new Refusal('CONFLICT', 'What the edit moved lies elsewhere by now: it cannot be undone.');
      if (current.kind === EditKind.SPLIT) {
        await story(encodeNodeId('Story', moved.to));
        await moveRows(db, moved.to, moved.from, undefined);
        await db.update(Story, { id: moved.to }, { mergedInto: moved.from });
      } else {
        if (OF_FACTS.includes(current.kind)) await keepLaterCitations(db, moved, current.detail.facts ?? []);
        await moveBack(db, moved);
        if (current.kind === EditKind.MERGE) await db.update(Story, { id: moved.from }, { mergedInto: null });
      }
    }
    await db.update(Edit, { storyId: current.storyId, id: current.id }, { undoneAt: new Date(), undoneReason: reason });
    return { edit: { type: 'Edit', uuid: current.id } };
  });
}

/**
 * The latest edit that stands in the way of undoing this one. One of a whole story waits for all later ones, one of membership for those that move
 * articles, one of a fact for those that move stories or are about the same fact.
 */
async function laterEdit(db: EntityManager, { id, kind, detail }: Edit): Promise<string | null> {
  const [later] = await db.query<{ id: string }[]>(
    `select id from edit where undone_at is null and id > $1 and (kind = any($3) or (kind = any($4) and detail->'facts' ?| $5))
       and exists (select from jsonb_array_elements_text(detail->'stories') s where s::uuid = any($2)) order by id desc limit 1`,
    [
      id,
      detail.stories,
      [...OF_STORIES, ...(OF_FACTS.includes(kind) ? [] : OF_MEMBERSHIP), ...(OF_STORIES.includes(kind) ? OF_FACTS : [])],
      OF_FACTS,
      detail.facts ?? [],
    ],
  );
  return later?.id ?? null;
}

/** Documents that were found since the edit carry the fact as it was before, too: they are cited there. */
async function keepLaterCitations(db: EntityManager, { to, landed }: Moved, [before, after]: readonly string[]): Promise<void> {
  if (!before || !after) return;
  await db.query(
    `insert into citation (story_id, id, fact_id, ordinal, kind, url, article_id, version, span_start, span_end, span_hash, public_at)
     select c.story_id, gen_random_uuid(), $2, 10000 + c.ordinal, c.kind, c.url, c.article_id, c.version, c.span_start, c.span_end, c.span_hash, c.public_at
     from citation c where c.story_id = $1 and c.fact_id = $3 and c.moved_to is null and not (c.id = any($4))`,
    [to, before, after, landed['citation'] ?? []],
  );
}

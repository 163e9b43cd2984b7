import type { DataSource } from 'typeorm';
import type { Caller } from '../../platform/context';
import { Refusal, shown } from '../../platform/errors';
import { decodeNodeId, encodeNodeId } from '../../platform/ids';
import type { Reference } from '../../planner/planner';
import { Story } from '../../story/story.entity';
import { Edit, EditKind } from './edit.entity';
import { edit } from './edit-session';
import { liesAsMoved, moveBack, moveRows } from './moving';

/** Edits that can be undone: those that moved rows. Words and withdrawals are undone by other words, since nothing recorded is ever deleted. */
const UNDOABLE: readonly string[] = [EditKind.MERGE, EditKind.SPLIT, EditKind.ASSIGN, EditKind.UNASSIGN];

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
    if (!UNDOABLE.includes(current.kind)) {
      throw new Refusal('CONFLICT', `An edit of the kind ${current.kind} moved nothing and cannot be undone: make another edit instead.`);
    }
    const [later] = await db.query<{ id: string }[]>(
      `select id from edit where undone_at is null and id > $1 and kind = any($3)
         and exists (select from jsonb_array_elements_text(detail->'stories') s where s::uuid = any($2)) order by id desc limit 1`,
      [current.id, current.detail.stories, UNDOABLE],
    );
    if (later) throw new Refusal('CONFLICT', `A later edit of the same stories stands: undo ${encodeNodeId('Edit', later.id)} first.`);
    for (const moved of [...(current.detail.moved ?? [])].reverse()) {
      if (!(await liesAsMoved(db, moved))) throw new Refusal('CONFLICT', 'What the edit moved lies elsewhere by now: it cannot be undone.');
      if (current.kind === EditKind.SPLIT) {
        await story(encodeNodeId('Story', moved.to));
        await moveRows(db, moved.to, moved.from, undefined);
        await db.update(Story, { id: moved.to }, { mergedInto: moved.from });
      } else {
        await moveBack(db, moved);
        if (current.kind === EditKind.MERGE) await db.update(Story, { id: moved.from }, { mergedInto: null });
      }
    }
    await db.update(Edit, { storyId: current.storyId, id: current.id }, { undoneAt: new Date(), undoneReason: reason });
    return { edit: { type: 'Edit', uuid: current.id } };
  });
}

import { by, connection, one, planOf } from '../../planner/plan';
import { sql } from '../../planner/sql';
import { Story } from '../../story/story.entity';
import { whereItWent } from '../../story/story.plan';
import { Edit } from './edit.entity';

/** How an edit is read. */
export const editPlan = planOf(Edit, { story: one(Story, (edit, story) => sql`${story}.id = ${whereItWent(sql`${edit}.story_id`)}`) });

/** `Story.edits`: the audit. Under `asOf` only what was done by then. */
export const storyEdits = planOf(Story, {
  edits: connection(Edit, {
    where: (story, edit, { asOf }) => sql`${edit}.story_id = ${story}.id and ${edit}.at <= ${asOf ?? sql`now()`}`,
    keyset: [by('at', 'timestamptz'), by('id', 'uuid')],
  }),
});

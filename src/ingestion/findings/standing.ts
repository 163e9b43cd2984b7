import type { EntityManager } from 'typeorm';
import { EditKind } from '../../dossier/edit/edit.entity';

/** What is stored of a fact that may be the one that was found. */
export interface StoredFact {
  id: string;
  key: string | null;
  moved: boolean;
  /** Whether it is kept here, and was neither corrected nor withdrawn. */
  stands: boolean;
}

/** The columns by which `StoredFact` is read of a table called `f`. */
export const storedFact = `f.id, f.key, f.moved_to is not null as moved,
  f.moved_to is null and f.corrected_at is null and f.withdrawn_at is null as stands`;

/** Whether an article of this origin carries the fact of a table called `f`. */
export function reprinted(origin: string): string {
  return `exists (
    select from citation c join story_article k on k.story_id = c.story_id and k.article_id = c.article_id
    where c.story_id = f.story_id and c.fact_id = f.id and k.origin_id = ${origin}
  )`;
}

/** What to do with a fact that was found: cite one that stands, leave it since an editor decided, or add it. */
export type Verdict = { cite: string } | 'LEAVE' | 'ADD';

/**
 * Judges by the stored facts that say the same. What an editor withdrew, corrected or took to another story never comes back; what only lies here
 * closed, because it stayed behind in another story at a split, is no such decision, and neither is what the machine moved with its article.
 */
export async function judge(db: EntityManager, storyId: string, same: readonly StoredFact[]): Promise<Verdict> {
  const standing = same.find(({ stands }) => stands);
  if (standing) return { cite: standing.id };
  if (same.length === 0) return 'ADD';
  if (same.some(({ moved }) => !moved)) return 'LEAVE';
  const [row] = await db.query<{ lived: boolean }[]>(
    `select exists (
       select from change c where c.story_id = $1 and c.kind = 'FACT_ADDED' and c.node_id = any($2) and not exists (
         select from edit e, jsonb_array_elements(e.detail->'moved') m
         where e.kind = '${EditKind.ASSIGN}' and e.api_key_id is null and e.undone_at is null and m->>'from' = $1::text
           and jsonb_path_exists(m->'closed', '$.*[*] ? (@ == $id)', jsonb_build_object('id', c.node_id))
       )
     ) as lived`,
    [storyId, same.map(({ id }) => id)],
  );
  return row?.lived ? 'LEAVE' : 'ADD';
}

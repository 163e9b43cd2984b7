import type { Batch } from './batch';

/**
 * Raises the version of the stories that show a source, actor or article which changed in place, so that no kept answer outlives the change.
 */
export async function showRenamed(batch: Batch): Promise<void> {
  if (!batch.renamed.length) return;
  await batch.db.query(
    `update story set version = version + 1 where id in (
       select id from story where id in (
         select story_id from story_article where article_id = any($1) or source_id = any($1)
         union select story_id from citation where article_id = any($1)
         union select story_id from statement where issuer_id = any($1)
         union select story_id from position where holder_id = any($1)
         union select story_id from figure where reporter_actor_id = any($1) or reporter_source_id = any($1)
       ) order by id for no key update
     )`,
    [batch.renamed],
  );
}

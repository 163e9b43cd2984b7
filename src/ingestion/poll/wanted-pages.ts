import type { DataSource } from 'typeorm';
import type { JobQueue } from './job-queue';

/** The job that fetches the page of an article. */
export const pageJob = 'fetch-page';

/** Makes jobs of the pages that polls have asked for; together or not at all, so that none is lost and none comes twice. */
export async function queueWantedPages(db: DataSource, queue: JobQueue, most = 500): Promise<number> {
  return db.transaction(async transaction => {
    const rows: { article_id: string }[] = await transaction.query(
      `select article_id from feed_article where page = 'WANTED' limit $1 for update skip locked`,
      [most],
    );
    const ids = [...new Set(rows.map(row => row.article_id))];
    if (!ids.length) return 0;
    await queue.add(transaction, pageJob, ids.map(id => ({ id, data: { articleId: id } }))); // prettier-ignore
    await transaction.query(`update feed_article set page = 'QUEUED' where page = 'WANTED' and article_id = any($1)`, [ids]);
    return ids.length;
  });
}

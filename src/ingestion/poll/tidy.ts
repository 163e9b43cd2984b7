import type { DataSource } from 'typeorm';
import { forgetHosts } from './database-host-gate';

/** Forgets polls that are older than 30 days, but the last of each feed, and hosts that owe us no pause. */
export async function tidyPolls(db: DataSource): Promise<void> {
  await db.query(
    `delete from poll p where p.at < now() - interval '30 days'
       and exists (select from poll later where later.feed_id = p.feed_id and (later.at, later.id) > (p.at, p.id))`,
  );
  await forgetHosts(db);
}

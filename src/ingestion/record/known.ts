import type { EntityManager } from 'typeorm';
import { NOWHERE } from '../../dossier/edit/moving';

/** A fact that is stored under a key: its latest row. What only some tables have is there for those. */
export interface Known {
  id: string;
  story_id: string;
  key: string;
  content_hash: string;
  revisions: number;
  public_at: Date;
  ordinal?: number;
  issuer_id?: string;
  issued_at?: Date;
  precision?: string;
}

/** Reads the latest rows that are stored under these keys, and how many each has had. What an undone edit recorded is taken for unsaid. */
export async function readKnown(db: EntityManager, table: string, wanted: readonly { storyId: string; key: string }[]): Promise<Known[]> {
  if (!wanted.length) return [];
  return (await db.query(
    `select distinct on (f.story_id, f.key) f.story_id, f.key, f.id, f.public_at,
       case when f.moved_to = '${NOWHERE}' then '' else f.content_hash end as content_hash
       ${extraColumns[table] ?? ''}, (count(*) over (partition by f.story_id, f.key))::integer as revisions
     from (select distinct * from unnest($1::uuid[], $2::text[]) as w (story_id, key)) w
     join ${table} f on f.story_id = w.story_id and f.key = w.key
     order by f.story_id, f.key, f.moved_to is not distinct from '${NOWHERE}', exists (
       select from ${table} later
       where later.story_id = f.story_id and later.supersedes_id = f.id and later.moved_to is distinct from '${NOWHERE}'
     ), f.recorded_at desc, f.id`,
    [wanted.map(one => one.storyId), wanted.map(one => one.key)],
  )) as Known[];
}

const extraColumns: Record<string, string> = {
  statement: ', f.issuer_id, f.issued_at, f.precision',
  figure: ', f.ordinal',
};

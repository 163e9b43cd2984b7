import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOWHERE = '00000000-0000-0000-0000-000000000000';
const FACTS = { event: 'Event', statement: 'Statement', figure: 'Figure', position: 'Position' };

/** Which articles of a story are still to be read for facts, who speaks under a name, and that a withdrawal may be undone. */
export class Detection1711100000010 implements MigrationInterface {
  name = 'Detection1711100000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table story_article add column unread_from integer default 1`);
    await db.query(`
      create index story_article_unread on story_article (recorded_at, story_id, article_id) where unread_from is not null and moved_to is null`);
    await db.query(`create index actor_name on actor (lower(name))`);
    await this.logRevised(db, `to_jsonb(o) - 'unread_from' is distinct from to_jsonb(n) - 'unread_from'`);
    await db.query(`
      create function newsgraph_log_restored() returns trigger language plpgsql as $$
      begin
        insert into change (story_id, kind, node_type, node_id)
        select n.story_id, 'FACT_RESTORED', case
          ${Object.entries(FACTS)
            .map(
              ([table, type]) => `when exists (select from ${table} f where f.story_id = n.story_id and f.id = n.fact_id) then '${type}'`,
            )
            .join('\n          ')} end, n.fact_id
        from before o join after n using (story_id, id) where o.moved_to is null and n.moved_to = '${NOWHERE}';
        update story s set version = s.version + a.n from (
          select n.story_id, count(*) as n from before o join after n using (story_id, id)
          where o.moved_to is null and n.moved_to = '${NOWHERE}' group by n.story_id
        ) a where s.id = a.story_id;
        return null;
      end $$`);
    await db.query(`comment on function newsgraph_log_restored is 'Logs that the withdrawal of a fact was undone.'`);
    await db.query(`
      create trigger retraction_restored after update on retraction referencing old table as before new table as after
        for each statement execute function newsgraph_log_restored()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop trigger retraction_restored on retraction`);
    await db.query(`drop function newsgraph_log_restored`);
    await this.logRevised(db, 'o is distinct from n');
    await db.query(`drop index actor_name`);
    await db.query(`drop index story_article_unread`);
    await db.query(`alter table story_article drop column unread_from`);
  }

  /** That an article was read changes nothing that an answer shows. */
  private async logRevised(db: QueryRunner, differs: string): Promise<void> {
    await db.query(`
      create or replace function newsgraph_log_revised() returns trigger language plpgsql as $$
      begin
        insert into change (story_id, kind, node_type, node_id)
        select n.story_id, 'ARTICLE_REVISED', 'Article', n.article_id from before o join after n using (story_id, article_id)
        where n.moved_to is null and (o.title, o.published_at) is distinct from (n.title, n.published_at);
        update story s set version = s.version + a.n from (
          select n.story_id, count(*) as n from before o join after n using (story_id, article_id) where ${differs} group by n.story_id
        ) a where s.id = a.story_id;
        return null;
      end $$`);
  }
}

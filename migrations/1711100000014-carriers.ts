import type { MigrationInterface, QueryRunner } from 'typeorm';

const FORMER = `perform pg_notify('newsgraph_change', case when length(stories) < 7900 then stories else '' end);`;

/** Announcements can be left to the session that writes, and the era of the log reads the same on a replica as on its primary. */
export class Carriers1711100000014 implements MigrationInterface {
  name = 'Carriers1711100000014';

  async up(db: QueryRunner): Promise<void> {
    await this.announce(
      db,
      `if current_setting('newsgraph.announce', true) = 'client' then
            raise info using message = 'newsgraph_change', detail = stories, errcode = 'NG001';
          else
            ${FORMER}
          end if;`,
      `Announces the stories of new entries of the log on the channel newsgraph_change, by their keys with commas between; nothing where they are too many, which means: look. A session that sets newsgraph.announce to client is told instead, and carries the word itself once it has committed.`,
    );
    await this.beginEra(
      db,
      `perform setval('newsgraph_era', newsgraph_log_era() + 1); -- nextval would have replicas see an era that is yet to come`,
    );
    await db.query(`select setval('newsgraph_era', newsgraph_log_era())`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.beginEra(db, `perform nextval('newsgraph_era');`);
    await this.announce(
      db,
      FORMER,
      'Announces the stories of new entries of the log on the channel newsgraph_change, by their keys with commas between; nothing where they are too many, which means: look.',
    );
  }

  private async announce(db: QueryRunner, how: string, comment: string): Promise<void> {
    await db.query(`
      create or replace function newsgraph_announce_change() returns trigger language plpgsql as $$
      declare
        stories text := (select string_agg(distinct story_id::text, ',') from added);
      begin
        if stories is not null then
          ${how}
        end if;
        return null;
      end $$`);
    await db.query(`comment on function newsgraph_announce_change is '${comment}'`);
  }

  private async beginEra(db: QueryRunner, how: string): Promise<void> {
    await db.query(`
      create or replace function newsgraph_begin_era() returns integer language plpgsql as $$
      begin
        if exists (
          select from change where era = newsgraph_log_era() and transaction >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        ) then
          ${how}
        end if;
        return newsgraph_log_era();
      end $$`);
  }
}

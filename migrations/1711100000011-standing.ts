import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows are corrected by later ones, with the columns of each that may change after it was written. */
const CORRECTED: Record<string, string[]> = {
  event: ['public_at', 'moved_to', 'corrected_at', 'withdrawn_at'],
  statement: ['moved_to', 'corrected_at', 'withdrawn_at'],
  figure: ['public_at', 'moved_to', 'corrected_at', 'withdrawn_at'],
  claim: ['public_at', 'moved_to', 'corrected_at'],
  position: ['moved_to', 'corrected_at', 'withdrawn_at'],
};
const WITHDRAWN = ['event', 'statement', 'figure', 'position'];
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/**
 * Every fact carries from when on it was corrected or withdrawn, kept by the database itself, so that a list of what stands is one index range: no look
 * for a successor or a retraction for each row.
 */
export class Standing1711100000011 implements MigrationInterface {
  name = 'Standing1711100000011';

  async up(db: QueryRunner): Promise<void> {
    for (const table of Object.keys(CORRECTED)) await db.query(`alter table ${table} add column corrected_at timestamptz(3)`);
    for (const table of WITHDRAWN) await db.query(`alter table ${table} add column withdrawn_at timestamptz(3)`);
    await this.writtenOnce(db, CORRECTED);
    await db.query(`
      create function newsgraph_mark_corrected() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if not exists (select from after where supersedes_id is not null) then return null; end if;
        elsif not exists (
          select from before o join after n using (story_id, id)
          where n.supersedes_id is not null and (o.moved_to, o.public_at) is distinct from (n.moved_to, n.public_at)
        ) then return null;
        end if;
        execute format(
          'update %1$I older set corrected_at = c.at
           from (
             select w.story_id, w.supersedes_id, min(n.public_at) filter (where n.moved_to is distinct from %2$L) as at
             from (select distinct story_id, supersedes_id from after where supersedes_id is not null) w
             join %1$I n on n.story_id = w.story_id and n.supersedes_id = w.supersedes_id group by 1, 2
           ) c where older.story_id = c.story_id and older.id = c.supersedes_id and older.corrected_at is distinct from c.at', tg_table_name, '${NOWHERE}');
        return null;
      end $$`);
    await db.query(`
      comment on function newsgraph_mark_corrected is
        'Keeps corrected_at of a row equal to the moment when the row that supersedes it became public; one whose edit was undone counts no more.'`);
    await db.query(`
      create function newsgraph_mark_withdrawn() returns trigger language plpgsql as $$
      declare
        fact text;
      begin
        foreach fact in array array[${WITHDRAWN.map(table => `'${table}'`).join(', ')}] loop
          execute format(
            'update %1$I f set withdrawn_at = w.at
             from (
               select a.story_id, a.fact_id, min(r.retracted_at) filter (where r.moved_to is distinct from %2$L) as at
               from (select distinct story_id, fact_id from after) a
               join retraction r on r.story_id = a.story_id and r.fact_id = a.fact_id group by 1, 2
             ) w where f.story_id = w.story_id and f.id = w.fact_id and f.withdrawn_at is distinct from w.at', fact, '${NOWHERE}');
        end loop;
        return null;
      end $$`);
    await db.query(`
      comment on function newsgraph_mark_withdrawn is
        'Keeps withdrawn_at of a fact equal to the moment of its first retraction; one whose edit was undone counts no more.'`);
    for (const table of Object.keys(CORRECTED)) {
      await db.query(`
        create trigger ${table}_corrects after insert on ${table} referencing new table as after
          for each statement execute function newsgraph_mark_corrected()`);
      await db.query(`
        create trigger ${table}_corrects_again after update on ${table} referencing old table as before new table as after
          for each statement execute function newsgraph_mark_corrected()`);
    }
    for (const event of ['insert', 'update']) {
      await db.query(`
        create trigger retraction_withdraws_on_${event} after ${event} on retraction referencing new table as after
          for each statement execute function newsgraph_mark_withdrawn()`);
    }
    await this.markWhatIsThere(db);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const event of ['insert', 'update']) await db.query(`drop trigger retraction_withdraws_on_${event} on retraction`);
    for (const table of Object.keys(CORRECTED)) await db.query(`drop trigger ${table}_corrects_again on ${table}`);
    for (const table of Object.keys(CORRECTED)) await db.query(`drop trigger ${table}_corrects on ${table}`);
    await db.query(`drop function newsgraph_mark_corrected, newsgraph_mark_withdrawn`);
    const before = Object.entries(CORRECTED).map(([table, columns]) => [table, columns.filter(column => !column.endsWith('ed_at'))]);
    await this.writtenOnce(db, Object.fromEntries(before) as Record<string, string[]>);
    for (const table of Object.keys(CORRECTED)) await db.query(`alter table ${table} drop column corrected_at`);
    for (const table of WITHDRAWN) await db.query(`alter table ${table} drop column withdrawn_at`);
  }

  private async writtenOnce(db: QueryRunner, tables: Record<string, string[]>): Promise<void> {
    for (const [table, derived] of Object.entries(tables)) {
      const columns = derived.map(column => `'${column}'`).join(', ');
      await db.query(`drop trigger ${table}_written_once on ${table}`);
      await db.query(`
        create trigger ${table}_written_once before update or delete on ${table} for each row execute function newsgraph_write_once(${columns})`);
    }
  }

  private async markWhatIsThere(db: QueryRunner): Promise<void> {
    for (const table of Object.keys(CORRECTED)) {
      await db.query(`
        update ${table} older set corrected_at = n.at
        from (select story_id, supersedes_id, min(public_at) as at from ${table} where supersedes_id is not null group by 1, 2) n
        where older.story_id = n.story_id and older.id = n.supersedes_id`);
    }
    for (const table of WITHDRAWN) {
      await db.query(`
        update ${table} f set withdrawn_at = r.at
        from (select story_id, fact_id, min(retracted_at) as at from retraction group by 1, 2) r
        where f.story_id = r.story_id and f.id = r.fact_id`);
    }
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that lie in a story, with their key beside it, and the events on which nothing else raises the story's version. */
const IN_STORY: [table: string, key: string, events: ('insert' | 'update')[]][] = [
  ['event', 'id', ['update']],
  ['statement', 'id', ['update']],
  ['figure', 'id', ['update']],
  ['claim', 'id', ['update']],
  ['position', 'id', ['update']],
  ['claim_assessment', 'id', ['update']],
  ['retraction', 'id', ['update']],
  ['citation', 'id', ['insert', 'update']],
];

/** What of an article shows in a story. */
const SHOWN = [
  'title', 'url', 'summary', 'language', 'source_id', 'published_at', 'precision', 'date_basis', 'syndicated_from', 'mentions', 'reported_figures',
  'origin_id', 'public_at', 'sort_at', 'revised_at',
]; // prettier-ignore

/**
 * The version of a story is raised by everything that an answer about it may show, so that an answer can be kept for as long as the version stays;
 * what is shown of sources and actors, in any story, has one version of its own.
 */
export class Versions1711100000012 implements MigrationInterface {
  name = 'Versions1711100000012';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function newsgraph_raise_version() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          update story s set version = s.version + 1 where s.id in (select story_id from after);
        elsif exists (select from after) then
          execute format(
            'update story s set version = s.version + 1
             where s.id in (select n.story_id from before o join after n using (story_id, %1$I) where o is distinct from n)', tg_argv[0]);
        end if;
        return null;
      end $$`);
    for (const [table, key, events] of IN_STORY) {
      for (const event of events) {
        const rows = event === 'insert' ? 'new table as after' : 'old table as before new table as after';
        await db.query(`
          create trigger ${table}_versioned_on_${event} after ${event} on ${table} referencing ${rows}
            for each statement execute function newsgraph_raise_version('${key}')`);
      }
    }
    const shown = (row: string): string => `(${SHOWN.map(column => `${row}.${column}`).join(', ')})`;
    await db.query(`
      create function newsgraph_raise_versions_of_article() returns trigger language plpgsql as $$
      declare
        stories uuid[] := (
          select array_agg(distinct shows.story_id) from before o join after n using (id)
          cross join lateral (
            select k.story_id from story_article k where k.article_id = n.id union select c.story_id from citation c where c.article_id = n.id
          ) shows
          where ${shown('o')} is distinct from ${shown('n')});
      begin
        if stories is null then return null; end if;
        perform from story where id = any (stories) order by id for no key update;
        update story set version = version + 1 where id = any (stories);
        return null;
      end $$`);
    await db.query(`
      create trigger article_versioned after update on article referencing old table as before new table as after
        for each statement execute function newsgraph_raise_versions_of_article()`);
    await db.query(`
      create function newsgraph_raise_own_version() returns trigger language plpgsql as $$
      begin
        if new is distinct from old and new.version = old.version then new.version := old.version + 1; end if;
        return new;
      end $$`);
    await db.query(`create trigger story_versioned before update on story for each row execute function newsgraph_raise_own_version()`);

    await db.query(
      `create table directory (id smallint primary key default 1, version bigint not null default 0, constraint directory_alone check (id = 1))`,
    );
    await db.query(`select newsgraph_distribute('directory', null)`);
    await db.query(`insert into directory default values`);
    await db.query(`comment on table directory is 'The version of all that is shown of sources and actors: one row.'`);
    await db.query(`
      create function newsgraph_raise_directory() returns trigger language plpgsql as $$
      begin
        if exists (select from before o join after n using (id) where o is distinct from n) then
          update directory set version = version + 1;
        end if;
        return null;
      end $$`);
    for (const table of ['source', 'actor']) {
      await db.query(`
        create trigger ${table}_versioned after update on ${table} referencing old table as before new table as after
          for each statement execute function newsgraph_raise_directory()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['source', 'actor', 'story', 'article']) await db.query(`drop trigger ${table}_versioned on ${table}`);
    for (const [table, , events] of IN_STORY) {
      for (const event of events) await db.query(`drop trigger ${table}_versioned_on_${event} on ${table}`);
    }
    await db.query(`drop table directory`);
    await db.query(
      `drop function newsgraph_raise_version, newsgraph_raise_versions_of_article, newsgraph_raise_own_version, newsgraph_raise_directory`,
    );
  }
}

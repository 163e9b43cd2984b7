import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, the functions that every table leans on, and the table of countries. */
export class Foundation1711100000001 implements MigrationInterface {
  name = 'Foundation1711100000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`create extension if not exists unaccent`);
    await db.query(`create extension if not exists pg_trgm`);
    await db.query(`create extension if not exists btree_gin`);

    await db.query(`
      create function newsgraph_distribute(table_name text, column_name text) returns void language plpgsql as $$
      begin
        if exists (select from pg_extension where extname = 'citus') then
          if column_name is null then
            execute 'select create_reference_table($1)' using table_name;
          else
            execute 'select create_distributed_table($1, $2, colocate_with => $3)'
              using table_name, column_name, case column_name when 'story_id' then 'story' else 'default' end;
          end if;
        end if;
      end $$`);
    await db.query(`
      comment on function newsgraph_distribute is
        'Hands a table to Citus: spread by the column, co-located by story, or copied to every node where the column is null. Does nothing on plain PostgreSQL.'`);

    await db.query(`
      create function newsgraph_period_end(at timestamptz, period text) returns timestamptz language sql immutable parallel safe as $$
        select case period
          when 'DAY' then (date_trunc('day', at at time zone 'UTC') + interval '1 day') at time zone 'UTC'
          when 'HOUR' then (date_trunc('hour', at at time zone 'UTC') + interval '1 hour') at time zone 'UTC'
          else at
        end
      $$`);
    await db.query(`
      comment on function newsgraph_period_end is
        'The instant by which something dated to a minute, an hour or a day had surely happened: the end of that period in UTC.'`);

    await db.query(`create text search configuration newsgraph (copy = english)`);
    await db.query(`alter text search configuration newsgraph alter mapping for hword, hword_part, word with unaccent, english_stem`);
    await db.query(`
      create function newsgraph_search_vector(title text, body text) returns tsvector language sql immutable parallel safe as $$
        select setweight(to_tsvector('newsgraph', coalesce(title, '')), 'A') || setweight(to_tsvector('newsgraph', coalesce(body, '')), 'B')
      $$`);

    await db.query(`
      create table country (
        code text primary key,
        name text not null,
        wikidata_id text,
        un_status text,
        constraint country_un_status check (un_status in ('MEMBER', 'OBSERVER'))
      )`);
    await db.query(`select newsgraph_distribute('country', null)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table country`);
    await db.query(`drop function newsgraph_search_vector`);
    await db.query(`drop text search configuration newsgraph`);
    await db.query(`drop function newsgraph_period_end`);
    await db.query(`drop function newsgraph_distribute`);
  }
}

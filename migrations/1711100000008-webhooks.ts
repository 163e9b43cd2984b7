import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How changes are announced, and to whom they are sent. */
export class Webhooks1711100000008 implements MigrationInterface {
  name = 'Webhooks1711100000008';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function newsgraph_announce_change() returns trigger language plpgsql as $$
      declare
        stories text := (select string_agg(distinct story_id::text, ',') from added);
      begin
        if stories is not null then
          perform pg_notify('newsgraph_change', case when length(stories) < 7900 then stories else '' end);
        end if;
        return null;
      end $$`);
    await db.query(`
      comment on function newsgraph_announce_change is
        'Announces the stories of new entries of the log on the channel newsgraph_change, by their keys with commas between; nothing where they are too many, which means: look.'`);
    await db.query(`
      create trigger change_announced after insert on change referencing new table as added
        for each statement execute function newsgraph_announce_change()`);
    await db.query(`
      create table webhook (
        id uuid primary key,
        url text not null,
        secret text not null,
        story_id uuid,
        api_key_id uuid,
        era integer not null,
        transaction bigint not null,
        change_id bigint not null,
        since_at timestamptz(3) not null default now(),
        attempts integer not null default 0,
        not_before timestamptz(3),
        lease uuid,
        leased_until timestamptz(3),
        created_at timestamptz(3) not null default now()
      )`);
    await db.query(`
      create table webhook_delivery (
        webhook_id uuid not null,
        id uuid not null,
        story_id uuid not null,
        kind text not null,
        cursor text not null,
        state text not null,
        attempts integer not null,
        status integer,
        problem text,
        first_attempt_at timestamptz(3) not null,
        last_attempt_at timestamptz(3) not null,
        next_attempt_at timestamptz(3),
        primary key (webhook_id, id),
        constraint webhook_delivery_state check (state in ('DELIVERED', 'RETRYING', 'DEAD'))
      )`);
    await db.query(`select newsgraph_distribute('webhook', null), newsgraph_distribute('webhook_delivery', null)`);
    await db.query(`alter table webhook add constraint webhook_api_key foreign key (api_key_id) references api_key (id)`);
    await db.query(`
      alter table webhook_delivery add constraint webhook_delivery_webhook foreign key (webhook_id) references webhook (id) on delete cascade`);
    await db.query(`create index webhook_delivery_time on webhook_delivery (webhook_id, last_attempt_at, id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table webhook_delivery, webhook`);
    await db.query(`drop trigger change_announced on change`);
    await db.query(`drop function newsgraph_announce_change`);
  }
}

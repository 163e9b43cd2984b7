import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may write, and what editors did. */
export class Access1711100000007 implements MigrationInterface {
  name = 'Access1711100000007';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table api_key (
        id uuid primary key,
        name text not null,
        role text not null,
        secret_hash text not null constraint api_key_secret_hash unique,
        created_at timestamptz(3) not null default now(),
        revoked_at timestamptz(3),
        constraint api_key_role check (role in ('INGESTOR', 'EDITOR', 'ADMIN'))
      )`);
    await db.query(`
      create table edit (
        story_id uuid not null,
        id uuid not null,
        kind text not null,
        reason text not null,
        detail jsonb not null,
        api_key_id uuid,
        at timestamptz(3) not null default now(),
        undone_at timestamptz(3),
        undone_reason text,
        primary key (story_id, id),
        constraint edit_reason check (reason <> '')
      )`);
    await db.query(`select newsgraph_distribute('api_key', null), newsgraph_distribute('edit', 'story_id')`);
    await db.query(`alter table edit add constraint edit_story foreign key (story_id) references story (id)`);
    await db.query(`alter table edit add constraint edit_api_key foreign key (api_key_id) references api_key (id)`);
    await db.query(`create index edit_id on edit (id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table edit, api_key`);
  }
}

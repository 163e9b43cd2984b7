import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stories, the texts that they bore, every name that ever led to them, and the articles that tell them. */
export class Stories1711100000004 implements MigrationInterface {
  name = 'Stories1711100000004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table story (
        id uuid primary key,
        slug text not null,
        key text,
        version bigint not null default 0,
        started_at timestamptz(3) not null default now(),
        last_activity_at timestamptz(3) not null default now(),
        public_at timestamptz(3) not null default now(),
        created_at timestamptz(3) not null default now(),
        merged_into uuid
      )`);
    await db.query(`
      create table story_revision (
        story_id uuid not null,
        id uuid not null,
        headline text not null,
        summary text not null,
        reported_at timestamptz(3) not null,
        precision text not null,
        public_at timestamptz(3) not null,
        recorded_at timestamptz(3) not null default now(),
        search tsvector,
        primary key (story_id, id),
        constraint story_revision_precision check (precision in ('MINUTE', 'HOUR', 'DAY'))
      )`);
    await db.query(`
      create table story_alias (
        alias text primary key,
        story_id uuid not null,
        created_at timestamptz(3) not null default now()
      )`);
    await db.query(`
      create table story_article (
        story_id uuid not null,
        article_id uuid not null,
        title text not null,
        url text not null,
        language text,
        source_id uuid not null,
        country_code text,
        origin_id uuid not null,
        published_at timestamptz(3),
        sort_at timestamptz(3) not null,
        public_at timestamptz(3) not null,
        method text not null default 'RECORDED',
        score real,
        recorded_at timestamptz(3) not null default now(),
        moved_to uuid,
        primary key (story_id, article_id),
        constraint story_article_method check (method in ('RECORDED', 'DETECTED', 'EDITED'))
      )`);
    await db.query(`
      select newsgraph_distribute('story', 'id'), newsgraph_distribute('story_revision', 'story_id'),
        newsgraph_distribute('story_alias', null), newsgraph_distribute('story_article', 'story_id')`);
    await db.query(`alter table story_revision add constraint story_revision_story foreign key (story_id) references story (id)`);
    await db.query(`alter table story_article add constraint story_article_story foreign key (story_id) references story (id)`);
    await db.query(`create index story_activity on story (last_activity_at, id)`);
    await db.query(`create index story_start on story (started_at, id)`);
    await db.query(`create index story_slug on story (slug)`);
    await db.query(`create index story_revision_public on story_revision (story_id, public_at, id)`);
    await db.query(`create index story_revision_search on story_revision using gin (search)`);
    await db.query(`create index story_alias_story on story_alias (story_id)`);
    await db.query(`create index story_article_sort on story_article (story_id, sort_at, article_id)`);
    await db.query(`create index story_article_public on story_article (story_id, public_at, article_id)`);
    await db.query(`create index story_article_article on story_article (article_id)`);

    await db.query(`
      create function newsgraph_story_now(story uuid) returns uuid language sql stable as $$
        with recursive led as (
          select s.id, s.merged_into from story s where s.id = story
          union
          select s.id, s.merged_into from led join story s on s.id = led.merged_into
        ) select led.id from led where led.merged_into is null
      $$`);
    await db.query(`
      comment on function newsgraph_story_now is 'The story that this one was merged into, through any number of mergers; itself where it was not.'`);

    await db.query(`
      create function newsgraph_index_story_revision() returns trigger language plpgsql as $$
      begin
        new.search := newsgraph_search_vector(new.headline, new.summary);
        return new;
      end $$`);
    await db.query(`
      create trigger story_revision_search before insert on story_revision
        for each row execute function newsgraph_index_story_revision()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table story_article, story_alias, story_revision, story`);
    await db.query(`drop function newsgraph_index_story_revision, newsgraph_story_now`);
  }
}

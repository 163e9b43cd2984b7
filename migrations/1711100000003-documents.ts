import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who publishes and who speaks, the articles with their versions and origins, and the feeds that bring them. */
export class Documents1711100000003 implements MigrationInterface {
  name = 'Documents1711100000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table source (
        id uuid primary key,
        slug text not null constraint source_slug unique,
        name text not null,
        kind text not null,
        role text not null,
        country_code text,
        homepage text,
        language text,
        pages text[] not null default '{}',
        created_at timestamptz(3) not null default now()
      )`);
    await db.query(`
      create table actor (
        id uuid primary key,
        slug text not null constraint actor_slug unique,
        name text not null,
        kind text not null,
        country_code text,
        wikidata_id text,
        source_id uuid,
        created_at timestamptz(3) not null default now()
      )`);
    await db.query(`select newsgraph_distribute('source', null), newsgraph_distribute('actor', null)`);
    await db.query(`alter table source add constraint source_country foreign key (country_code) references country (code)`);
    await db.query(`alter table actor add constraint actor_country foreign key (country_code) references country (code)`);
    await db.query(`alter table actor add constraint actor_source foreign key (source_id) references source (id)`);
    await db.query(`create index source_country_role on source (country_code, role)`);
    await db.query(`create index actor_country_kind on actor (country_code, kind)`);
    await db.query(`create index actor_source_id on actor (source_id)`);

    await db.query(`
      create table article (
        id uuid primary key,
        key text,
        url text not null,
        source_id uuid not null,
        title text not null,
        summary text,
        language text,
        published_at timestamptz(3),
        precision text not null,
        date_basis text not null,
        syndicated_from text,
        mentions jsonb,
        reported_figures jsonb,
        origin_id uuid not null,
        origin_sought boolean not null default false,
        signature integer[],
        bands integer[],
        first_seen_at timestamptz(3) not null default now(),
        sort_at timestamptz(3) not null,
        public_at timestamptz(3) not null,
        revised_at timestamptz(3),
        content_hash text not null,
        search tsvector,
        constraint article_precision check (precision in ('MINUTE', 'HOUR', 'DAY')),
        constraint article_date_basis check (date_basis in ('PAGE', 'URL', 'FEED', 'INFERRED', 'FIRST_SEEN'))
      )`);
    await db.query(`
      create table article_version (
        article_id uuid not null,
        number integer not null,
        title text not null,
        summary text,
        text text,
        changes jsonb not null default '[]',
        content_hash text not null,
        seen_at timestamptz(3) not null default now(),
        primary key (article_id, number)
      )`);
    await db.query(`
      create table feed (
        id uuid primary key,
        url text not null,
        url_key uuid not null constraint feed_url_key unique,
        host text not null,
        source_id uuid not null,
        format text,
        title text,
        status text not null default 'ACTIVE',
        folder text,
        full_text boolean not null default false,
        interval_seconds integer not null default 900,
        ttl_seconds integer,
        etag text,
        last_modified text,
        content_hash text,
        last_unconditional_at timestamptz(3),
        last_polled_at timestamptz(3),
        last_succeeded_at timestamptz(3),
        next_poll_at timestamptz(3) not null default now(),
        consecutive_failures integer not null default 0,
        last_problem text,
        moved_to text,
        moved_since timestamptz(3),
        hub_url text,
        topic text,
        claimed_until timestamptz(3),
        created_at timestamptz(3) not null default now(),
        constraint feed_status check (status in ('ACTIVE', 'FAILING', 'GONE', 'PAUSED'))
      )`);
    await db.query(`
      create table poll (
        feed_id uuid not null,
        id uuid not null,
        at timestamptz(3) not null default now(),
        outcome text not null,
        http_status integer,
        items_seen integer not null default 0,
        items_new integer not null default 0,
        items_set_aside integer not null default 0,
        bytes integer not null default 0,
        duration_ms integer,
        problem text,
        primary key (feed_id, id),
        constraint poll_outcome check (outcome in ('READ', 'NOT_MODIFIED', 'UNCHANGED', 'FAILED', 'GONE', 'REFUSED'))
      )`);
    await db.query(`
      create table feed_article (
        feed_id uuid not null,
        article_id uuid not null,
        item_hash text,
        page text,
        first_seen_at timestamptz(3) not null default now(),
        primary key (feed_id, article_id),
        constraint feed_article_page_state check (page in ('WANTED', 'QUEUED'))
      )`);
    await db.query(`
      create table host_turn (
        host text primary key,
        holder uuid,
        taken_until timestamptz(3),
        free_at timestamptz(3) not null default now(),
        pushbacks integer not null default 0
      )`);
    await db.query(`
      select newsgraph_distribute('article', 'id'), newsgraph_distribute('article_version', 'article_id'),
        newsgraph_distribute('feed', null), newsgraph_distribute('poll', 'feed_id'),
        newsgraph_distribute('feed_article', 'feed_id'), newsgraph_distribute('host_turn', 'host')`);
    await db.query(`alter table article add constraint article_source foreign key (source_id) references source (id)`);
    await db.query(`
      alter table article_version add constraint article_version_article foreign key (article_id) references article (id)`);
    await db.query(`alter table feed add constraint feed_source foreign key (source_id) references source (id)`);
    await db.query(`alter table poll add constraint poll_feed foreign key (feed_id) references feed (id)`);
    await db.query(`alter table feed_article add constraint feed_article_feed foreign key (feed_id) references feed (id)`);
    await db.query(`create index article_sort on article (sort_at, id)`);
    await db.query(`create index article_arrival on article (first_seen_at, id)`);
    await db.query(`create index article_source_sort on article (source_id, sort_at, id)`);
    await db.query(`create index article_language_sort on article (language, sort_at, id)`);
    await db.query(`create index article_origin on article (origin_id)`);
    await db.query(`create index article_origin_unsought on article (first_seen_at, id) where not origin_sought`);
    await db.query(`create index article_bands on article using gin (bands) with (fastupdate = off)`);
    await db.query(`create index article_search on article using gin (search)`);
    await db.query(`create index feed_due on feed (next_poll_at)`);
    await db.query(`create index feed_source_id on feed (source_id)`);
    await db.query(`create index feed_created on feed (created_at, id)`);
    await db.query(`create index poll_feed_at on poll (feed_id, at, id)`);
    await db.query(`create index poll_id on poll (id)`);
    await db.query(`create index poll_at on poll (at)`);
    await db.query(`create index feed_article_page on feed_article (article_id) where page = 'WANTED'`);

    await db.query(`
      create function newsgraph_index_article() returns trigger language plpgsql as $$
      begin
        new.search := newsgraph_search_vector(new.title, new.summary);
        return new;
      end $$`);
    await db.query(`
      create trigger article_search before insert or update of title, summary on article
        for each row execute function newsgraph_index_article()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table host_turn, feed_article, poll, feed, article_version, article, actor, source`);
    await db.query(`drop function newsgraph_index_article`);
  }
}

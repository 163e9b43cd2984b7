import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every fact row carries: whose it is, where it came from, and its two clocks. */
const FACT = `
        story_id uuid not null,
        id uuid not null,
        key text,
        content_hash text not null,
        method text not null default 'RECORDED',
        confidence real,
        reported_at timestamptz(3) not null,
        precision text not null,
        public_at timestamptz(3) not null,
        recorded_at timestamptz(3) not null default now(),
        supersedes_id uuid,
        moved_to uuid,`;

const factChecks = (table: string): string => `
        primary key (story_id, id),
        constraint ${table}_method check (method in ('RECORDED', 'DETECTED', 'CONFIRMED')),
        constraint ${table}_precision check (precision in ('MINUTE', 'HOUR', 'DAY'))`;

/** Events, statements, figures, claims with their positions and assessments; citations and retractions of them all. */
export class Facts1711100000005 implements MigrationInterface {
  name = 'Facts1711100000005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table event (${FACT}
        kind text not null,
        title text not null,
        summary text,
        occurred_at timestamptz(3) not null,
        occurred_by timestamptz(3) not null,
        ended_at timestamptz(3),
        ended_precision text,
        time_basis text not null,
        report_basis text not null,
        place_name text,
        place_country_code text,
        latitude double precision,
        longitude double precision,
        coordinate_basis text,
        parent_id uuid,
        search tsvector,
        constraint event_report_basis check (report_basis in ('STATED', 'DERIVED')),
        constraint event_place check (place_name is not null or (place_country_code is null and latitude is null)),
        constraint event_coordinates check ((latitude is null) = (longitude is null)),${factChecks('event')}
      )`);
    await db.query(`
      create table statement (${FACT}
        issuer_id uuid not null,
        speaker_name text,
        speaker_role text,
        issued_at timestamptz(3) not null,
        date_basis text not null,
        channel text not null,
        language text,
        stances text[] not null,
        summary text not null,
        detail text not null,
        answers_event_id uuid,
        answers_statement_id uuid,
        search tsvector,
        constraint statement_answers check (num_nonnulls(answers_event_id, answers_statement_id) <= 1),${factChecks('statement')}
      )`);
    await db.query(`
      create table figure (${FACT}
        event_id uuid not null,
        metric text not null,
        value integer,
        min integer,
        max integer,
        at_least boolean not null,
        official boolean not null,
        reporter_name text not null,
        reporter_actor_id uuid,
        reporter_source_id uuid,
        stated_as_of timestamptz(3),
        time_basis text not null,
        note text,
        sequence integer,
        ordinal integer not null,
        constraint figure_value check (coalesce(value, min, max) is not null),
        constraint figure_interval check (coalesce(min <= max, true)),${factChecks('figure')}
      )`);
    await db.query(`
      create table claim (
        story_id uuid not null,
        id uuid not null,
        key text,
        content_hash text not null,
        kind text not null,
        event_id uuid,
        proposition text not null,
        public_at timestamptz(3) not null,
        recorded_at timestamptz(3) not null default now(),
        supersedes_id uuid,
        moved_to uuid,
        primary key (story_id, id)
      )`);
    await db.query(`
      create table claim_assessment (
        story_id uuid not null,
        id uuid not null,
        claim_id uuid not null,
        status text not null,
        note text,
        reported_at timestamptz(3) not null,
        precision text not null,
        public_at timestamptz(3) not null,
        recorded_at timestamptz(3) not null default now(),
        moved_to uuid,
        primary key (story_id, id),
        constraint claim_assessment_status check (status in ('CONFIRMED', 'CORROBORATED', 'DISPUTED', 'DENIED', 'UNVERIFIED', 'REFUTED'))
      )`);
    await db.query(`
      create table position (${FACT}
        claim_id uuid not null,
        holder_id uuid not null,
        polarity text not null,
        taken_at timestamptz(3) not null,
        evidence text,
        basis_statement_id uuid,
        basis_article_id uuid,
        constraint position_polarity check (polarity in ('SUPPORTS', 'DISPUTES', 'DENIES')),
        constraint position_basis check (num_nonnulls(basis_statement_id, basis_article_id) = 1),${factChecks('position')}
      )`);
    await db.query(`
      create table citation (
        story_id uuid not null,
        id uuid not null,
        fact_id uuid not null,
        ordinal integer not null,
        kind text not null,
        url text not null,
        article_id uuid,
        version integer,
        span_start integer,
        span_end integer,
        span_hash text,
        public_at timestamptz(3),
        recorded_at timestamptz(3) not null default now(),
        moved_to uuid,
        primary key (story_id, id),
        constraint citation_kind check (kind in ('LINK', 'SPAN')),
        constraint citation_span check (
          case kind
            when 'SPAN' then num_nulls(article_id, version, span_start, span_end, span_hash) = 0 and span_start < span_end
            else num_nonnulls(span_start, span_end, span_hash) = 0
          end)
      )`);
    await db.query(`
      create table retraction (
        story_id uuid not null,
        id uuid not null,
        fact_id uuid not null,
        reason text not null,
        retracted_at timestamptz(3) not null default now(),
        moved_to uuid,
        primary key (story_id, id),
        constraint retraction_reason check (reason <> '')
      )`);

    const tables = ['event', 'statement', 'figure', 'claim', 'claim_assessment', 'position', 'citation', 'retraction'];
    for (const table of tables) {
      await db.query(`select newsgraph_distribute($1, 'story_id')`, [table]);
      await db.query(`alter table ${table} add constraint ${table}_story foreign key (story_id) references story (id)`);
    }
    const references: [table: string, name: string, columns: string, target: string][] = [
      ['event', 'event_parent', 'story_id, parent_id', 'event (story_id, id)'],
      ['event', 'event_place_country', 'place_country_code', 'country (code)'],
      ['statement', 'statement_issuer', 'issuer_id', 'actor (id)'],
      ['statement', 'statement_answers_event', 'story_id, answers_event_id', 'event (story_id, id)'],
      ['statement', 'statement_answers_statement', 'story_id, answers_statement_id', 'statement (story_id, id)'],
      ['figure', 'figure_event', 'story_id, event_id', 'event (story_id, id)'],
      ['figure', 'figure_reporter_actor', 'reporter_actor_id', 'actor (id)'],
      ['figure', 'figure_reporter_source', 'reporter_source_id', 'source (id)'],
      ['claim', 'claim_event', 'story_id, event_id', 'event (story_id, id)'],
      ['claim_assessment', 'claim_assessment_claim', 'story_id, claim_id', 'claim (story_id, id)'],
      ['position', 'position_claim', 'story_id, claim_id', 'claim (story_id, id)'],
      ['position', 'position_holder', 'holder_id', 'actor (id)'],
      ['position', 'position_basis_statement', 'story_id, basis_statement_id', 'statement (story_id, id)'],
      ['position', 'position_basis_article', 'story_id, basis_article_id', 'story_article (story_id, article_id)'],
    ];
    for (const [table, name, columns, target] of references) {
      await db.query(`alter table ${table} add constraint ${name} foreign key (${columns}) references ${target}`);
    }
    for (const table of ['event', 'statement', 'figure', 'position', 'claim']) {
      await db.query(`create index ${table}_id on ${table} (id)`);
      await db.query(`create index ${table}_key on ${table} (story_id, key)`);
      await db.query(`create index ${table}_supersedes on ${table} (story_id, supersedes_id)`);
      await db.query(
        `alter table ${table} add constraint ${table}_corrects foreign key (story_id, supersedes_id) references ${table} (story_id, id)`,
      );
    }
    await db.query(`create index event_occurred on event (story_id, occurred_at, id)`);
    await db.query(`create index event_occurred_by on event (story_id, occurred_by, id)`);
    await db.query(`create index event_parent_id on event (story_id, parent_id)`);
    await db.query(`create index event_search on event using gin (search)`);
    await db.query(`create index statement_issued on statement (story_id, issued_at, id)`);
    await db.query(`create index statement_public on statement (story_id, public_at, id)`);
    await db.query(`create index statement_issuer_id on statement (issuer_id, issued_at, id)`);
    await db.query(`create index statement_all_issued on statement (issued_at, id)`);
    await db.query(`create index statement_answers_event_id on statement (story_id, answers_event_id)`);
    await db.query(`create index statement_answers_statement_id on statement (story_id, answers_statement_id)`);
    await db.query(`create index statement_search on statement using gin (search)`);
    await db.query(`create index event_all_occurred on event (occurred_at, id)`);
    await db.query(`create index figure_metric on figure (story_id, metric, public_at, ordinal, id)`);
    await db.query(`create index figure_public on figure (story_id, public_at, ordinal, id)`);
    await db.query(`create index figure_event_id on figure (story_id, event_id)`);
    await db.query(`create index claim_public on claim (story_id, public_at, id)`);
    await db.query(`create index claim_assessment_claim_id on claim_assessment (story_id, claim_id, public_at)`);
    await db.query(`create index position_claim_taken on position (story_id, claim_id, taken_at, id)`);
    await db.query(`create index citation_fact on citation (story_id, fact_id, ordinal)`);
    await db.query(`create index citation_article on citation (article_id)`);
    await db.query(`create index retraction_fact on retraction (story_id, fact_id)`);

    await db.query(`
      create function newsgraph_index_fact() returns trigger language plpgsql as $$
      begin
        if tg_table_name = 'event' then
          new.search := newsgraph_search_vector(to_jsonb(new)->>'title', new.summary);
        else
          new.search := newsgraph_search_vector(null, new.summary);
        end if;
        return new;
      end $$`);
    for (const table of ['event', 'statement']) {
      await db.query(`create trigger ${table}_search before insert on ${table} for each row execute function newsgraph_index_fact()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table retraction, citation, position, claim_assessment, claim, figure, statement, event`);
    await db.query(`drop function newsgraph_index_fact`);
  }
}

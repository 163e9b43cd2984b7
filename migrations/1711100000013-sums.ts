import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows speak of a claim, with the index by which they are found. */
const OF_CLAIM: [table: string, index: string, columns: string][] = [
  ['position', 'position_claim_root', 'story_id, claim_root_id, taken_at, id'],
  ['claim_assessment', 'claim_assessment_claim_root', 'story_id, claim_root_id, public_at'],
];

/**
 * What would be computed again for each reader is kept: the responses to a story, and under which claim a position stands, whatever wording of
 * the claim it was taken on.
 */
export class Sums1711100000013 implements MigrationInterface {
  name = 'Sums1711100000013';

  async up(db: QueryRunner): Promise<void> {
    for (const table of ['claim', ...OF_CLAIM.map(([name]) => name)])
      await db.query(`alter table ${table} disable trigger ${table}_written_once`);
    await this.markClaims(db);
    for (const [table, index, columns] of OF_CLAIM) await this.markRowsOfClaims(db, table, index, columns);
    for (const table of ['claim', ...OF_CLAIM.map(([name]) => name)])
      await db.query(`alter table ${table} enable trigger ${table}_written_once`);
    await this.keepResponses(db);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const event of ['insert', 'update']) await db.query(`drop trigger statement_summed_on_${event} on statement`);
    await db.query(`drop table story_response`);
    await db.query(`drop index statement_story_issuer`);
    for (const table of ['claim', ...OF_CLAIM.map(([name]) => name)]) await db.query(`drop trigger ${table}_root on ${table}`);
    await db.query(
      `drop function newsgraph_sum_touched_responses, newsgraph_sum_responses, newsgraph_find_root, newsgraph_find_claim_root`,
    );
    for (const [table] of OF_CLAIM) await db.query(`alter table ${table} drop column claim_root_id`);
    await db.query(`alter table claim drop column root_id`);
  }

  private async markClaims(db: QueryRunner): Promise<void> {
    await db.query(`alter table claim add column root_id uuid`);
    await db.query(`
      with recursive led as (
        select story_id, id, id as root_id from claim where supersedes_id is null
        union all
        select c.story_id, c.id, led.root_id from led join claim c on c.story_id = led.story_id and c.supersedes_id = led.id
      ) update claim c set root_id = led.root_id from led where c.story_id = led.story_id and c.id = led.id`);
    await db.query(`alter table claim alter column root_id set not null`);
    await db.query(`
      create function newsgraph_find_root() returns trigger language plpgsql as $$
      begin
        new.root_id := coalesce((select c.root_id from claim c where c.story_id = new.story_id and c.id = new.supersedes_id), new.root_id, new.id);
        return new;
      end $$`);
    await db.query(`comment on function newsgraph_find_root is 'Sets root_id to the first wording of a claim.'`);
    await db.query(`create trigger claim_root before insert on claim for each row execute function newsgraph_find_root()`);
    await db.query(`
      create function newsgraph_find_claim_root() returns trigger language plpgsql as $$
      begin
        new.claim_root_id := coalesce((select c.root_id from claim c where c.story_id = new.story_id and c.id = new.claim_id), new.claim_root_id, new.claim_id);
        return new;
      end $$`);
    await db.query(
      `comment on function newsgraph_find_claim_root is 'Sets claim_root_id to the first wording of the claim that a row speaks of.'`,
    );
  }

  private async markRowsOfClaims(db: QueryRunner, table: string, index: string, columns: string): Promise<void> {
    await db.query(`alter table ${table} add column claim_root_id uuid`);
    await db.query(`update ${table} t set claim_root_id = c.root_id from claim c where c.story_id = t.story_id and c.id = t.claim_id`);
    await db.query(`alter table ${table} alter column claim_root_id set not null`);
    await db.query(`create index ${index} on ${table} (${columns})`);
    await db.query(`create trigger ${table}_root before insert on ${table} for each row execute function newsgraph_find_claim_root()`);
  }

  private async keepResponses(db: QueryRunner): Promise<void> {
    await db.query(`
      create table story_response (
        story_id uuid not null,
        issuer_id uuid not null,
        statement_count integer not null,
        first_at timestamptz(3) not null,
        latest_at timestamptz(3) not null,
        stances text[] not null,
        counts integer[] not null,
        primary key (story_id, issuer_id)
      )`);
    await db.query(`select newsgraph_distribute('story_response', 'story_id')`);
    await db.query(`alter table story_response add constraint story_response_story foreign key (story_id) references story (id)`);
    await db.query(`create index story_response_order on story_response (story_id, statement_count, issuer_id)`);
    await db.query(`create index statement_story_issuer on statement (story_id, issuer_id)`);
    await db.query(`
      comment on table story_response is
        'The statements of an issuer about a story that stand, summed up: stances, the most frequent first, with how often each was taken.'`);
    await db.query(`
      create function newsgraph_sum_responses(stories uuid[], issuers uuid[]) returns void language sql as $$
        delete from story_response r using unnest(stories, issuers) t (story_id, issuer_id)
        where r.story_id = t.story_id and r.issuer_id = t.issuer_id;
        insert into story_response (story_id, issuer_id, statement_count, first_at, latest_at, stances, counts)
        select t.story_id, t.issuer_id, s.n, s.first_at, s.latest_at, coalesce(k.stances, '{}'), coalesce(k.counts, '{}')
        from unnest(stories, issuers) t (story_id, issuer_id)
        cross join lateral (
          select count(*)::int as n, min(s.issued_at) as first_at, max(s.issued_at) as latest_at from statement s
          where s.story_id = t.story_id and s.issuer_id = t.issuer_id and s.moved_to is null and s.corrected_at is null and s.withdrawn_at is null
        ) s
        cross join lateral (
          select array_agg(stance order by n desc, stance) as stances, array_agg(n order by n desc, stance) as counts
          from (
            select stance, count(*)::int as n from statement s, unnest(s.stances) stance
            where s.story_id = t.story_id and s.issuer_id = t.issuer_id and s.moved_to is null and s.corrected_at is null and s.withdrawn_at is null
            group by stance
          ) counted
        ) k
        where s.n > 0
      $$`);
    await db.query(`
      create function newsgraph_sum_touched_responses() returns trigger language plpgsql as $$
      declare
        stories uuid[];
        issuers uuid[];
      begin
        if tg_op = 'INSERT' then
          select array_agg(story_id), array_agg(issuer_id) into stories, issuers from (select distinct story_id, issuer_id from after) touched;
        else
          select array_agg(story_id), array_agg(issuer_id) into stories, issuers from (
            select distinct n.story_id, n.issuer_id from before o join after n using (story_id, id)
            where (o.moved_to is null, o.corrected_at is null, o.withdrawn_at is null) <> (n.moved_to is null, n.corrected_at is null, n.withdrawn_at is null)
          ) touched;
        end if;
        if stories is null then return null; end if;
        perform from story where id = any (stories) order by id for no key update;
        perform newsgraph_sum_responses(stories, issuers);
        return null;
      end $$`);
    await db.query(`
      comment on function newsgraph_sum_touched_responses is
        'Sums up anew what a statement changed. The story is locked before anything is read, so that of two writers the later counts what the earlier wrote.'`);
    await db.query(`
      create trigger statement_summed_on_insert after insert on statement referencing new table as after
        for each statement execute function newsgraph_sum_touched_responses()`);
    await db.query(`
      create trigger statement_summed_on_update after update on statement referencing old table as before new table as after
        for each statement execute function newsgraph_sum_touched_responses()`);
    await db.query(`
      select newsgraph_sum_responses(array_agg(story_id), array_agg(issuer_id)) from (select distinct story_id, issuer_id from statement) all_of_them`);
    await db.query(`analyze story_response, claim, position, claim_assessment`);
  }
}

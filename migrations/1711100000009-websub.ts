import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Subscriptions to hubs that tell of news in feeds (W3C WebSub). */
export class Websub1711100000009 implements MigrationInterface {
  name = 'Websub1711100000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table websub_subscription (
        feed_id uuid primary key,
        callback_key text not null,
        hub_url text not null,
        topic text not null,
        secret text not null,
        state text not null,
        lease_until timestamptz(3),
        renew_at timestamptz(3) not null,
        failures integer not null default 0,
        last_delivery_at timestamptz(3),
        problem text,
        constraint websub_subscription_state check (state in ('REQUESTED', 'ACTIVE', 'DENIED'))
      )`);
    await db.query(`select newsgraph_distribute('websub_subscription', null)`);
    await db.query(`alter table websub_subscription add constraint websub_subscription_feed foreign key (feed_id) references feed (id)`);
    await db.query(`create index websub_subscription_due on websub_subscription (renew_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table websub_subscription`);
  }
}

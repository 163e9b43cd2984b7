import { Gauge, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';

/** How all feeds do, whoever polls them: asked of the database whenever someone looks. */
export function feedGauges(database: DataSource): Registry {
  const registry = new Registry();
  const registers = [registry];
  const feeds = new Gauge({
    name: 'newsgraph_feeds',
    help: 'Registered feeds by status.',
    labelNames: ['status'],
    registers,
    async collect() {
      const rows = await asked<{ status: string; count: number; due: number; lag: number }>(
        database,
        `select status, count(*)::int as count, count(*) filter (where next_poll_at <= now())::int as due,
           coalesce(extract(epoch from now() - min(next_poll_at) filter (where next_poll_at <= now())), 0)::float8 as lag
         from feed group by status`,
      );
      const polled = rows.filter(({ status }) => status === 'ACTIVE' || status === 'FAILING');
      for (const status of ['ACTIVE', 'FAILING', 'GONE', 'PAUSED'])
        feeds.set({ status }, rows.find(row => row.status === status)?.count ?? 0);
      due.set(polled.reduce((sum, row) => sum + row.due, 0));
      lag.set(Math.max(0, ...polled.map(row => row.lag)));
    },
  });
  const due = new Gauge({ name: 'newsgraph_feeds_due', help: 'Feeds that are due and not polled yet.', registers });
  const lag = new Gauge({
    name: 'newsgraph_feed_lag_seconds',
    help: 'For how long the feed that has waited longest has been due.',
    registers,
  });
  const recent = new Gauge({
    name: 'newsgraph_polls_last_hour',
    help: 'Polls of the last hour by outcome, of all processes.',
    labelNames: ['outcome'],
    registers,
    async collect() {
      recent.reset();
      const rows = await asked<{ outcome: string; count: number }>(
        database,
        `select outcome, count(*)::int as count from poll where at > now() - interval '1 hour' group by outcome`,
      );
      for (const { outcome, count } of rows) recent.set({ outcome }, count);
    },
  });
  return registry;
}

/** Nothing where the database does not answer: what else is measured is shown all the same. */
async function asked<T>(database: DataSource, sql: string): Promise<T[]> {
  return database.query<T[]>(sql).catch(() => []);
}

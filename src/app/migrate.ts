import type { DataSource } from 'typeorm';

/** The names of the migrations that this database has not had, in order. */
export async function pendingMigrations(database: DataSource): Promise<string[]> {
  const names = database.migrations.map(migration => migration.name ?? migration.constructor.name);
  const [table] = await database.query<{ known: boolean }[]>(`select to_regclass('migration') is not null as known`);
  if (!table?.known) return names;
  const rows = await database.query<{ name: string }[]>('select name from migration');
  const run = new Set(rows.map(({ name }) => name));
  return names.filter(name => !run.has(name));
}

/** Runs what is pending, begins an era of the change log if the database was restored from a dump, and returns the names of what was run. Of two processes that do so at once the second waits, and then has nothing to do. */
export async function migrateUp(database: DataSource): Promise<string[]> {
  return alone(database, async () => {
    const run = (await pendingMigrations(database)).length ? await database.runMigrations() : [];
    await database.query('select newsgraph_begin_era()');
    return run.map(({ name }) => name);
  });
}

/** Takes back the last migrations, the newest first, and returns their names. What they made is gone then, data and all. */
export async function migrateDown(database: DataSource, count: number): Promise<string[]> {
  return alone(database, async () => {
    const undone: string[] = [];
    while (undone.length < count) {
      const pending = new Set(await pendingMigrations(database));
      const last = database.migrations.map(migration => migration.name ?? migration.constructor.name).findLast(name => !pending.has(name));
      if (!last) break;
      await database.undoLastMigration();
      undone.push(last);
    }
    return undone;
  });
}

/** Any number, the same in every process. */
const lock = 7_112_024;

async function alone<T>(database: DataSource, step: () => Promise<T>): Promise<T> {
  const holder = database.createQueryRunner();
  try {
    await holder.query('select pg_advisory_lock($1)', [lock]);
    return await step();
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [lock]).finally(() => holder.release());
  }
}

import { expect, it } from '@jest/globals';
import { useDatabase } from '../support/database';

const here = useDatabase();

it('leaves nothing for TypeORM to change after all migrations', async () => {
  const { upQueries } = await here.dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(query => query.query)).toEqual([]);
});

it('goes all the way down and up again', async () => {
  const tables = async (): Promise<unknown> =>
    here.db.query(`select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by 1, 2`);
  const functions = async (): Promise<unknown> =>
    here.db.query(`select proname from pg_proc where pronamespace = 'public'::regnamespace and proname like 'newsgraph%' order by 1`);
  const before = [await tables(), await functions()];
  for (let left = here.dataSource.migrations.length; left > 0; left -= 1) await here.dataSource.undoLastMigration();
  expect(await functions()).toEqual([]);
  expect((await tables()) as { table_name: string }[]).toEqual(
    (before[0] as { table_name: string }[]).filter(row => row.table_name === 'migration'),
  );
  await here.dataSource.runMigrations();
  expect([await tables(), await functions()]).toEqual(before);
});

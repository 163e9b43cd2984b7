import { describe, expect, it } from '@jest/globals';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { createDataSource, poolOf } from '../../src/platform/database';
import { useDatabase } from '../support/database';

@Entity()
@Index(['storyId', 'sourceURL'])
class NamedLikeThis {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') storyId!: string;
  @Column('text') sourceURL!: string;
}

const here = useDatabase();

describe('a database connection', () => {
  it('thinks in UTC, plans once, and tells the server who it is', async () => {
    const pool = poolOf(here.dataSource);
    const read = async (setting: string) => (await pool.query(`select current_setting('${setting}') as value`)).rows[0].value;
    expect(await read('TimeZone')).toBe('UTC');
    expect(await read('plan_cache_mode')).toBe('force_generic_plan');
    expect(await read('enable_memoize')).toBe('off');
    expect(await read('jit')).toBe('off');
    expect(await read('application_name')).toBe('newsgraph');
  });

  it('lets settings in the URL win over its own', async () => {
    const url = `${here.url}?options=${encodeURIComponent('-c jit=on -c work_mem=5MB')}`;
    const dataSource = await createDataSource({ url, entities: [], migrations: [] }).initialize();
    try {
      const [row] = await dataSource.query(
        `select current_setting('jit') jit, current_setting('work_mem') work, current_setting('TimeZone') zone`,
      );
      expect(row).toEqual({ jit: 'on', work: '5MB', zone: 'UTC' });
    } finally {
      await dataSource.destroy();
    }
  });

  it('names tables, columns and indexes as plain SQL would', async () => {
    const dataSource = await createDataSource({ url: here.url, entities: [NamedLikeThis], migrations: [] }).initialize();
    try {
      await dataSource.query(`create table named_like_this (id uuid primary key, story_id uuid not null, source_url text not null)`);
      await dataSource.query(`create index on named_like_this (story_id, source_url)`);
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      expect(upQueries).toEqual([]);
    } finally {
      await dataSource.destroy();
    }
  });

  it('survives the loss of idle connections, and tells of it in few words', async () => {
    const told: Error[] = [];
    const dataSource = createDataSource({ url: here.url, entities: [], migrations: [], onConnectionError: error => told.push(error) });
    await dataSource.initialize();
    try {
      const [{ pid }] = await dataSource.query('select pg_backend_pid() as pid');
      await here.db.query('select pg_terminate_backend($1)', [pid]);
      while (!told.length) await new Promise(resolve => setTimeout(resolve, 5));
      expect(await dataSource.query('select 1 as n')).toEqual([{ n: 1 }]);
      expect(told.map(error => error.message)).toEqual(['terminating connection due to administrator command']);
      expect(JSON.stringify(told)).not.toContain('connectionParameters');
    } finally {
      await dataSource.destroy();
    }
  });

  it('belongs to this file alone', async () => {
    const [{ name }] = await here.db.query('select current_database() as name');
    expect(here.url).toContain(name);
  });
});

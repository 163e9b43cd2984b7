import { afterAll, beforeAll } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { entities } from '../../src/app/entities';
import { migrations } from '../../src/app/migrations';
import { createDataSource } from '../../src/platform/database';

import { databasePrefix, onServer, templateName, urlOfDatabase } from './test-server';

/** A database of one test file; its parts exist while tests run, not before. */
export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  readonly db: EntityManager;
}

/** Gives the test file that calls it a database of its own, cloned from the migrated template, and drops it afterwards. */
export function useDatabase(): TestDatabase {
  const name = `${databasePrefix()}${randomBytes(6).toString('hex')}`;
  let dataSource: DataSource | undefined;

  beforeAll(async () => {
    await onServer(`create database ${name} template ${templateName()}`);
    dataSource = await createDataSource({ url: urlOfDatabase(name), poolSize: 10, entities, migrations }).initialize();
  });

  afterAll(async () => {
    await dataSource?.destroy();
    await onServer(`drop database if exists ${name} with (force)`);
  });

  return {
    get url() {
      return urlOfDatabase(name);
    },
    get dataSource() {
      if (!dataSource) throw new Error('The database exists only while tests run: use it within `it`, `beforeAll` or `beforeEach`.');
      return dataSource;
    },
    get db() {
      return this.dataSource.manager;
    },
  };
}

import { it } from '@jest/globals';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import { loadSample } from '../../src/ingestion/sample/load-sample';
import { crocusRecords } from '../../src/ingestion/sample/crocus';
import { readRecords } from '../../src/ingestion/record/read-records';
import { useDatabase } from '../support/database';
const here = useDatabase();
it('profiles', async () => {
  const orig = PostgresQueryRunner.prototype.query;
  let log: [number, string][] = [];
  (PostgresQueryRunner.prototype as any).query = async function (sql: string, ...rest: any[]) { const t = performance.now(); try { return await (orig as any).call(this, sql, ...rest); } finally { log.push([performance.now() - t, sql.replace(/\s+/g, ' ').slice(0, 110)]); } };
  for (const round of [1, 2, 3]) {
    log = []; const t = performance.now();
    await loadSample(here.dataSource, 'sample/crocus', { info: () => undefined });
    const all = performance.now() - t; const sql = log.reduce((a, b) => a + b[0], 0);
    console.log(round, all, 'sql', sql, log.length, '\n', log.sort((a, b) => b[0] - a[0]).slice(0, 14).map(l => l[0].toFixed(1) + ' ' + l[1]).join('\n'));
    const r = crocusRecords('sample/crocus'); const t2 = performance.now(); readRecords(r); console.log('read', performance.now() - t2);
  }
});

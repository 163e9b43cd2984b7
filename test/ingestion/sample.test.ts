import { beforeAll, expect, it } from '@jest/globals';
import { loadSample } from '../../src/ingestion/sample/load-sample';
import { useDatabase } from '../support/database';

const here = useDatabase();
const folder = 'sample/crocus';
const log = { info: () => undefined };

it('loads whole', async () => {
  const t = performance.now();
  const { created, rejected } = await loadSample(here.dataSource, folder, log);
  console.log(created, rejected, performance.now() - t);
  const t2 = performance.now();
  const { unchanged, updated } = await loadSample(here.dataSource, folder, log);
  console.log(unchanged, updated, performance.now() - t2);
  const ev = await here.db.query(`select key, public_at, occurred_at, precision from event order by public_at`);
  console.log(ev.slice(0,60).map((e: any) => `${e.key} ${e.occurred_at.toISOString()} ${e.precision} ${e.public_at.toISOString()}`).join('\n'));
  const fg = await here.db.query(`select value, metric, official, sequence, reported_at, precision, public_at from figure where metric = 'KILLED' order by ordinal`);
  console.log(fg.map((e: any) => `${e.value} ${e.official} ${e.reported_at.toISOString()} ${e.precision} ${e.public_at.toISOString()}`).join('\n'));
  console.log(await here.db.query(`select * from story`), await here.db.query(`select kind, count(*) from change group by 1`));
});

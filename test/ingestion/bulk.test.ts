import { it } from '@jest/globals';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import { ingest } from '../../src/ingestion/record/ingest.service';
import { useDatabase } from '../support/database';
import { smallStory, wholeStory } from './batch-makers';
const here = useDatabase();
it('bulk', async () => {
  const orig = PostgresQueryRunner.prototype.query;
  let log: [number, string][] = [];
  (PostgresQueryRunner.prototype as any).query = async function (sql: string, ...rest: any[]) { const t = performance.now(); try { return await (orig as any).call(this, sql, ...rest); } finally { log.push([performance.now() - t, sql.replace(/\s+/g, ' ').slice(0, 90)]); } };
  await ingest(here.dataSource, wholeStory('bulk'));
  const good = smallStory('bulk') as any;
  const lines: string[] = [];
  for (let b = 0; b < 40; b++) {
    const recs: any[] = [];
    for (let i = 0; i < 250; i++) {
      const n = b * 250 + i; const url = `https://example.org/bulk/x${n}`;
      recs.push({ article: { ...good.article.article, url, title: `T ${n}`, publishedAt: new Date(Date.UTC(2024, 5, 1) + n * 60000).toISOString() } });
      recs.push({ event: { ...good.event.event, key: `e${n}`, citations: [{ url }] } });
      recs.push({ statement: { ...good.statement.statement, key: `s${n}`, answers: { event: i % 2 ? 'fall' : `e${n}` }, citations: [{ url }] } });
      recs.push({ figure: { ...good.figure.figure, key: `f${n}`, sequence: n + 2, citations: [{ url }] } });
    }
    log = []; const t = performance.now();
    const r = await ingest(here.dataSource, recs);
    const ms = performance.now() - t;
    if (b % 8 === 0) lines.push(`${b} ${ms.toFixed(0)} ms created ${r.created} rej ${r.rejected} ${r.rejected ? JSON.stringify(r.results.find(x => x.problems.length)) : ''} sql ${log.reduce((a, x) => a + x[0], 0).toFixed(0)}\n` + log.sort((a, b) => b[0] - a[0]).slice(0, 6).map(l => '   ' + l[0].toFixed(1) + ' ' + l[1]).join('\n'));
  }
  console.log(lines.join('\n'));
}, 300000);

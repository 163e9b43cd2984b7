import { expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useDatabase } from '../../support/database';
import { run } from './run-command';

const here = useDatabase();
const env = () => ({ DATABASE_URL: here.url });
const source = (slug: string, more: object = {}) => ({
  source: { slug, name: `The ${slug}`, kind: 'NEWS_OUTLET', role: 'PUBLISHER', ...more },
});
const slugs = async (): Promise<string[]> =>
  (await here.db.query<{ slug: string }[]>('select slug from source order by slug')).map(({ slug }) => slug);

it('stores lines from standard input, and the same again changes nothing', async () => {
  const lines = [source('courier'), source('herald')].map(record => JSON.stringify(record)).join('\n');
  expect(await run(['ingest', '-'], env(), lines)).toMatchObject({ code: 0, out: 'created 2, updated 0, unchanged 0, rejected 0\n' });
  expect(await run(['ingest', '-'], env(), lines)).toMatchObject({ code: 0, out: 'created 0, updated 0, unchanged 2, rejected 0\n' });
  expect(await slugs()).toEqual(['courier', 'herald']);
});

it('names each record that is rejected, by its line and with the reason, stores the rest, and ends with 1', async () => {
  const lines = [
    JSON.stringify(source('mirror')),
    '{"source": {"slug": ',
    JSON.stringify(source('times', { tpyo: 1 })),
    JSON.stringify(source('post')),
  ];
  const { code, out, err } = await run(['ingest', '-'], env(), lines.join('\n'));
  expect([code, out]).toEqual([1, 'created 2, updated 0, unchanged 0, rejected 2\n']);
  expect(err).toMatch(/rejected, line 2: The line is not JSON/);
  expect(err).toMatch(/rejected, line 3: source\.tpyo: .*tpyo/);
  expect(await slugs()).toEqual(expect.arrayContaining(['mirror', 'post']));
});

it('takes more records than one batch holds, from a file that holds one array', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-ingest-'));
  const file = join(folder, 'records.json');
  writeFileSync(file, JSON.stringify(Array.from({ length: 1_500 }, (_, index) => source(`paper-${index}`))));
  const { code, out, err } = await run(['ingest', file], env());
  rmSync(folder, { recursive: true });
  expect([code, out]).toEqual([0, 'created 1500, updated 0, unchanged 0, rejected 0\n']);
  expect(err).toMatch(/1000 records read, .*\n1500 records read/);
});

it('says which file cannot be read', async () => {
  const { code, err } = await run(['ingest', 'no-such.json'], env());
  expect([code, err]).toEqual([1, 'The file no-such.json cannot be read: there is none of that name.\n']);
});

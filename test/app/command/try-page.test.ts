import { expect, it } from '@jest/globals';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { makePage, paragraphs } from '../../ingestion/page/page-makers';
import { run } from './run-command';

it('reads pages line by line, plain or gzipped, and goes on after one that it cannot read', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'page-')), 'page.html.gz');
  await writeFile(file, gzipSync(makePage()));
  const rows = [
    { id: 'a', html: makePage(), url: 'https://ferry.example/a' },
    { id: 'b', file, url: 'https://ferry.example/b' },
    { id: 'c', file: `${file}.missing` },
    { id: 'd' },
  ];
  const { code, out } = await run(['try', 'page', '--batch'], {}, rows.map(row => JSON.stringify(row)).join('\n'));
  const read = { title: 'Old bridge to be rebuilt', text: paragraphs.join('\n\n'), authors: [], publishedAt: null };
  expect(code).toBe(0);
  expect(
    out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)),
  ).toMatchObject([
    { id: 'a', ...read },
    { id: 'b', ...read },
    { id: 'c', error: expect.stringContaining('no such file') },
    { id: 'd', error: 'The line has neither "html" nor "file".' },
  ]);
});

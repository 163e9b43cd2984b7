import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useDatabase } from '../../support/database';
import { document, type FeedSite, openFeedSite, rss } from '../../support/feed-site';
import { type Ended, run } from './run-command';

const here = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'newsgraph-feeds-'));
let site: FeedSite;

beforeAll(async () => {
  site = await openFeedSite();
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const feed = (...args: string[]): Promise<Ended> =>
  run(['feed', ...args], { DATABASE_URL: here.url, EGRESS_ALLOW: site.host, LOG_LEVEL: 'error' });

it('finds, registers, reads, lists and exports feeds, and says of each failure what to do', async () => {
  site.pages.set(
    '/',
    document('<link rel="alternate" type="application/rss+xml" href="/rss.xml" title="News">', { 'content-type': 'text/html' }),
  );
  site.pages.set('/rss.xml', document(rss([{ link: 'http://site.example/cli', title: 'From the command line' }])));

  const found = await feed('discover', `${site.origin}/`);
  expect(found).toMatchObject({ code: 0, out: `declared  ${site.origin}/rss.xml  News\n` });

  const added = await feed('add', `${site.origin}/rss.xml`, '--source', 'cli-outlet', '--name', 'CLI Outlet', '--folder', 'A/B', '--poll');
  expect(added.out).toMatch(/^registered: .*\nREAD 200 {2}1 items, 1 new/);
  expect(await feed('add', `${site.origin}/missing.xml`)).toMatchObject({ code: 0 });

  const polled = await feed('poll');
  expect(polled).toMatchObject({ code: 1, out: expect.stringContaining('newsgraph feed discover') });
  expect((await feed('list', '--failing')).out).toMatch(/FAILING.*missing\.xml\n {2}There is nothing at this address \(404\)/);

  const list = join(folder, 'list.opml');
  expect(await feed('export', list)).toMatchObject({ code: 0 });
  expect(readFileSync(list, 'utf8')).toContain('newsgraph:source="cli-outlet"');
  expect(await feed('import', list)).toMatchObject({ code: 0, out: 'registered 0, known 2, refused 0\n' });
}, 90_000);

it('shows an example with each of its commands', async () => {
  for (const name of ['add', 'list', 'poll', 'discover', 'import', 'export']) {
    expect((await feed(name, '--help')).out).toContain(`newsgraph feed ${name}`);
  }
}, 60_000);

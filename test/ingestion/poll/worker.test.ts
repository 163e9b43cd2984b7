import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { registerFeed } from '../../../src/ingestion/subscription/register-feed';
import { Feed } from '../../../src/source/feed.entity';
import { begin, type Going } from '../../app/command/run-command';
import { useDatabase } from '../../support/database';
import { document, type FeedSite, type Item, openFeedSite, rss } from '../../support/feed-site';
import { aName } from '../../support/makers';

const here = useDatabase();
const rounds = Number(process.env.NEWSGRAPH_KILL_ROUNDS ?? 8);
let sites: FeedSite[];
let worker: Going | undefined;

beforeAll(async () => {
  sites = await Promise.all(Array.from({ length: 8 }, openFeedSite));
});
afterAll(async () => {
  await worker?.end('SIGKILL');
  await Promise.all(sites.map(site => site.close()));
});

/** Starts `newsgraph work`, and waits until it works. */
async function startWork(): Promise<Going> {
  worker = begin(['work'], { DATABASE_URL: here.url, EGRESS_ALLOW: '127.0.0.1', POLL_LEASE: '1', LOG_LEVEL: 'warn' });
  await worker.hear(/The worker polls/);
  return worker;
}

async function until(holds: () => Promise<boolean>, what: string, patienceMs = 60_000): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await holds()); await sleep(100))
    if (Date.now() > end) throw new Error(`It has not come to that: ${what}`);
}

const makeAllDue = (): Promise<unknown> => here.db.query(`update feed set next_poll_at = now() where status in ('ACTIVE', 'FAILING')`);

describe('a worker that is killed at any instant', () => {
  it(
    'leaves nothing half done: every item that was ever served is stored exactly once',
    async () => {
      const served = new Set<string>();
      let growing = true;
      for (const site of sites) {
        const list = aName('kill');
        const items: Item[] = [];
        site.pages.set('/feed.xml', (_, response) => {
          for (let fresh = 0; growing && fresh < 15; fresh += 1) {
            const link = `http://site.example/${list}/${items.length}`;
            items.unshift({ link, title: `Item ${items.length} of ${list}`, text: `What item ${items.length} of ${list} says.` });
            served.add(link);
          }
          response.writeHead(200, { 'content-type': 'application/rss+xml' });
          const body = rss(items);
          response.write(body.slice(0, 300));
          setTimeout(() => response.end(body.slice(300)), 30 * Math.random());
        });
        await registerFeed(here.db, { url: `${site.origin}/feed.xml` });
      }
      for (let round = 0; round < rounds; round += 1) {
        await makeAllDue();
        const going = await startWork();
        await sleep(Math.random() * 600);
        expect(await going.end('SIGKILL')).toMatchObject({ code: null });
      }
      growing = false;
      const since = (await here.db.query<{ at: Date }[]>('select now() as at'))[0]?.at;
      await makeAllDue();
      const going = await startWork();
      await until(
        async () =>
          !(await here.db.query<unknown[]>(`select from feed where last_succeeded_at is null or last_succeeded_at <= $1`, [since])).length,
        'all feeds polled',
      );
      await until(async () => !(await here.db.query<unknown[]>(`select from article where not origin_sought`)).length, 'reprints sought');
      await going.end('SIGTERM');
      const stored = await here.db.query<{ url: string; versions: number; links: number; titles: boolean }[]>(
        `select url, (select count(*)::int from article_version v where v.article_id = a.id) as versions,
           (select count(*)::int from feed_article f where f.article_id = a.id) as links
         from article a where url like 'http://site.example/kill-%'`,
      );
      expect(stored.map(({ url }) => url).sort()).toEqual([...served].sort());
      expect(stored.filter(({ versions, links }) => versions !== 1 || links !== 1)).toEqual([]);
    },
    60_000 + rounds * 10_000,
  );
});

describe('a worker', () => {
  it('fetches the pages of new articles as jobs, and is asked to stop without losing one', async () => {
    const [site] = sites as [FeedSite];
    const paragraphs = [1, 2, 3, 4, 5, 6].map(
      at =>
        `<p>Paragraph ${at} of the page says at some length what happened in the hall that evening, who came to help, and what the authorities have told the press since then.</p>`,
    );
    const html = (at: number): string =>
      `<!doctype html><html lang="en"><head><title>Story ${at}</title></head><body><nav><a href="/">Home</a></nav><article><h1>Story ${at}</h1>${paragraphs.join('')}</article></body></html>`;
    for (const at of [1, 2, 3]) site.pages.set(`/story-${at}`, document(html(at), { 'content-type': 'text/html' }));
    site.pages.set('/robots.txt', document('User-agent: *\nDisallow: /story-3\n', { 'content-type': 'text/plain' }));
    site.pages.set(
      '/full.xml',
      document(rss([1, 2, 3].map(at => ({ link: `${site.origin}/story-${at}`, title: `Story ${at}`, text: 'In short.' })))),
    );
    const { feed } = await registerFeed(here.db, { url: `${site.origin}/full.xml`, fullText: true });
    const textsOf = async (): Promise<(string | null)[]> => {
      const rows = await here.db.query<{ text: string | null }[]>(
        `select (select v.text from article_version v where v.article_id = a.id order by number desc limit 1) as text
         from article a join feed_article f on f.article_id = a.id where f.feed_id = $1 order by a.url`,
        [feed.id],
      );
      return rows.map(({ text }) => text);
    };
    const first = await startWork();
    await until(async () => (await textsOf()).length === 3, 'the feed read');
    const began = Date.now();
    expect(await first.end('SIGTERM')).toMatchObject({ code: 0 });
    expect(Date.now() - began).toBeLessThan(10_000);
    const second = await startWork();
    await until(async () => (await textsOf()).filter(text => text?.includes('Paragraph 6')).length === 2, 'two pages fetched');
    await until(async () => !(await here.db.query<unknown[]>(`select from feed_article where page is not null`)).length, 'all pages done');
    expect((await textsOf())[2]).toBeNull();
    expect(site.visits.filter(({ path }) => path === '/story-3')).toEqual([]);
    expect(await second.end('SIGTERM')).toMatchObject({ code: 0 });
  }, 90_000);

  it('says of each failure what to do', async () => {
    const [, site] = sites as [FeedSite, FeedSite];
    site.pages.set('/gone.xml', document('', {}, 410));
    const { feed } = await registerFeed(here.db, { url: `${site.origin}/gone.xml` });
    const going = await startWork();
    await going.hear(/gone for good \(410\): it is polled no more\. Register its successor/);
    await until(async () => (await here.db.findOneByOrFail(Feed, { id: feed.id })).status === 'GONE', 'gone');
    await going.end('SIGTERM');
  }, 60_000);
});

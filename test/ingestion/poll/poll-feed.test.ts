import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEgress, type Egress } from '../../../src/platform/egress/egress';
import { createMemoryHostGate } from '../../../src/platform/egress/memory-host-gate';
import { pollFeed, type PollOptions } from '../../../src/ingestion/poll/poll-feed';
import { registerFeed } from '../../../src/ingestion/subscription/register-feed';
import { Feed } from '../../../src/source/feed.entity';
import type { Poll } from '../../../src/source/poll.entity';
import { useDatabase } from '../../support/database';
import { document, type FeedSite, openFeedSite, type Page, rss } from '../../support/feed-site';
import { aName } from '../../support/makers';

const here = useDatabase();
let site: FeedSite;
let egress: Egress;

beforeAll(async () => {
  site = await openFeedSite();
  egress = createEgress({ allow: [site.host], gate: createMemoryHostGate({ gapMs: 0 }) });
});
afterAll(() => site.close());

/** A feed at an address of its own, and a clock that the test moves. */
async function aFeed(
  page?: Page,
): Promise<{ feed: Feed; path: string; poll(at?: string, options?: Partial<PollOptions>): Promise<Poll>; now(): Promise<Feed> }> {
  const path = `/${aName('feed')}.xml`;
  if (page) site.pages.set(path, page);
  const { feed } = await registerFeed(here.db, { url: `${site.origin}${path}` });
  return {
    feed,
    path,
    poll: (at = '2024-03-23T12:00:00Z', options) =>
      pollFeed(here.dataSource, feed.id, { egress, now: () => new Date(at), random: () => 0.5, ...options }),
    now: () => here.db.findOneByOrFail(Feed, { id: feed.id }),
  };
}

async function articlesOf(feed: Feed): Promise<Record<string, unknown>[]> {
  return here.db.query(
    `select a.*, (select count(*)::int from article_version v where v.article_id = a.id) as versions
     from feed_article f join article a on a.id = f.article_id where f.feed_id = $1 order by a.url`,
    [feed.id],
  );
}

const link = (name: string): string => `http://site.example/${name}`;

describe('a poll', () => {
  it('stores the items of a feed as articles of its source, dated by the feed', async () => {
    const page = document(
      rss([
        {
          link: `${link('one')}?utm_source=rss`,
          title: 'One &amp; all',
          text: 'What &lt;b&gt;happened&lt;/b&gt;.',
          date: 'Sat, 23 Mar 2024 11:30:00 +0300',
        },
        { link: link('two'), title: 'Two', date: '2024-03-22' },
      ]),
    );
    const { feed, poll, now } = await aFeed(page);
    expect(await poll()).toMatchObject({ outcome: 'READ', httpStatus: 200, itemsSeen: 2, itemsNew: 2, itemsSetAside: 0, problem: null });
    expect(await articlesOf(feed)).toMatchObject([
      {
        ...{ url: 'http://site.example/one', title: 'One & all', summary: 'What happened.', date_basis: 'FEED', precision: 'MINUTE' },
        published_at: new Date('2024-03-23T08:30:00Z'),
      },
      { url: 'http://site.example/two', title: 'Two', precision: 'DAY', published_at: new Date('2024-03-22T00:00:00Z') },
    ]);
    expect(await now()).toMatchObject({ status: 'ACTIVE', format: 'RSS', title: 'A feed', consecutiveFailures: 0, lastProblem: null });
  });

  it('stores an article once, however often and through however many feeds it comes', async () => {
    const items = [{ link: link('shared'), title: 'Shared', text: 'As the first feed words it.' }];
    const first = await aFeed(document(rss(items)));
    const second = await aFeed(document(rss([{ ...items[0], text: 'As the second feed words it.' }])));
    expect(await first.poll()).toMatchObject({ itemsNew: 1 });
    expect(await second.poll()).toMatchObject({ itemsNew: 0 });
    for (const hour of ['13', '14', '15']) {
      site.pages.set(first.path, document(rss([...items, { link: link(`shared-${hour}`), title: hour }])));
      await first.poll(`2024-03-23T${hour}:00:00Z`);
      await second.poll(`2024-03-23T${hour}:30:00Z`);
    }
    expect((await articlesOf(second.feed))[0]).toMatchObject({ title: 'Shared', versions: 2 });
  });

  it('keeps what was said when a feed changes the wording of an item', async () => {
    const { feed, path, poll } = await aFeed(document(rss([{ link: link('changing'), title: 'At least 40 killed' }])));
    await poll();
    site.pages.set(path, document(rss([{ link: link('changing'), title: 'At least 60 killed' }])));
    expect(await poll('2024-03-23T13:00:00Z')).toMatchObject({ itemsNew: 0 });
    expect(await articlesOf(feed)).toMatchObject([
      { title: 'At least 60 killed', versions: 2, revised_at: new Date('2024-03-23T13:00:00Z') },
    ]);
  });

  it('gives an item without a title the first words of its text, and sets aside with the reason what is no article', async () => {
    const { feed, poll } = await aFeed(
      document(rss([{ link: link('untitled'), text: 'Smoke over the hall. More soon.' }, { title: 'Nowhere' }, { link: link('empty') }])),
    );
    const done = await poll();
    expect(done).toMatchObject({ itemsSeen: 3, itemsNew: 1, itemsSetAside: 2 });
    expect(done.problem).toMatch(/2 of 3 items were set aside: .*address/);
    expect(await articlesOf(feed)).toMatchObject([{ title: 'Smoke over the hall. More soon.' }]);
  });

  it('never lets an item from the future or without a date stand before what was there when it was seen', async () => {
    const { feed, poll } = await aFeed(
      document(
        rss([
          { link: link('later'), title: 'Later', date: 'Mon, 01 Jan 2040 00:00:01 GMT' },
          { link: link('undated'), title: 'Undated' },
        ]),
      ),
    );
    await poll();
    const seen = new Date('2024-03-23T12:00:00Z');
    expect(await articlesOf(feed)).toMatchObject([
      { sort_at: seen, published_at: new Date('2040-01-01T00:00:01Z') },
      { sort_at: seen, published_at: null, date_basis: 'FIRST_SEEN' },
    ]);
  });
});

describe('asking again', () => {
  it('sends what the server said about its version, and takes 304 for an answer', async () => {
    const { path, poll, now } = await aFeed();
    site.pages.set(path, (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else
        response
          .writeHead(200, { etag: '"v1"', 'last-modified': 'Sat, 23 Mar 2024 11:00:00 GMT' })
          .end(rss([{ link: link('validated'), title: 'V' }]));
    });
    await poll();
    expect(await poll('2024-03-23T13:00:00Z')).toMatchObject({ outcome: 'NOT_MODIFIED', httpStatus: 304, itemsNew: 0 });
    expect(site.visits.at(-1)?.headers).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': 'Sat, 23 Mar 2024 11:00:00 GMT' });
    expect(await now()).toMatchObject({ lastSucceededAt: new Date('2024-03-23T13:00:00Z') });
  });

  it('reads without conditions once a day, because some validators lie', async () => {
    const { path, poll } = await aFeed();
    let body = rss([{ link: link('lie-1'), title: 'One' }]);
    site.pages.set(path, (request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304).end();
      else response.writeHead(200, { etag: '"always"' }).end(body);
    });
    await poll();
    body = rss([{ link: link('lie-2'), title: 'Two' }]);
    expect(await poll('2024-03-24T11:00:00Z')).toMatchObject({ outcome: 'NOT_MODIFIED' });
    expect(await poll('2024-03-24T12:00:00Z')).toMatchObject({ outcome: 'READ', itemsNew: 1 });
  });

  it('does not read again what is the same to the byte', async () => {
    const { poll } = await aFeed(document(rss([{ link: link('same'), title: 'Same' }])));
    await poll();
    expect(await poll('2024-03-23T13:00:00Z')).toMatchObject({ outcome: 'UNCHANGED', httpStatus: 200 });
  });
});

describe('a feed that fails', () => {
  it('is asked ever later, with the reason and what to do, and recovers at once', async () => {
    const { path, poll, now } = await aFeed(document('down', {}, 500));
    const waits: number[] = [];
    let at = new Date('2024-03-23T12:00:00Z');
    for (let times = 0; times < 12; times += 1) {
      expect(await poll(at.toISOString())).toMatchObject({ outcome: 'FAILED', httpStatus: 500 });
      const { nextPollAt } = await now();
      waits.push((nextPollAt.getTime() - at.getTime()) / 60_000);
      at = nextPollAt;
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440]);
    expect(await now()).toMatchObject({
      status: 'FAILING',
      consecutiveFailures: 12,
      lastProblem: expect.stringContaining('in trouble (500)'),
    });
    site.pages.set(path, document(rss([{ link: link('recovered'), title: 'Back' }])));
    expect(await poll(at.toISOString())).toMatchObject({ outcome: 'READ', itemsNew: 1 });
    expect(await now()).toMatchObject({ status: 'ACTIVE', consecutiveFailures: 0, lastProblem: null });
  });

  it('is left alone for as long as 429 and 503 say', async () => {
    for (const status of [429, 503]) {
      const gate = createEgress({ allow: [site.host], gate: createMemoryHostGate({ gapMs: 0 }) });
      const { poll, now } = await aFeed(document('', { 'retry-after': '7200' }, status));
      expect(await poll(undefined, { egress: gate })).toMatchObject({ outcome: 'FAILED', httpStatus: status });
      expect((await now()).nextPollAt).toEqual(new Date('2024-03-23T14:00:00Z'));
    }
  });

  it('is polled no more once its server says that it is gone', async () => {
    const { poll, now } = await aFeed(document('', {}, 410));
    expect(await poll()).toMatchObject({ outcome: 'GONE', httpStatus: 410 });
    expect(await now()).toMatchObject({ status: 'GONE' });
  });

  it('says which feeds a page names that was registered in its place', async () => {
    const { poll } = await aFeed(
      document('<html><head><link rel="alternate" type="application/rss+xml" href="/real.xml"></head><body>Hi</body></html>', {
        'content-type': 'text/html',
      }),
    );
    const { outcome, problem } = await poll();
    expect(outcome).toBe('FAILED');
    expect(problem).toContain(`${site.origin}/real.xml`);
  });

  it('is refused where its address is not to be fetched', async () => {
    const { feed } = await registerFeed(here.db, { url: 'http://169.254.169.254/latest/meta-data' });
    const done = await pollFeed(here.dataSource, feed.id, { egress });
    expect(done).toMatchObject({ outcome: 'REFUSED', httpStatus: null });
  });
});

describe('a feed that moves', () => {
  it('is followed at once, and registered at its new address after 7 days of agreeing answers', async () => {
    const { path, poll, now, feed } = await aFeed();
    const target = `/${aName('moved')}.xml`;
    site.pages.set(path, (_, response) => void response.writeHead(301, { location: target }).end());
    site.pages.set(target, document(rss([{ link: link('moved'), title: 'Moved' }])));
    expect(await poll('2024-03-01T12:00:00Z')).toMatchObject({ outcome: 'READ', itemsNew: 1 });
    expect(await now()).toMatchObject({ url: feed.url, movedTo: `${site.origin}${target}` });
    await poll('2024-03-08T11:00:00Z');
    expect(await now()).toMatchObject({ url: feed.url });
    await poll('2024-03-08T12:00:00Z');
    expect(await now()).toMatchObject({ url: `${site.origin}${target}`, movedTo: null, status: 'ACTIVE' });
  });

  it('is not believed where the answers do not agree, or the redirect is a passing one', async () => {
    const { path, poll, now, feed } = await aFeed();
    const target = `/${aName('moved')}.xml`;
    site.pages.set(target, document(rss([])));
    const answers = [301, 302, 301, 301];
    site.pages.set(path, (_, response) => void response.writeHead(answers.shift() ?? 301, { location: target }).end());
    for (const day of ['01', '04', '07', '10']) await poll(`2024-03-${day}T12:00:00Z`);
    expect(await now()).toMatchObject({ url: feed.url, movedTo: `${site.origin}${target}`, movedSince: new Date('2024-03-07T12:00:00Z') });
  });

  it('is done with where its new address is polled already', async () => {
    const other = await aFeed(document(rss([{ link: link('twin'), title: 'Twin' }])));
    const { path, poll, now } = await aFeed();
    site.pages.set(path, (_, response) => void response.writeHead(308, { location: other.path }).end());
    await poll('2024-03-01T12:00:00Z');
    await poll('2024-03-09T12:00:00Z');
    expect(await now()).toMatchObject({ status: 'GONE', lastProblem: expect.stringContaining('polled already') });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeNodeId } from '../../src/platform/ids';
import type { HttpServer } from '../../src/app/http/http-server';
import { useDatabase } from '../support/database';
import { startServer } from '../support/http-server';
import { aName, cited, figure, makeStory, statement, store } from '../support/makers';
import { CROCUS, useSample } from '../support/sample';
import { parseFeed } from './feed-parser';
import { isJsonFeed, isLiveBlog, isSearchResultsPage } from './feed-schemas';

const here = useDatabase();
useSample(here);
let server: HttpServer;
beforeAll(async () => {
  server = await startServer(here.dataSource);
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(server.url + path, { headers, redirect: 'manual' });
const json = async (path: string): Promise<any> => (await get(path)).json(); // eslint-disable-line @typescript-eslint/no-explicit-any -- feeds of any form
const story = (ending: string, query = ''): string => `/stories/${CROCUS}.${ending}${query}`;
const read = async (path: string) => parseFeed(await (await get(path)).text(), server.url + path);

describe('the feeds of a story', () => {
  it.each(['rss', 'atom'])(
    '%s is read by a parser that is not ours: 100 entries, each with its date, its place in the page and its sources',
    async ending => {
      const { meta, items } = await read(story(ending));
      expect(meta).toMatchObject({ '#type': ending, link: `${server.url}/stories/${CROCUS}` });
      expect(items).toHaveLength(100);
      expect(new Set(items.map(({ guid }) => guid)).size).toBe(100);
      for (const { guid, link, title, pubdate, date, description } of items) {
        const id = guid.replace('urn:newsgraph:', '');
        expect(link).toBe(`${server.url}/stories/${CROCUS}#${id}`);
        expect(title.length).toBeGreaterThan(5);
        expect(Number(date)).toBeGreaterThanOrEqual(Number(pubdate));
        expect(description).toMatch(/<a href="https?:/);
      }
      const times = items.map(({ pubdate }) => Number(pubdate));
      expect(times).toEqual([...times].sort((one, other) => other - one));
    },
  );

  it('JSON Feed is valid by its schema', async () => {
    const feed = await json(story('json'));
    isJsonFeed(feed);
    expect(isJsonFeed.errors).toBe(null);
    expect(feed.items).toHaveLength(100);
  });

  it('JSON-LD is a valid LiveBlogPosting about the attack', async () => {
    const blog = await json(story('jsonld'));
    isLiveBlog(blog);
    expect(isLiveBlog.errors).toBe(null);
    expect(blog.about).toMatchObject({ startDate: '2024-03-22T16:58:00.000Z', location: { name: 'Crocus City Hall, Krasnogorsk' } });
    expect(blog.liveBlogUpdate).toHaveLength(100);
  });

  it('lead from page to page through all that the timeline holds', async () => {
    const ids = new Set<string>();
    let pages = 0;
    for (let path: string | undefined = story('json'); path; pages += 1) {
      const { items, next_url: next } = await json(path);
      for (const { id } of items) ids.add(id as string);
      path = (next as string | undefined)?.replace(server.url, '');
    }
    const { data } = (await (
      await fetch(
        `${server.url}/graphql?query=${encodeURIComponent(`{ story(slug: "${CROCUS}") { timeline(kinds: [EVENT, STATEMENT, FIGURE]) { totalCount } } }`)}`,
      )
    ).json()) as { data: { story: { timeline: { totalCount: number } } } };
    expect(ids.size).toBe(data.story.timeline.totalCount);
    expect(pages).toBe(Math.ceil(ids.size / 100));
  });

  it('begin with what became known last, also where it happened long ago', async () => {
    const made = await makeStory(here.db);
    const late = {
      story: made.slug,
      kind: 'OTHER',
      title: 'It was planned before',
      occurredAt: '2020-01-01T00:00:00Z',
      timeBasis: 'STATED',
    };
    await store(here.db, [
      ...Array.from({ length: 100 }, () => statement(made)),
      { event: { ...late, key: aName('event'), reportedAt: '2024-03-02T12:00:00Z', citations: cited() } },
    ] as Parameters<typeof store>[1]);
    expect((await json(`/stories/${made.slug}.json`)).items[0]).toMatchObject({
      title: 'It was planned before',
      date_published: '2024-03-02T12:00:00.000Z',
    });
  });

  it.each(['rss', 'atom', 'json', 'jsonld'])('%s shows nothing that was not public at asOf', async ending => {
    const asOf = '2024-03-23T00:30:00Z';
    const text = await (await get(story(ending, `?asOf=${asOf}`))).text();
    expect(text).toMatch(/at least 60 killed/i);
    expect(text).not.toMatch(/\b149\b/);
    const dates = ending === 'rss' || ending === 'atom' ? (await parseFeed(text, server.url)).items.map(({ date }) => date) : datesIn(text);
    expect(dates.length).toBeGreaterThan(10);
    for (const date of dates) expect(Number(new Date(date ?? NaN))).toBeLessThanOrEqual(Date.parse(asOf));
  });

  it('say that there was no story yet', async () => {
    const response = await get(story('rss', '?asOf=2020-01-01T00:00:00Z'));
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('none was public at 2020-01-01')]);
  });

  it('take a moment in any form that the page takes, and name one that is none', async () => {
    const titles = ['2024-03-23T03:30:00+03:00', '2024-03-23T00:30Z', '2024-03-23T00:30'].map(
      async asOf => (await read(story('rss', `?asOf=${asOf}`))).meta.title,
    );
    expect(new Set(await Promise.all(titles)).size).toBe(1);
    const response = await get(story('rss', '?asOf=yesterday'));
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('"yesterday" is not a time')]);
  });

  it('lead on from the slug of a story that was merged away', async () => {
    const [kept, gone] = [await makeStory(here.db), await makeStory(here.db)];
    const ids = await here.db.query<{ slug: string; id: string }[]>('select slug, id from story where slug = any($1)', [
      [kept.slug, gone.slug],
    ]);
    const idOf = (slug: string): string | undefined => ids.find(row => row.slug === slug)?.id;
    await here.db.query('update story set merged_into = $1 where id = $2', [idOf(kept.slug), idOf(gone.slug)]);
    const response = await get(`/stories/${gone.slug}.atom?asOf=2026-01-01T00:00:00Z`);
    expect([response.status, response.headers.get('location')]).toEqual([302, `/stories/${kept.slug}.atom?asOf=2026-01-01T00:00:00Z`]);
  });
});

describe('what happens to a fact', () => {
  it('shows a correction as an update of the same entry, with what was said before', async () => {
    const made = await makeStory(here.db);
    const key = aName('count');
    await store(here.db, [figure(made, { key, value: 40, reportedAt: '2024-03-01T15:00:00Z' })]);
    const before = (await json(`/stories/${made.slug}.json`)).items.find(({ tags }: { tags: string[] }) => tags.includes('Figure'));
    await store(here.db, [figure(made, { key, value: 43, reportedAt: '2024-03-01T18:00:00Z' })]);
    await store(here.db, [figure(made, { key, value: 44, reportedAt: '2024-03-01T19:00:00Z' })]);
    const figures = (await json(`/stories/${made.slug}.json`)).items.filter(({ tags }: { tags: string[] }) => tags.includes('Figure'));
    expect(figures).toMatchObject([
      {
        id: before.id,
        title: 'Corrected: 44 killed, says The authorities',
        date_published: '2024-03-01T15:00:00.000Z',
        date_modified: '2024-03-01T19:00:00.000Z',
        content_text: expect.stringContaining('Corrected 1 March 2024, 19:00 UTC; before, it said: 43.'),
      },
    ]);
    const { items } = await read(`/stories/${made.slug}.atom`);
    expect(items.map(({ guid }) => guid)).toContain(`urn:newsgraph:${before.id}`);
    const blog = await json(`/stories/${made.slug}.jsonld`);
    isLiveBlog(blog);
    expect(isLiveBlog.errors).toBe(null);
    expect(blog.liveBlogUpdate[0]).toMatchObject({ identifier: before.id, correction: expect.stringContaining('before, it said: 43') });
  });

  it('keeps the entry of a fact that was withdrawn, and says why', async () => {
    const made = await makeStory(here.db);
    const key = aName('said');
    await store(here.db, [statement(made, { key })]);
    const [row] = await here.db.query<{ id: string; story_id: string }[]>('select id, story_id from statement where key = $1', [key]);
    await here.db.query('insert into retraction (story_id, id, fact_id, reason) values ($1, gen_random_uuid(), $2, $3)', [
      row?.story_id,
      row?.id,
      'The page was a hoax.',
    ]);
    const items = (await json(`/stories/${made.slug}.json`)).items as { id: string; title: string; content_text: string }[];
    expect(items.find(({ id }) => id === encodeNodeId('Statement', row?.id ?? ''))).toMatchObject({
      title: expect.stringMatching(/^Withdrawn: /),
      content_text: expect.stringContaining('The page was a hoax.'),
    });
  });

  it('leaves hostile text harmless in every form', async () => {
    const made = await makeStory(here.db);
    const hostile = ']]><script>alert(1)</script> &amp; "quoted" \u0001\u000b <img src=x onerror=alert(2)> &lt;b&gt;';
    await store(here.db, [
      statement(made, { summary: hostile, citations: [{ url: 'https://pages.example/?a="><script>alert(3)</script>' }] }),
      { story: { slug: made.slug, headline: `A ${hostile}`, summary: hostile, reportedAt: '2024-03-01T13:00:00Z' } },
    ] as Parameters<typeof store>[1]);
    for (const ending of ['rss', 'atom']) {
      const { meta, items } = await read(`/stories/${made.slug}.${ending}`);
      expect(meta[`${ending}:title`]['#']).toContain(']]><script>alert(1)</script> &amp; "quoted"'); // as text, to the letter
      const item = items.find(({ categories }) => categories.includes('Statement'));
      expect(item?.description).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;');
      expect(item?.description.replaceAll(/<\/?(p|ul|li|a)( href="[^"<>]*")?>/g, '')).not.toContain('<');
    }
    const feed = await json(`/stories/${made.slug}.json`);
    isJsonFeed(feed);
    expect(isJsonFeed.errors).toBe(null);
    for (const { content_html: html } of feed.items as { content_html: string }[])
      expect(html.replaceAll(/<\/?(p|ul|li|a)( href="[^"<>]*")?>/g, '')).not.toContain('<');
  });
});

describe('the feeds of a search', () => {
  it.each(['rss', 'atom'])('%s brings what is found, the newest first', async ending => {
    const { meta, items } = await read(`/search.${ending}?q=${encodeURIComponent('attack country:FR')}`);
    expect(meta.title).toBe('Newsgraph: attack country:FR');
    expect(items.length).toBeGreaterThan(0);
    const times = items.map(({ pubdate }) => Number(pubdate));
    expect(times).toEqual([...times].sort((one, other) => other - one));
  });

  it('JSON Feed is valid, and holds nothing later than asOf', async () => {
    const asOf = '2024-03-23T12:00:00Z';
    const feed = await json(`/search.json?q=attack&asOf=${asOf}`);
    isJsonFeed(feed);
    expect(isJsonFeed.errors).toBe(null);
    const tags = new Set(feed.items.flatMap((item: { tags: string[] }) => item.tags));
    expect([...tags].sort()).toEqual(['Article', 'Event', 'Statement', 'Story']);
    for (const { date_modified: date } of feed.items) expect(Date.parse(date)).toBeLessThanOrEqual(Date.parse(asOf));
  });

  it('JSON-LD is a valid page of search results, each with its place in the list', async () => {
    const asOf = '2024-03-23T12:00:00Z';
    const page = await json(`/search.jsonld?q=attack&asOf=${asOf}`);
    isSearchResultsPage(page);
    expect(isSearchResultsPage.errors).toBe(null);
    const found = page.mainEntity.itemListElement as { position: number; item: { '@type': string; dateModified: string } }[];
    expect(found.map(({ position }) => position)).toEqual(found.map((_, at) => at + 1));
    expect(new Set(found.map(({ item }) => item['@type']))).toEqual(new Set(['NewsArticle', 'BlogPosting', 'Article']));
    for (const { item } of found) expect(Date.parse(item.dateModified)).toBeLessThanOrEqual(Date.parse(asOf));
  });

  it('say what is wrong with a search', async () => {
    expect((await get('/search.rss')).status).toBe(400);
    const response = await get('/search.rss?q=%22open');
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('The quote at character 1 is not closed')]);
  });
});

describe('over HTTP', () => {
  const types = [
    [story('rss'), 'application/rss+xml'],
    [story('atom'), 'application/atom+xml'],
    [story('json'), 'application/feed+json'],
    [story('jsonld'), 'application/ld+json'],
    ['/search.rss?q=attack', 'application/rss+xml'],
    ['/search.jsonld?q=attack', 'application/ld+json'],
  ];

  it.each(types)('%s says its type, may be kept, and is not sent twice', async (path, type) => {
    const first = await get(path);
    expect(first.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(first.headers.get('content-encoding')).toBe('gzip');
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    const [etag, modified] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? ''];
    const known: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `"other", ${etag}` },
      { 'if-modified-since': modified },
    ];
    for (const headers of known) {
      const again = await get(path, headers);
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await get(path, { 'if-none-match': '"other"', 'if-modified-since': modified })).status).toBe(200);
  });

  it('a new fact changes the ETag, also one about long ago', async () => {
    const made = await makeStory(here.db);
    const path = `/stories/${made.slug}.rss`;
    const etag = (await get(path)).headers.get('etag') ?? '';
    await store(here.db, [statement(made, { issuedAt: '2024-03-01T12:30:00Z', citations: cited() })]);
    expect((await get(path, { 'if-none-match': etag })).status).toBe(200);
  });

  it('HEAD is all but the body, and whoever cannot read gzip gets none', async () => {
    const head = await fetch(server.url + story('rss'), { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
    const whole = await get(story('rss'), { 'accept-encoding': 'identity' });
    expect(head.headers.get('content-length')).toBe(String((await whole.arrayBuffer()).byteLength));
    expect([head.headers.get('content-encoding'), await head.text()]).toEqual([null, '']);
    expect((await get(story('rss'), { 'accept-encoding': 'gzip;q=0' })).headers.get('content-encoding')).toBe(null);
  });

  it('refuses to be written to', async () => {
    const response = await fetch(server.url + story('rss'), { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

/** All dates of the entries of a JSON Feed or a LiveBlogPosting. */
function datesIn(text: string): string[] {
  return [...text.matchAll(/"date_?(?:published|modified)":"([^"]+)"/gi)].map(([, date = '']) => date);
}

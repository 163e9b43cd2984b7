import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request as ask } from 'node:http';
import type { HttpServer } from '../../src/app/http/http-server';
import type { IngestRecord } from '../../src/ingestion/record/record';
import { useDatabase } from '../support/database';
import { startServer } from '../support/http-server';
import { article, makeStory, statement, store } from '../support/makers';
import { CROCUS, useSample } from '../support/sample';

const here = useDatabase();
useSample(here);
let server: HttpServer;

beforeAll(async () => {
  server = await startServer(here.dataSource);
});
afterAll(() => server.close());

const page = async (path: string): Promise<string> => (await fetch(server.url + path)).text();
const countOf = (html: string, part: string): number => html.split(part).length - 1;

/** As it goes over the wire; `fetch` unpacks what it gets. */
function bytesOf(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = ask(server.url + path, { headers: { 'accept-encoding': 'gzip' } }, response => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length)).on('end', () => resolve(bytes));
    });
    sent.on('error', reject).end();
  });
}

describe('the page of a story', () => {
  it('holds every statement, event and figure of the sample in less than 100 kB', async () => {
    const html = await page(`/stories/${CROCUS}`);
    expect(countOf(html, 'class="entry statement"')).toBe(264);
    expect(countOf(html, 'class="entry event"')).toBe(57);
    expect(countOf(html, 'class="entry figure"')).toBe(62);
    expect(countOf(html, 'class="claim"')).toBe(24);
    expect(await bytesOf(`/stories/${CROCUS}`)).toBeLessThan(100_000);
  });

  it('narrows the timeline to one kind by a plain link', async () => {
    const html = await page(`/stories/${CROCUS}?kind=event`);
    expect(countOf(html, 'class="entry event"')).toBe(57);
    expect(countOf(html, 'class="entry statement"')).toBe(0);
  });

  it('tells those who share it and follow it what and where it is', async () => {
    const html = await page(`/stories/${CROCUS}`);
    const address = `${server.url}/stories/${CROCUS}`;
    expect(html).toContain(`<link rel="canonical" href="${address}"/>`);
    expect(html).toContain('<meta property="og:type" content="article"/>');
    for (const form of ['rss', 'atom', 'json', 'jsonld']) expect(html).toContain(`href="${address}.${form}"`);
  });

  it('is not sent again to who has it, and is kept for a while where it shows the past', async () => {
    const path = `${server.url}/stories/${CROCUS}?asOf=2024-03-23T00:30Z`;
    const first = await fetch(path);
    expect(first.headers.get('cache-control')).toMatch(/^public/);
    expect(first.headers.get('vary')).toContain('Accept-Encoding');
    const again = await fetch(path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    const now = await fetch(`${server.url}/stories/${CROCUS}`, { method: 'HEAD' });
    expect([now.status, now.headers.get('cache-control'), await now.text()]).toEqual([200, 'no-cache', '']);
  });

  it('says in a sentence what is wrong with an address', async () => {
    const unknown = await fetch(`${server.url}/stories/no-such-story`);
    expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('There is no story &quot;no-such-story&quot;.')]);
    const noTime = await fetch(`${server.url}/stories/${CROCUS}?asOf=yesterday`);
    expect([noTime.status, await noTime.text()]).toEqual([400, expect.stringContaining('&quot;yesterday&quot; is not a time')]);
    const tooEarly = await fetch(`${server.url}/stories/${CROCUS}?asOf=1999-01-01`);
    expect([tooEarly.status, await tooEarly.text()]).toEqual([404, expect.stringContaining('at that moment')]);
    const post = await fetch(`${server.url}/stories/${CROCUS}`, { method: 'POST' });
    expect(post.status).toBe(405);
  });

  it('leads from an address of the playground or of nothing back to a page', async () => {
    expect(await page('/search?q=%22unclosed')).toContain('class="fault"');
    expect(await page('/search')).toContain('condemn OR condolences');
    expect((await fetch(`${server.url}/assets/none.js`)).status).toBe(404);
  });
});

describe('text that means harm', () => {
  const hostile = '<script>hacked = 1</script>"\' onload=hacked=1 \u202eright to left';

  it('is only text, wherever it stands', async () => {
    const story = await makeStory(here.db);
    await store(here.db, [
      { story: { slug: story.slug, headline: hostile, summary: hostile, reportedAt: '2024-03-02T12:00:00Z' } } as IngestRecord,
      article(story, { title: hostile, language: 'ar' }),
      article(story, { title: 'مقال عن الهجوم', language: 'ar' }),
      statement(story, { summary: hostile }),
    ]);
    for (const path of [`/stories/${story.slug}`, '/', '/search?q=hacked', `/search?q=${encodeURIComponent(hostile)}`]) {
      const html = await page(path);
      expect(html.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/^<script type="module" src="\/assets\//)]);
    }
    const html = await page(`/stories/${story.slug}`);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('<bdi lang="ar" dir="auto">مقال عن الهجوم</bdi>');
  });

  it('meets a policy that lets no script run but ours', async () => {
    const { headers } = await fetch(`${server.url}/stories/${CROCUS}`);
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });
});

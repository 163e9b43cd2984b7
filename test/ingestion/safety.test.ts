import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { createFeedParser, type FeedParser } from '../../src/ingestion/feed/parse-in-worker';
import { pollFeed } from '../../src/ingestion/poll/poll-feed';
import { registerFeed } from '../../src/ingestion/subscription/register-feed';
import { createEgress, type Egress, type EgressOptions } from '../../src/platform/egress/egress';
import { createMemoryHostGate } from '../../src/platform/egress/memory-host-gate';
import { Feed } from '../../src/source/feed.entity';
import type { Poll } from '../../src/source/poll.entity';
import { operation, useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { document, type FeedSite, openFeedSite, type Page, rss } from '../support/feed-site';
import { aName } from '../support/makers';

const here = useDatabase();
const api = useApi(here);
/** What a feed's server answers from, and what lies behind our own door. Names lead to the first, unless a test says otherwise. */
let outer: FeedSite;
let inner: FeedSite;
let parser: FeedParser;
let memoryBefore: number;
let memoryPeak: number;
let watch: NodeJS.Timeout;

beforeAll(async () => {
  outer = await openFeedSite();
  inner = await openFeedSite();
  inner.pages.set('/', document(rss([{ link: 'http://inner.example/secret', title: 'Secret' }])));
  parser = createFeedParser({ threads: 1 });
  await parser.parse(Buffer.from(rss([])));
  memoryBefore = memoryPeak = process.memoryUsage.rss();
  watch = setInterval(() => (memoryPeak = Math.max(memoryPeak, process.memoryUsage.rss())), 10);
});
afterAll(async () => {
  clearInterval(watch);
  await parser.close();
  await Promise.all([outer.close(), inner.close()]);
});

function egressOf(options: EgressOptions = {}): Egress {
  return createEgress({ allow: [outer.host], gate: createMemoryHostGate({ gapMs: 0 }), ...options });
}

/** Polls a feed once as a worker does, with a reader in a thread of its own. */
async function pollOf(page: Page | string, egress = egressOf()): Promise<Poll & { lastProblem: string | null; millis: number }> {
  let url = typeof page === 'string' ? page : '';
  if (typeof page !== 'string') {
    const path = `/${aName('hostile')}.xml`;
    outer.pages.set(path, page);
    url = outer.origin + path;
  }
  const { feed } = await registerFeed(here.db, { url });
  const started = performance.now();
  const poll = await pollFeed(here.dataSource, feed.id, { egress, parse: (bytes, about) => parser.parse(bytes, about) });
  const millis = performance.now() - started;
  const { lastProblem } = await here.db.findOneByOrFail(Feed, { id: feed.id });
  return { ...poll, lastProblem, millis };
}

/** Sends a piece again and again, without ever holding the whole. */
function pour(response: ServerResponse, piece: Buffer, times: number, end = ''): void {
  let left = times;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(piece)) return void response.once('drain', more);
    }
    if (!response.destroyed) response.end(end);
  };
  more();
}

const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY ha${at + 1} "${`&ha${at};`.repeat(10)}">`).join('');
const inRss = (inner: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>${inner}</title></channel></rss>`;

describe('a document that attacks its reader', () => {
  it.each<[string, () => string, RegExp]>([
    ['a billion laughs', () => inRss('&ha9;', `<!DOCTYPE r [<!ENTITY ha0 "ha">${laughs}]>`), /by other entities/],
    ['an external entity', () => inRss('&in;', `<!DOCTYPE r [<!ENTITY in SYSTEM "${inner.origin}/">]>`), /the external entity "in"/],
    [
      'a quadratic blow-up',
      () => inRss('&a;'.repeat(50_000), `<!DOCTYPE r [<!ENTITY a "${'a'.repeat(50_000)}">]>`),
      /at most 256 are read/,
    ],
    ['100,000 nested elements', () => inRss('<a>'.repeat(100_000)), /deeper than 256 levels/],
  ])('is refused for %s, and the poll says why', async (_, text, reason) => {
    const poll = await pollOf(document(text()));
    expect(poll).toMatchObject({ outcome: 'FAILED', httpStatus: 200, itemsNew: 0, problem: expect.stringMatching(reason) });
    expect(poll.lastProblem).toBe(poll.problem);
    expect(poll.millis).toBeLessThan(5_000);
  });

  it('never makes us ask for what its DTD names', async () => {
    await pollOf(document(inRss('x', `<!DOCTYPE r SYSTEM "${inner.origin}/r.dtd" [<!ENTITY % in SYSTEM "${inner.origin}/"> %in;]>`)));
    expect(inner.visits).toEqual([]);
  });

  it('is refused for a text of 50 MB before it is read to its end', async () => {
    const piece = Buffer.alloc(1_000_000, 'a');
    const poll = await pollOf((_, response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).write('<rss version="2.0"><channel><title>');
      pour(response, piece, 50, '</title></channel></rss>');
    });
    expect(poll).toMatchObject({ outcome: 'REFUSED', problem: expect.stringMatching(/longer than 10000000 bytes/) });
  });

  it.each<[string, () => Buffer]>([
    ['a text of 50 MB', () => gzipSync(inRss('a'.repeat(50_000_000)))],
    ['1 GB', () => Buffer.concat(Array<Buffer>(16).fill(gzipSync(Buffer.alloc(64_000_000))))],
  ])('is refused for %s that it inflates to', async (_, bytes) => {
    const body = bytes();
    const poll = await pollOf((_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(body));
    expect(poll).toMatchObject({ outcome: 'REFUSED', itemsNew: 0, problem: expect.stringMatching(/grows from \d+ bytes to more than/) });
  });
});

describe('a server that attacks its client', () => {
  it('gets no further than five redirects', async () => {
    let visits = 0;
    const poll = await pollOf((request, response) => {
      const next = `/${aName('next')}`;
      outer.pages.set(next, outer.pages.get(request.url ?? '') as Page);
      visits += 1;
      response.writeHead(302, { location: next }).end();
    });
    expect(poll).toMatchObject({ outcome: 'REFUSED', problem: expect.stringMatching(/redirects more than 5 times/) });
    expect(visits).toBe(6);
  });

  it.each([
    ['its head', ''],
    ['its body', 'HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n<rss>'],
  ])('holds us no longer than the deadline when it drips %s', async (_, start) => {
    const egress = egressOf();
    const hasty: Egress = { fetch: (url, request) => egress.fetch(url, { ...request, deadlineMs: 400 }) };
    const poll = await pollOf((request, response) => {
      request.socket.write(start || 'HTTP/1.1 200 OK\r\nx-slow: ');
      const timer = setInterval(() => request.socket.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    }, hasty);
    expect(poll).toMatchObject({ outcome: 'FAILED', problem: expect.stringMatching(/took longer than 400 ms/) });
    expect(poll.millis).toBeLessThan(3_000);
  });

  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['a name for it', 'localhost'],
    ['the metadata of a cloud', '169.254.169.254'],
    ['IPv6', '[::1]'],
    ['IPv4 within IPv6', '[::ffff:127.0.0.1]'],
    ['IPv4 within IPv6 in hexadecimal', '[::ffff:7f00:1]'],
    ['one decimal number', '2130706433'],
    ['octal numbers', '0177.0.0.1'],
    ['hexadecimal numbers', '0x7f.1'],
    ['another private network', '10.0.0.1'],
  ])('cannot send us behind our own door by %s', async (_, host) => {
    const target = `http://${host}:${inner.host.split(':')[1]}/`;
    const poll = await pollOf((_request, response) => void response.writeHead(302, { location: target }).end());
    expect(poll).toMatchObject({
      outcome: 'REFUSED',
      itemsNew: 0,
      problem: expect.stringMatching(/not on the public internet|in disguise/),
    });
    expect(inner.visits).toEqual([]);
  });

  it('gains nothing by a name that leads elsewhere when it is asked again', async () => {
    const addresses = ['127.0.0.1', '10.0.0.1'];
    const asked: string[] = [];
    const resolve = async (name: string) => {
      asked.push(name);
      return [{ address: addresses.shift() ?? '10.0.0.1', family: 4 }];
    };
    const egress = egressOf({ allow: ['127.0.0.1'], resolve });
    outer.pages.set('/rebind.xml', document(rss([{ link: 'http://site.example/rebound', title: 'Before' }])));
    const url = `http://rebind.example:${outer.host.split(':')[1]}/rebind.xml`;
    expect(await pollOf(url, egress)).toMatchObject({ outcome: 'READ', itemsNew: 1 });
    const before = outer.visits.length;
    expect(await pollOf(url, egress)).toMatchObject({ outcome: 'REFUSED', problem: expect.stringMatching(/leads to 10\.0\.0\.1/) });
    expect([asked.length, outer.visits.length]).toEqual([2, before]);
  });
});

it('all of this together took less than 256 MB of memory', () => {
  expect(memoryPeak - memoryBefore).toBeLessThan(256_000_000);
});

describe('markup that attacks readers', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" &#106;ava&#10;script:alert(1)">x</a>',
    '<svg/onload=alert(1)><script>alert(1)</script></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<style>@import "javascript:alert(1)"</style>',
  ];
  const dangerous = /<\s*(?:script|style|iframe|svg|img|a)\b|\bon(?:error|load|click)\s*=|javascript:|alert\(1\)/i;

  it('reaches no answer: not in a headline, a summary, a text, an address, nor in the name of the feed', async () => {
    const items = attacks.map((attack, at) => {
      const inCdata = `<![CDATA[${attack}]]>`;
      const escaped = attack.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const link = at % 2 ? `http://hostile.example/${at}` : `javascript:alert(1)//${at}`;
      return `<item><title>Report ${at} ${at % 3 ? inCdata : escaped}</title><link>${link}</link><guid>http://hostile.example/guid-${at}</guid>
        <description>What happened ${escaped}</description>
        <content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>In full ${attack}</p>]]></content:encoded></item>`;
    });
    const text = `<rss version="2.0"><channel><title><![CDATA[News ${attacks.join(' ')}]]></title><link>javascript:alert(1)</link>${items.join('')}</channel></rss>`;
    expect(await pollOf(document(text))).toMatchObject({ outcome: 'READ', itemsNew: attacks.length });
    const answers = [
      await api.ask(operation('ArticlePage'), { first: 100 }),
      await api.ask('{ articles(first: 100) { nodes { title url summary source { name homepage } versions { title summary text } } } }'),
      await api.ask(
        '{ feeds(first: 100) { nodes { url title lastProblem source { name homepage } polls(first: 5) { nodes { problem } } } } }',
      ),
    ];
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(JSON.stringify(answers)).toContain('Report 6');
    expect(JSON.stringify(answers)).toContain('In full');
    expect(dangerous.exec(JSON.stringify(answers))?.[0]).toBeUndefined();
  });
});

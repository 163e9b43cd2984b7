import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { validatorsOf } from '../../../src/platform/egress/conditional';
import { contentHash } from '../../../src/platform/egress/content-hash';
import { createEgress } from '../../../src/platform/egress/egress';
import { createMemoryHostGate } from '../../../src/platform/egress/memory-host-gate';
import { reasonOf, serve } from './servers';

function client(options: Parameters<typeof createEgress>[0] = {}) {
  return createEgress({ allow: ['127.0.0.0/8'], gate: createMemoryHostGate({ gapMs: 0 }), ...options });
}

describe('a fetch', () => {
  it('says who asks and what is understood, and brings the body decompressed', async () => {
    const seen: IncomingMessage['headers'][] = [];
    const host = await serve((request, response) => {
      seen.push(request.headers);
      response
        .writeHead(200, { 'content-encoding': 'br', 'content-type': 'text/xml', link: ['<a>', '<b>'] })
        .end(brotliCompressSync('<rss/>'));
    });
    const answer = await client({ contact: 'https://news.example/about' }).fetch(`http://${host}/feed?x=1#top`, { accept: 'text/xml' });
    expect(Buffer.from(answer.body).toString()).toBe('<rss/>');
    expect(answer).toMatchObject({ status: 200, finalUrl: `http://${host}/feed?x=1`, redirects: [], notModified: false, retryAfter: null });
    expect(answer.headers).toMatchObject({ 'content-type': 'text/xml', link: '<a>, <b>' });
    expect(seen).toEqual([
      {
        host,
        connection: 'close',
        accept: 'text/xml',
        'user-agent': 'Newsgraph/0.1 (+https://news.example/about)',
        'accept-encoding': 'gzip, deflate, br, zstd',
      },
    ]);
  });

  it('hands back what the server said of its version, and learns that nothing has changed', async () => {
    const host = await serve((request, response) => {
      const known = request.headers['if-none-match'] === 'W/"1"' && request.headers['if-modified-since'] === 'yesterday';
      response.writeHead(known ? 304 : 200, { etag: 'W/"1"', 'last-modified': 'yesterday' }).end('news');
    });
    const egress = client();
    const first = await egress.fetch(`http://${host}/`);
    const second = await egress.fetch(`http://${host}/`, { conditional: validatorsOf(first.headers) });
    expect([first.notModified, second.notModified, second.status, second.body.length]).toEqual([false, true, 304, 0]);
    expect(contentHash(first.body)).toBe('19fba0e995b9794fc2c26217bf3b725c2f0d9eeda16719fe75e3ba23ca73bfc4');
    await egress.fetch(`http://${host}/`, { conditional: { etag: '"a"\r\nx-injected: 1', lastModified: '\u2603' } });
  });

  it('follows redirects, tells each, and brings an answer of any status', async () => {
    const host = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end('moved');
      else if (request.url === '/new') response.writeHead(307, { location: `http://${request.headers.host}/gone?now` }).end();
      else if (request.url === '/nowhere') response.writeHead(302).end();
      else response.writeHead(410).end('no more');
    });
    expect(await client().fetch(`http://${host}/old`)).toMatchObject({
      status: 410,
      finalUrl: `http://${host}/gone?now`,
      redirects: [
        { status: 301, from: `http://${host}/old`, to: `http://${host}/new` },
        { status: 307, from: `http://${host}/new`, to: `http://${host}/gone?now` },
      ],
      body: new Uint8Array(),
    });
    expect(await client().fetch(`http://${host}/nowhere`)).toMatchObject({ status: 302, redirects: [] });
  });

  it('posts a webhook, and shows its signature to no other origin', async () => {
    const seen: unknown[] = [];
    const other = await serve((request, response) => record(request, () => response.end()), '127.0.0.2');
    const host = await serve((request, response) => record(request, () => response.writeHead(307, { location: `http://${other}/` }).end()));
    const headers = { 'x-signature': 'abc', 'content-type': 'application/json' };
    await client().fetch(`http://${host}/`, { method: 'POST', body: '{"a":1}', headers });
    expect(seen).toEqual([
      ['POST', 'abc', 'application/json', '{"a":1}'],
      ['POST', undefined, 'application/json', '{"a":1}'],
    ]);

    function record(request: IncomingMessage, done: () => void): void {
      let body = '';
      request.on('data', part => (body += String(part)));
      request.on('end', () => {
        seen.push([request.method, request.headers['x-signature'], request.headers['content-type'], body]);
        done();
      });
    }
  });
});

describe('a page', () => {
  it('is read only where robots.txt lets us, which is asked for once a day', async () => {
    let ahead = 0;
    const seen: string[] = [];
    const host = await serve((request, response) => {
      seen.push(request.url ?? '');
      if (request.url === '/robots.txt') response.end('User-agent: Newsgraph\nDisallow: /private\n');
      else if (request.url === '/away') response.writeHead(302, { location: '/private/2' }).end();
      else response.end('page');
    });
    const now = () => Date.now() + ahead;
    const egress = client({ now, gate: createMemoryHostGate({ now, gapMs: 0 }) });
    expect((await egress.fetch(`http://${host}/news`, { robots: true })).status).toBe(200);
    expect(await reasonOf(egress.fetch(`http://${host}/private/1`, { robots: true }))).toBe('ROBOTS');
    expect(await reasonOf(egress.fetch(`http://${host}/away`, { robots: true }))).toBe('ROBOTS');
    expect((await egress.fetch(`http://${host}/private/feed`)).status).toBe(200);
    ahead = 86_400_001;
    await egress.fetch(`http://${host}/news`, { robots: true });
    expect(seen).toEqual(['/robots.txt', '/news', '/away', '/private/feed', '/robots.txt', '/news']);
  });

  it.each([
    ['is missing', 404, '', 200],
    ['is shut', 403, '', 200],
    ['cannot be had', 500, '', 'ROBOTS'],
    ['comes too often', 429, '', 'ROBOTS'],
    ['is too long, by its beginning', 200, `User-agent: *\nDisallow: /a\n${'#'.repeat(600_000)}\nDisallow: /`, 200],
  ])('with a robots.txt that %s', async (_what, status, text, outcome) => {
    const host = await serve((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(status).end(text);
      else response.end('page');
    });
    const fetching = client().fetch(`http://${host}/page`, { robots: true });
    expect(outcome === 200 ? (await fetching).status : await reasonOf(fetching)).toBe(outcome);
  });

  it('is not asked for at addresses that are shut, so robots.txt is not, either', async () => {
    const seen: string[] = [];
    const host = await serve((request, response) => {
      seen.push(request.url ?? '');
      response.end();
    });
    const egress = createEgress();
    expect(await reasonOf(egress.fetch(`http://${host}/`, { robots: true }))).toBe('ADDRESS');
    expect(seen).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createEgress } from '../../../src/platform/egress/egress';
import { createMemoryHostGate } from '../../../src/platform/egress/memory-host-gate';
import { drip, reasonOf, refusalOf, serve, serveRaw } from './servers';

const gate = createMemoryHostGate({ gapMs: 0 });
const egress = createEgress({ gate, allow: ['127.0.0.0/8'] });
const strict = createEgress({ gate });

describe('addresses that are not public', () => {
  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[fd00::1]/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0x7f.1/',
    'http://0/',
    'http://10.0.0.1/',
    'http://93.184.216.34:22/',
  ])('%s is refused, asked for or redirected to', async url => {
    let asked = 0;
    const host = await serve((_request, response) => {
      asked += 1;
      response.writeHead(302, { location: url }).end();
    });
    expect(await reasonOf(strict.fetch(url))).toBe('ADDRESS');
    expect(await reasonOf(strict.fetch(`http://${host}/`, { allowFirst: [host] }))).toBe('ADDRESS');
    expect(asked).toBe(1);
  });

  it('a name is refused when all its addresses are, and the message names them', async () => {
    const resolve = async () => [
      { address: '10.0.0.7', family: 4 },
      { address: 'fe80::1', family: 6 },
    ];
    const { reason, message } = await refusalOf(createEgress({ gate, resolve }).fetch('http://inner.example/?token=secret'));
    expect(reason).toBe('ADDRESS');
    expect(message).toMatch(/inner\.example\/\?… leads to 10\.0\.0\.7, fe80::1.*EGRESS_ALLOW/);
    expect(message).not.toContain('secret');
  });

  it('what is opened for the first address alone stays shut after a redirect, to the very same server, too', async () => {
    const seen: string[] = [];
    const host = await serve((request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(302, { location: '/secret' }).end();
    });
    expect(await reasonOf(strict.fetch(`http://${host}/`, { allowFirst: [host] }))).toBe('ADDRESS');
    expect(seen).toEqual(['/']);
  });

  it('what comes from the public internet cannot use the allow-list', async () => {
    const host = await serve((_request, response) => response.end('inner'), '127.0.0.1');
    const outer = await serve((_request, response) => response.writeHead(302, { location: `http://${host}/` }).end(), '127.0.0.2');
    const listed = createEgress({ gate, allow: [host] });
    expect(await reasonOf(listed.fetch(`http://${outer}/`))).toBe('ADDRESS');
    expect((await listed.fetch(`http://${host}/`)).status).toBe(200);
    expect(await reasonOf(listed.fetch(`http://${host}/`.replace('127.0.0.1', '127.0.0.3')))).toBe('ADDRESS');
  });

  it('a name that changes its address between check and connection gains nothing', async () => {
    const inner: string[] = [];
    const outside = await serve((_request, response) => response.writeHead(302, { location: '/again' }).end(), '127.0.0.2');
    const port = Number(outside.split(':')[1]);
    await serve((request, response) => (inner.push(request.url ?? ''), response.end()), '127.0.0.1', port);
    let asked = 0;
    const resolve = async () => [{ address: asked++ ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    const rebinding = createEgress({ gate, resolve, allow: ['127.0.0.2'] });
    const { reason, message } = await refusalOf(rebinding.fetch(`http://rebind.example:${port}/`));
    expect([reason, asked, inner]).toEqual(['ADDRESS', 2, []]);
    expect(message).toContain('/again leads to 127.0.0.1');
  });

  it('only the permitted ones of several addresses are connected to', async () => {
    const host = await serve((_request, response) => response.end('here'), '127.0.0.2');
    const resolve = async () => ['10.0.0.1', '127.0.0.2', '169.254.169.254'].map(address => ({ address, family: 4 }));
    const answer = await createEgress({ gate, resolve, allow: ['127.0.0.2'] }).fetch(`http://both.example:${host.split(':')[1]}/`);
    expect(Buffer.from(answer.body).toString()).toBe('here');
  });
});

describe('answers without end or measure', () => {
  it('redirects end after five', async () => {
    let asked = 0;
    const host = await serve((_request, response) => response.writeHead(302, { location: `/${++asked}` }).end());
    expect(await reasonOf(egress.fetch(`http://${host}/`))).toBe('TOO_MANY_REDIRECTS');
    expect(asked).toBe(6);
  });

  it('a gzip bomb of 1 GB, a body without end and a head without end stop early, and memory stays flat', async () => {
    const member = gzipSync(Buffer.alloc(64_000_000));
    const bomb = Buffer.concat(Array.from({ length: 16 }, () => member));
    const twice = gzipSync(bomb);
    const piece = Buffer.alloc(65_536, 'x');
    const host = await serve((request, response) => {
      if (request.url === '/bomb') return response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
      if (request.url === '/twice') return response.writeHead(200, { 'content-encoding': 'gzip' }).end(twice);
      if (request.url === '/length') return response.writeHead(200, { 'content-length': 50_000_000_000 }).write('x');
      const pour = (): void => {
        while (!response.destroyed && response.write(piece));
        response.once('drain', pour);
      };
      pour();
    });
    const headless = await serveRaw(socket => {
      socket.write('HTTP/1.1 200 OK\r\n');
      drip(socket, `x-more: ${'y'.repeat(8_000)}\r\n`, 1);
    });
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 10);
    const started = performance.now();
    const reasons = [];
    for (const url of [`${host}/bomb`, `${host}/twice`, `${host}/length`, `${host}/endless`, headless])
      reasons.push(await reasonOf(egress.fetch(`http://${url}`)));
    clearInterval(watch);
    expect(reasons).toEqual(['INFLATES_TOO_MUCH', 'INFLATES_TOO_MUCH', 'TOO_LARGE', 'TOO_LARGE', 'TOO_LARGE']);
    expect(peak - before).toBeLessThan(256_000_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('of what is too long the beginning can be had', async () => {
    const host = await serve((_request, response) => response.end('x'.repeat(100_000)));
    const { body } = await egress.fetch(`http://${host}/`, { maxBytes: 1_000, cut: true });
    expect(body.length).toBe(1_000);
  });
});

describe('slow servers', () => {
  it.each([
    ['that never answers', ''],
    ['that drips its head', 'HTTP/1.1 200 OK\r\nx-slow: '],
    ['that drips its body', 'HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n'],
    ['that drips chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r'],
    ['that announces an answer again and again', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
  ])('one %s is given up at the deadline', async (what, start) => {
    const host = await serveRaw(socket => {
      socket.write(start);
      if (start) drip(socket, what.includes('chunks') ? '\nx\r\n1\r' : what.includes('announces') ? start : 'x', 20);
    });
    const started = performance.now();
    expect(await reasonOf(egress.fetch(`http://${host}/`, { deadlineMs: 300 }))).toBe('TOO_SLOW');
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('silence is given up sooner', async () => {
    const host = await serveRaw(socket => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nx'));
    const started = performance.now();
    expect(await reasonOf(egress.fetch(`http://${host}/`, { idleMs: 200 }))).toBe('TOO_SLOW');
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  it('the deadline is for all redirects together, and for the look-up of the name', async () => {
    const host = await serve((_request, response) => void setTimeout(() => response.writeHead(302, { location: '/' }).end(), 120));
    expect(await reasonOf(egress.fetch(`http://${host}/`, { deadlineMs: 300 }))).toBe('TOO_SLOW');
    const hanging = createEgress({ gate, resolve: () => new Promise(() => {}) });
    expect(await reasonOf(hanging.fetch('http://slow.example/', { deadlineMs: 100 }))).toBe('TOO_SLOW');
  });

  it('who gives up gets their own reason back, at once', async () => {
    const host = await serveRaw(() => {});
    const controller = new AbortController();
    const fetching = egress.fetch(`http://${host}/`, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('stopping')), 50);
    await expect(fetching).rejects.toThrow('stopping');
  });
});

describe('what is no proper answer', () => {
  it.each([
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n\r\n', 'PROTOCOL'],
    ['a body shorter than announced', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort', 'PROTOCOL'],
    ['a broken chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\nhello\r\n', 'PROTOCOL'],
    ['chunks without the last', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n', 'PROTOCOL'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx', 'PROTOCOL'],
    ['an empty answer', '', 'PROTOCOL'],
  ])('%s', async (_what, answer, reason) => {
    const host = await serveRaw(socket => socket.end(answer));
    expect(await reasonOf(egress.fetch(`http://${host}/`))).toBe(reason);
  });

  it('a body that ends with the connection is whole', async () => {
    const host = await serveRaw(socket => socket.end('HTTP/1.0 200 OK\r\n\r\nhello'));
    expect(Buffer.from((await egress.fetch(`http://${host}/`)).body).toString()).toBe('hello');
  });

  it('no server, no TLS, no name: each is its own reason', async () => {
    const free = createServer();
    const port = await new Promise<number>(resolve =>
      free.listen(0, '127.0.0.1', () => resolve((free.address() as { port: number }).port)),
    );
    await new Promise(resolve => free.close(resolve));
    expect(await reasonOf(egress.fetch(`http://127.0.0.1:${port}/`))).toBe('CONNECT');
    const plain = await serve((_request, response) => response.end());
    expect(await reasonOf(egress.fetch(`https://${plain}/`))).toBe('TLS');
    const nameless = createEgress({ gate, resolve: () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })) });
    expect(await reasonOf(nameless.fetch('http://gone.example/'))).toBe('DNS');
  });
});

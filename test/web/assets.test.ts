import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadAssets, serveAsset } from '../../src/web/assets';
import { servePlayground, wantsPlayground } from '../../src/web/playground';

const SCRIPT = 'export const answer = 42;\n'.repeat(100);
let root: string;
let server: Server;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'newsgraph-web-'));
  await mkdir(join(root, 'web/playground/assets'), { recursive: true });
  await writeFile(join(root, 'secret.js'), 'secret');
  await writeFile(join(root, 'web/playground/index.html'), '<!doctype html><title>A page</title>');
  await writeFile(join(root, 'web/playground/assets/main-a1b2c3d4.js'), SCRIPT);
  const built = await loadAssets(join(root, 'web'));
  const missing = await loadAssets(join(root, 'never-built'));
  server = createServer((incoming, response) => {
    if (serveAsset(incoming, response, built)) return;
    if (wantsPlayground(incoming)) return servePlayground(incoming, response, incoming.url === '/unbuilt' ? missing : built);
    response.writeHead(404).end('data');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  server.close();
  await rm(root, { recursive: true });
});

/** Asks with the path exactly as given: `fetch` would tidy it up. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const outgoing = request({ host: '127.0.0.1', port, path, method, headers, agent: false }).end();
  const [response] = await once(outgoing, 'response');
  return { status: response.statusCode as number, headers: response.headers as IncomingHttpHeaders, body: await text(response) };
}

describe('built files', () => {
  const path = '/playground/assets/main-a1b2c3d4.js';

  it('are sent with their type, and for ever, since their name changes with their content', async () => {
    const { status, headers, body } = await ask(path);
    expect({ status, body }).toEqual({ status: 200, body: SCRIPT });
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('are not sent again to who has them', async () => {
    const { headers } = await ask(path);
    expect(await ask(path, { 'if-none-match': String(headers.etag) })).toMatchObject({ status: 304, body: '' });
  });

  it('are compressed for who can read that', async () => {
    const { headers } = await ask(path, { 'accept-encoding': 'gzip, br' });
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(Number(headers['content-length'])).toBeLessThan(SCRIPT.length);
  });

  it('answer HEAD with the headers alone, and nothing but reading', async () => {
    expect(await ask(path, {}, 'HEAD')).toMatchObject({ status: 200, body: '', headers: { 'content-length': String(SCRIPT.length) } });
    expect(await ask(path, {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it.each([
    '/../secret.js',
    '/playground/assets/../../../secret.js',
    '/%2e%2e/secret.js',
    '/playground/..%2f..%2fsecret.js',
    '//secret.js',
  ])('are all that is served: %s leads nowhere', async traversal => {
    expect(await ask(traversal)).toMatchObject({ status: 404, body: 'data' });
  });
});

describe('the address that people and programs share', () => {
  it('gives a browser the page, with a policy that keeps it to this host', async () => {
    const { body, headers } = await ask('/graphql', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect(body).toContain('A page');
    expect(headers).toMatchObject({
      vary: 'Accept, Accept-Encoding',
      'content-security-policy': expect.stringContaining("connect-src 'self'"),
    });
  });

  it.each([
    ['/graphql', '*/*'],
    ['/graphql', 'application/graphql-response+json, text/html'],
    ['/graphql?query=%7B__typename%7D', 'text/html'],
  ])('gives data for %s to who accepts %s', async (path, accept) => {
    expect(await ask(path, { accept })).toMatchObject({ body: 'data' });
  });

  it('says how to build the page where it was not', async () => {
    const { status, body } = await ask('/unbuilt', { accept: 'text/html' });
    expect({ status, body }).toEqual({ status: 503, body: expect.stringContaining('npm run build') });
  });
});

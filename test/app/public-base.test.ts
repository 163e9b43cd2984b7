import { expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { publicBase } from '../../src/app/http/public-base';

const request = (headers: Record<string, string>): IncomingMessage =>
  ({ headers, socket: { localPort: 4000 } }) as unknown as IncomingMessage;
const forwarded = { host: 'inner:4000', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'news.example' };

it.each([
  ['the settings', forwarded, { trustedProxies: 0, publicUrl: 'https://news.example.org' }, 'https://news.example.org'],
  ['the request', { host: '127.0.0.1:4000' }, { trustedProxies: 0 }, 'http://127.0.0.1:4000'],
  ['the request by its IPv6 address', { host: '[::1]:4000' }, { trustedProxies: 0 }, 'http://[::1]:4000'],
  ['a proxy that is trusted', forwarded, { trustedProxies: 1 }, 'https://news.example'],
  ['no proxy that is not trusted', forwarded, { trustedProxies: 0 }, 'http://inner:4000'],
  ['no header that is no host', { host: 'a"><script>' }, { trustedProxies: 0 }, 'http://127.0.0.1:4000'],
])('the address that feeds and pages name comes from %s', (_, headers, reached, base) => {
  expect(publicBase(request(headers), reached)).toBe(base);
});

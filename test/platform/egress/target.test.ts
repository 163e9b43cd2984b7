import { describe, expect, it } from '@jest/globals';
import { createAllowList, isAllowEntry } from '../../../src/platform/egress/allow-list';
import { hostOf } from '../../../src/platform/egress/host-gate';
import { movedTo, nextAfter, type Sent } from '../../../src/platform/egress/redirect';
import { EgressRefusal } from '../../../src/platform/egress/refusal';
import { isWebPort, targetOf } from '../../../src/platform/egress/target';

describe('what may be asked for', () => {
  it('is http and https, whole, without user info; the fragment stays here', () => {
    expect(targetOf('https://example.org/feed?x=1#top').href).toBe('https://example.org/feed?x=1');
    expect(refused('file:///etc/passwd')).toBe('SCHEME');
    expect(refused('gopher://example.org/1')).toBe('SCHEME');
    expect(refused('feed.xml')).toBe('SCHEME');
    expect(refused('https://me:secret@example.org/')).toBe('ADDRESS');
    expect(refused('https://me@example.org/')).toBe('ADDRESS');
  });

  it('is no address in disguise', () => {
    const disguises = [
      '2130706433',
      '017700000001',
      '0x7f000001',
      '0x7f.1',
      '127.1',
      '0177.0.0.1',
      '127.0.0.1.',
      '１２７.0.0.1',
      '127.0.0.%31',
      '①27.0.0.1',
    ];
    for (const host of disguises)
      for (const form of [`http://${host}/`, `http:${host}`, `//${host}/`, `http:\\\\${host}:80/`]) expect(refused(form)).toBe('ADDRESS');
    expect(targetOf('http://127.0.0.1:8080/').host).toBe('127.0.0.1:8080');
    expect(targetOf('/next', new URL('http://127.0.0.1:8080/')).href).toBe('http://127.0.0.1:8080/next');
  });

  it('is at a port of the web', () => {
    const open = [80, 443, 8080, 8443, 3000].map(port => isWebPort(new URL(`http://example.org:${port}/`)));
    const shut = [22, 25, 110, 631, 6000, 6379, 6667, 11211, 5432].map(port => isWebPort(new URL(`http://example.org:${port}/`)));
    expect([new Set(open), new Set(shut)]).toEqual([new Set([true]), new Set([false])]);
  });

  it('counts as one host with and without TLS, and as another at another port', () => {
    const hosts = ['https://Example.org/a', 'http://example.org./b', 'http://example.org:8080/', 'http://www.example.org/'].map(url =>
      hostOf(new URL(url)),
    );
    expect(hosts).toEqual(['example.org', 'example.org', 'example.org:8080', 'www.example.org']);
  });

  function refused(text: string): string {
    return reasonIn(() => targetOf(text, text.startsWith('//') ? new URL('http://example.org/') : undefined));
  }
});

describe('the allow-list', () => {
  const list = createAllowList(['10.1.0.0/16', 'fd00::/8', '127.0.0.1:8080', 'intranet:80']);

  it('opens ranges for every name, and a host with its port for URLs that name it', () => {
    expect(list.opens(new URL('http://news.example/'), '10.1.200.3')).toBe(true);
    expect(list.opens(new URL('http://news.example/'), 'fd00::7')).toBe(true);
    expect(list.opens(new URL('http://127.0.0.1:8080/'), '127.0.0.1')).toBe(true);
    expect(list.opens(new URL('http://localhost:8080/'), '127.0.0.1')).toBe(true);
    expect(list.opens(new URL('http://intranet/'), '192.168.0.9')).toBe(true);
  });

  it('opens nothing else', () => {
    expect(list.opens(new URL('http://news.example/'), '10.2.0.1')).toBe(false);
    expect(list.opens(new URL('http://rebind.example:8080/'), '127.0.0.1')).toBe(false);
    expect(list.opens(new URL('http://127.0.0.1:8081/'), '127.0.0.1')).toBe(false);
    expect(list.opens(new URL('http://localhost:8080/'), '::1')).toBe(false);
    expect(list.opens(new URL('https://intranet/'), '192.168.0.9')).toBe(false);
  });

  it('says which entry it cannot read', () => {
    expect(['*', 'intranet', '10.0.0.0/33', 'http://intranet/', '1.2.3.4:0', 'a:70000'].filter(isAllowEntry)).toEqual([]);
    expect(() => createAllowList(['10.0.0.0/8', 'anything'])).toThrow('"anything" is neither');
  });
});

describe('after a redirect', () => {
  const sent: Sent = {
    url: new URL('https://a.example/hook'),
    method: 'POST',
    body: '{}',
    headers: { authorization: 'Bearer secret', 'x-signature': 'abc', 'content-type': 'application/json' },
  };

  it('303 becomes GET, 301 and 302 turn POST into GET, 307 and 308 keep method and body', () => {
    const methods = [301, 302, 303, 307, 308].map(status => nextAfter(sent, status, '/next')).map(({ method, body }) => [method, body]);
    expect(methods).toEqual([
      ['GET', null],
      ['GET', null],
      ['GET', null],
      ['POST', '{}'],
      ['POST', '{}'],
    ]);
    expect(nextAfter({ ...sent, method: 'HEAD', body: null }, 303, '/next').method).toBe('HEAD');
  });

  it('another origin gets no credentials', () => {
    expect(nextAfter(sent, 307, 'https://a.example/other').headers).toEqual(sent.headers);
    expect(nextAfter(sent, 307, 'https://b.example/').headers).toEqual({ 'content-type': 'application/json' });
    expect(nextAfter(sent, 307, 'https://a.example:8443/').headers).toEqual({ 'content-type': 'application/json' });
    expect(nextAfter(sent, 302, 'https://b.example/').headers).toEqual({});
  });

  it('nothing goes from https down to http', () => {
    expect(reasonIn(() => nextAfter(sent, 302, 'http://a.example/'))).toBe('SCHEME');
    expect(nextAfter({ ...sent, url: new URL('http://a.example/') }, 302, 'https://a.example/').url.protocol).toBe('https:');
  });

  it('a location in raw UTF-8 is understood', () => {
    const location = Buffer.from('/новости').toString('latin1');
    expect(nextAfter(sent, 302, location).url.pathname).toBe(encodeURI('/новости'));
  });

  it('only permanent redirects, from the first on, have moved an address', () => {
    const step = (status: number, to: string) => ({ status, from: '', to });
    expect(movedTo([])).toBe(null);
    expect(movedTo([step(301, 'b'), step(308, 'c')])).toBe('c');
    expect(movedTo([step(301, 'b'), step(302, 'c'), step(301, 'd')])).toBe('b');
    expect(movedTo([step(302, 'b'), step(301, 'c')])).toBe(null);
  });
});

function reasonIn(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof EgressRefusal) return error.reason;
  }
  return 'not refused';
}

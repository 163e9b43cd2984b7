import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ARTICLE_NAMESPACE, articleIdOf, canonicalUrl, PageUrlError } from '../../src/article/canonical-url';
import { uuidV5 } from '../../src/platform/ids';
import articles from '../../sample/crocus/articles.json';

describe('the one spelling of an address', () => {
  it.each([
    ['scheme and host in small letters', 'HTTPS://WWW.Example.ORG/News', 'https://www.example.org/News'],
    ['no default port', 'https://example.org:443/a', 'https://example.org/a'],
    ['another port stays', 'http://example.org:8080/a', 'http://example.org:8080/a'],
    ['no fragment', 'https://example.org/a#comments', 'https://example.org/a'],
    ['no user info', 'https://me:secret@example.org/a', 'https://example.org/a'],
    ['no dot after the host', 'https://rg.ru./2024/03/27/a.html', 'https://rg.ru/2024/03/27/a.html'],
    ['dot segments resolved', 'https://example.org/a/./b/../c', 'https://example.org/a/c'],
    ['a root path', 'https://example.org', 'https://example.org/'],
    ['a trailing slash stays', 'https://example.org/a/', 'https://example.org/a/'],
    ['no empty query', 'https://example.org/a?', 'https://example.org/a'],
    ['no empty parameters', 'https://example.org/a?&x=1&&y=2&', 'https://example.org/a?x=1&y=2'],
    ['international hosts as punycode', 'https://президент.рф/а', 'https://xn--d1abbgf6aiiy.xn--p1ai/%D0%B0'],
    ['unreserved characters bare, other escapes in capitals', 'https://example.org/%7ea%2d%c3%a9%2f', 'https://example.org/~a-%C3%A9%2F'],
    ['a stray percent sign escaped', 'https://example.org/100%?q=5%', 'https://example.org/100%25?q=5%25'],
    ['brackets and bars escaped', 'https://example.org/a|b?x[]=1', 'https://example.org/a%7Cb?x%5B%5D=1'],
    ['blanks around it ignored', '  https://example.org/a\n', 'https://example.org/a'],
  ])('has %s', (_, given, canonical) => expect(canonicalUrl(given)).toBe(canonical));

  it.each([
    'utm_source=rss',
    'UTM_Medium=x',
    'fbclid=1',
    'gclid=1',
    'yclid=1',
    'mc_cid=1',
    'igshid=1',
    'ref_src=x',
    'at_medium=RSS',
    'amp;utm_term=x',
    'utm%5Fid=1',
  ])('leaves out the tracking parameter %s, and only that', tracking => {
    expect(canonicalUrl(`https://example.org/a?${tracking}`)).toBe('https://example.org/a');
    expect(canonicalUrl(`https://example.org/a?z=1&${tracking}&b=2`)).toBe('https://example.org/a?z=1&b=2');
  });

  it.each(['id=7', 'p=778865', 'amp=1', 'lang=en', 'from=rss', 'page=2', 'b=2&a=1', 'a=1&a=2', 'q=utm_source', 'q=a+b', 'empty=', 'bare'])(
    'keeps the parameters %s, which may choose the page',
    kept => expect(canonicalUrl(`https://example.org/a?${kept}`)).toBe(`https://example.org/a?${kept}`),
  );

  it('is the same when it is taken twice', () => {
    const host = fc.oneof(fc.constantFrom('Example.org', 'новости.рф', '1..', '[::1]', '127.1', 'a.b...', 'rg.ru.:80'), fc.domain());
    const rest = fc.string({ unit: fc.constantFrom(...'aZ09%%%2eEfF~./?&=#;+[]|\\ "\'<>é\u0000', 'utm_', '%41', '%2e', '%%3') });
    const address = fc.tuple(fc.constantFrom('http', 'HTTPS'), host, rest).map(([scheme, host, rest]) => `${scheme}://${host}/${rest}`);
    fc.assert(
      fc.property(fc.oneof(address, fc.webUrl({ withFragments: true, withQueryParameters: true })), given => {
        fc.pre(URL.canParse(given));
        const once = canonicalUrl(given);
        expect(canonicalUrl(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['/news/1', '"/news/1" is not an address: give it whole, such as https://example.org/news/1.'],
    ['', '"" is not an address'],
    ['https://', '"https://" is not an address'],
    ['mailto:desk@example.org', 'it must begin with http:// or https://.'],
    ['javascript:alert(1)', 'it must begin with http:// or https://.'],
    ['file:///etc/passwd', 'it must begin with http:// or https://.'],
  ])('is refused for %j with a sentence that helps', (given, sentence) => {
    expect(() => canonicalUrl(given)).toThrow(PageUrlError);
    expect(() => canonicalUrl(given)).toThrow(sentence);
  });
});

describe('the key of an article', () => {
  it('is derived from its address under the namespace that RFC 9562 keeps for URLs', () => {
    expect(articleIdOf('http://Python.org:80/#top')).toBe('4c565f0d-3f5a-5890-b41b-20cf47701c5e');
    expect(articleIdOf('https://example.org/a?utm_source=rss')).toBe(uuidV5(ARTICLE_NAMESPACE, 'https://example.org/a'));
  });

  it('tells all articles of the sample apart, and changes their addresses in nothing but spelling and tracking', () => {
    expect(new Set(articles.map(({ url }) => articleIdOf(url))).size).toBe(articles.length);
    const changed = articles
      .map(({ url }) => [url, decodeURI(canonicalUrl(url))] as const)
      .filter(([given, canonical]) => decodeURI(given) !== canonical);
    expect(changed.map(([, canonical]) => canonical)).toEqual([
      'https://444.hu/2024/03/23/az-fszb-szerint-az-ukran-hatartol-alig-szaz-kilometerre-kaptak-el-a-negy-terroristat',
      'https://en.apa.az/cis-countries/investigators-reconstruct-crocus-city-hall-terror-attack-timeline-432034',
      'https://rg.ru/2024/03/27/eho-bolshoj-bedy.html',
    ]);
  });
});

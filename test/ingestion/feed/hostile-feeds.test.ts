import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { FeedError } from '../../../src/ingestion/feed/feed-error';
import { parseFeed } from '../../../src/ingestion/feed/parse-feed';
import { read, rssItem } from './make-feed';

const dangerous = /<(?:script|style|iframe|object|embed|form|meta|link|base)\b|\son\w+\s*=|javascript:|vbscript:/i;

describe('hostile feeds', () => {
  it.each([
    ['a thousand laughs', '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss/>', 'by other entities'],
    ['an external entity', '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss/>', 'the external entity "a"'],
    ['an entity that blows up', `<!DOCTYPE r [<!ENTITY a "${'a'.repeat(50_000)}">]><rss/>`, 'at most 256 are read'],
    ['deep nesting', `<rss><channel>${'<a>'.repeat(100_000)}`, 'deeper than 256 levels'],
    ['too many elements', `<rss><channel>${'<a/>'.repeat(500_000)}`, 'more than 400000 elements'],
    ['too many bytes', `<rss><channel><title>${'a'.repeat(17_000_000)}`, 'at most 16777216 are read'],
  ])('are refused for %s', (_, text, reason) => expect(() => read(text)).toThrow(reason));

  it('are refused for what they inflate to', () => {
    expect(() => parseFeed(gzipSync(Buffer.alloc(50_000_000)))).toThrow('inflates to more than');
  });

  it('may declare a word of their own', () => {
    expect(read('<!DOCTYPE r [<!ENTITY paper "The News">]><rss><channel><title>&paper;</title></channel></rss>').feed.title).toBe(
      'The News',
    );
  });

  it.each([
    ['brackets in a name', (n: number) => `<item><author>${'('.repeat(n)}</author></item>`],
    ['tags that do not end', (n: number) => '<a b="'.repeat(n / 6)],
    ['end tags without a start', (n: number) => `${'<b>'.repeat(200)}${'</c>'.repeat(n / 4)}`],
    ['nested HTML', (n: number) => `<item><description><![CDATA[${'<div>'.repeat(n / 5)}]]></description></item>`],
    ['scripts that do not end', (n: number) => `<item><description><![CDATA[${'<script>'.repeat(n / 8)}]]></description></item>`],
    ['comments that do not end', (n: number) => `<item><title>${'<!--'.repeat(n / 4)}`],
    ['space', (n: number) => `<item><description>a${' \n'.repeat(n / 2)}b</description></item>`],
    ['namespaces', (n: number) => `<item xmlns:q="q"><title>a</title></item>`.repeat(n / 41)],
  ])('take time in proportion to their length: %s', (_, inner) => {
    const cost = (n: number): number => {
      const bytes = Buffer.from(`<rss><channel>${inner(n)}`);
      const { user } = process.cpuUsage();
      parseFeed(bytes);
      return (process.cpuUsage().user - user) / 1_000;
    };
    cost(100_000);
    const [short, long] = [Math.min(cost(100_000), cost(100_000)), Math.min(cost(800_000), cost(800_000))];
    expect(long).toBeLessThan(Math.max(100, short * 8 * 4));
  });

  it('set items past the limit aside', () => {
    const { items, setAside } = read(`<rss><channel>${'<item><title>a</title></item>'.repeat(5_002)}</channel></rss>`);
    expect(items).toHaveLength(5_000);
    expect(setAside).toEqual([{ index: 5_000, reason: 'The feed has more than 5000 items.' }]);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href=" &#106;avascript:alert(1)">x</a>',
    '<svg><script>alert(1)</script></svg>',
    '<style>@import "x"</style><p style="position:fixed">x</p>',
    '<iframe src="https://evil.example/"></iframe>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<img src="data:text/html,<script>alert(1)</script>">',
    '<form action="javascript:alert(1)"><input></form>',
    '<meta http-equiv="refresh" content="0"><base href="//evil.example/">',
    '<a href="https://x.example/" onclick="alert(1)" style="x:expression(1)">x</a>',
  ])('never pass on %j', html => {
    const item = rssItem(`<title><![CDATA[${html}]]></title><description><![CDATA[${html}]]></description>`);
    expect(item.summaryHtml?.replace(/ title="[^"]*"/g, '') ?? '').not.toMatch(dangerous);
    expect(item.title).not.toMatch(/<script/i);
  });

  it('never make the reader throw anything but its refusal, nor pass on a script', () => {
    const piece = fc.constantFrom(
      ...[
        '<rss>',
        '<feed>',
        '<channel>',
        '<item>',
        '<entry>',
        '</item>',
        '<title>',
        '</title>',
        '<description>',
        '</description>',
        '<link>',
        '<link href="',
        '"',
        "'",
      ],
      ...[
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        'javascript:',
        '&lt;',
        '&#0;',
        '&#x110000;',
        '<img src=x onerror=1',
        '>',
        '<',
        '&',
        '\u0000',
        'é',
        '~1',
      ],
      ...[
        '<pubDate>',
        '<guid>',
        '<media:group>',
        '<xhtml:body xml:base="',
        '<!DOCTYPE',
        '[',
        ']',
        '<?xml',
        '?>',
        '<a href=',
        '</',
        '/>',
        ' ',
        '\ud800',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        try {
          const { items } = parseFeed(Buffer.from(pieces.join('')), { url: 'https://news.example/' });
          for (const { summaryHtml, contentHtml, url } of items) {
            expect(`${summaryHtml ?? ''}${contentHtml ?? ''}`).not.toMatch(/<script|<[^>]*\sonerror/i);
            if (url) expect(url).toMatch(/^https?:/);
          }
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('never make the reader throw anything but its refusal, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        try {
          parseFeed(bytes);
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
        }
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { extractPage } from '../../../src/ingestion/page/extract-page';
import { parseMoment } from '../../../src/platform/moment';
import { inParagraphs, makePage } from './page-makers';

const url = 'https://ferry.example/bridge';

describe('any page', () => {
  const pieces = fc.constantFrom(
    '<div>',
    '</div>',
    '<p>',
    '</p',
    '<a href="',
    '<b',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<h1>',
    '&amp;',
    '&#x1F600;',
    '&#0;',
    '<table><tr><td>',
    '<article>',
    'words, and more words. ',
    '"',
    '\u0000',
    '<meta name="author" content="',
    '<time datetime="2024-',
    '<script type="application/ld+json">{"@type":"Article","author":[',
    ']}',
  );
  const pages = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(pieces, fc.string({ maxLength: 20 })), { maxLength: 60 }).map(parts => parts.join('')),
  );

  it('is read without an error, and the same way each time', () => {
    fc.assert(
      fc.property(pages, fc.string(), (html, address) => expect(extractPage(html, address)).toEqual(extractPage(html, address))),
      { numRuns: 150 },
    );
  });

  it('is read from any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => typeof extractPage(bytes, url).text === 'string'),
      { numRuns: 200 },
    );
  });

  it('has a time of publication that can be read, or none', () => {
    const digits = fc.constantFrom(
      '2024',
      '03',
      '22',
      '31',
      '0',
      '-',
      '/',
      '.',
      ':',
      'T',
      ' ',
      'Z',
      '+14:00',
      '+99:99',
      'March',
      'pm',
      '24',
      '60',
      ',',
    );
    const written = fc.oneof(
      fc.string(),
      fc.array(digits, { maxLength: 12 }).map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(written, text => {
        const { publishedAt } = extractPage(makePage({ before: `<time datetime="${text.replaceAll('"', '')}">x</time>` }), url);
        expect(() => publishedAt && parseMoment(publishedAt)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });

  it('leaves no element in what is read from it', () => {
    const words = fc.array(
      fc.constantFrom(
        'river',
        'bridge,',
        'ferry',
        '<b>stone</b>',
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '<a href="javascript:x">late</a>',
      ),
      { minLength: 20, maxLength: 60 },
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), texts => {
        const { text, title, authors } = extractPage(
          makePage({ body: inParagraphs(texts.map(parts => `${parts.join(' ')}.`)), headline: 'A <b>bridge</b> again' }),
          url,
        );
        expect([text, title, ...authors].join(' ')).not.toMatch(/<\/?\w|onerror|alert\(|javascript:/);
      }),
    );
  });
});

describe('a page made to harm', () => {
  it.each([
    ['100,000 elements in each other', '<div>'.repeat(100_000) + inParagraphs()],
    ['as many end tags without a beginning', '<i>'.repeat(300) + '</b>'.repeat(200_000)],
    ['a text of 50 MB', `<p>${'lorem, ipsum dolor sit amet. '.repeat(1_700_000)}</p>`],
    ['a comment that is never closed, again and again', '<!--'.repeat(200_000)],
    ['an attribute without end', `<a title="${'x'.repeat(2_000_000)}`],
    ['JSON-LD of brackets', `<script type="application/ld+json">${'['.repeat(300_000)}</script>`],
    ['a table of 100,000 cells', `<table>${'<tr><td>a<td>b'.repeat(50_000)}</table>`],
    ['a headline of 1.6 MB', `<h1>${'a | b - '.repeat(200_000)}</h1>`],
    ['50,000 meta tags of one name', '<meta name="author" content="a">'.repeat(50_000)],
  ])('is read in time: %s', (_, html) => {
    const start = performance.now();
    expect(typeof extractPage(html, url).text).toBe('string');
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('takes time in proportion to its size', () => {
    const timeOf = (count: number): number => {
      const html = makePage({ body: `<div>${'<p>Some words, that read as prose; they are here, and stay.</p>'.repeat(count)}` });
      const start = performance.now();
      extractPage(html, url);
      return performance.now() - start;
    };
    timeOf(1_000);
    expect(timeOf(8_000)).toBeLessThan(40 * Math.max(timeOf(1_000), 5));
  });
});

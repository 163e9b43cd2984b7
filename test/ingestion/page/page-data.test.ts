import { describe, expect, it } from '@jest/globals';
import { extractPage } from '../../../src/ingestion/page/extract-page';
import type { Page } from '../../../src/ingestion/page/page';
import { linkedData, makePage } from './page-makers';

const url = 'https://www.ferry.example/2024/03/22/bridge';
const read = (parts: Parameters<typeof makePage>[0], at = url): Page => extractPage(makePage(parts), at);

describe('the headline', () => {
  it.each([
    ['the one shown', '', 'Old bridge to be rebuilt'],
    [
      'the data’s, where the card repeats what is shown',
      linkedData({ '@type': 'NewsArticle', headline: 'Town will rebuild its bridge' }) +
        '<meta property="og:title" content="Old bridge to be rebuilt">',
      'Town will rebuild its bridge',
    ],
    [
      'the card’s, where the data repeat what is shown and searched',
      linkedData({ '@type': 'NewsArticle', headline: 'Old bridge to be rebuilt' }) +
        '<meta property="og:title" content="A bridge returns">',
      'A bridge returns',
    ],
    [
      'without the site’s name',
      '<meta property="og:site_name" content="The Daily Ferry"><meta property="og:title" content="A bridge returns - The Daily Ferry">' +
        linkedData({ '@type': 'Article', headline: 'A bridge returns | The Daily Ferry' }),
      'A bridge returns',
    ],
    [
      'without markup and entities',
      linkedData({ '@type': 'Article', headline: 'Bridge &amp; ferry: <i>both</i>' }),
      'Bridge & ferry: both',
    ],
  ])('is %s', (_, head, title) => expect(read({ head }).title).toBe(title));
});

describe('the authors', () => {
  it.each([
    [
      'persons in the data',
      linkedData({
        '@type': 'NewsArticle',
        author: [
          { '@type': 'Person', name: 'Ann Li' },
          { '@type': 'Person', name: 'Bo Ek' },
        ],
      }),
      '',
      ['Ann Li', 'Bo Ek'],
    ],
    [
      'references in the data',
      linkedData({
        '@graph': [
          { '@type': 'NewsArticle', headline: 'x', author: { '@id': '#a' } },
          { '@type': 'Person', '@id': '#a', name: 'Ann Li' },
        ],
      }),
      '',
      ['Ann Li'],
    ],
    ['one text that names two', '<meta name="author" content="By Ann Li and Bo Ek">', '', ['Ann Li', 'Bo Ek']],
    ['German and French', '<meta name="author" content="Von Ann Li und Bo Ek">', '', ['Ann Li', 'Bo Ek']],
    [
      'no links',
      '<meta property="article:author" content="https://social.example/ferry">',
      '<p class="byline">By Ann Li, Political Editor</p>',
      ['Ann Li'],
    ],
    ['names with small words', '<meta name="author" content="Christoph von Eichhorn">', '', ['Christoph von Eichhorn']],
    ['a byline with a date', '', '<p class="byline">von Ann Li · 18. Oktober 2019</p>', ['Ann Li']],
    [
      'a person rather than the outlet',
      linkedData({
        '@type': 'NewsArticle',
        author: { '@type': 'Organization', name: 'The Daily Ferry' },
        publisher: { name: 'The Daily Ferry' },
      }),
      '<p class="byline">By Ann Li</p>',
      ['Ann Li'],
    ],
    [
      'the outlet, when nobody else is named',
      linkedData({ '@type': 'NewsArticle', author: { name: 'The Daily Ferry' }, publisher: { name: 'The Daily Ferry' } }),
      '',
      ['The Daily Ferry'],
    ],
    ['a byline that nothing marks', '', '<p>By Ann Li</p>', ['Ann Li']],
    ['nobody', '', '', []],
  ])('are %s', (_, head, before, authors) => expect(read({ head, before }).authors).toEqual(authors));
});

describe('the time of publication', () => {
  const nowhere = 'https://ferry.example/bridge';
  it.each([
    [
      'of the data, with the zone given',
      linkedData({ '@type': 'NewsArticle', datePublished: '2024-03-22T20:15:00+03:00', dateModified: '2024-03-23T08:00:00+03:00' }),
      '',
      '2024-03-22T20:15:00+03:00',
    ],
    ['of a meta tag', '<meta property="article:published_time" content="2024-03-22T17:15:30Z">', '', '2024-03-22T17:15:30Z'],
    ['a day alone, where no zone is said', '<meta name="date" content="2024-03-22 17:15">', '', '2024-03-22'],
    [
      'a day alone, where midnight stands for no time',
      linkedData({ '@type': 'NewsArticle', datePublished: '2024-03-22T00:00:00Z' }),
      '',
      '2024-03-22',
    ],
    ['of a marked time', '', '<time datetime="2024-03-22T17:15:00+01:00">yesterday</time>', '2024-03-22T17:15:00+01:00'],
    ['of the line under the headline', '', '<p>Published on March 22, 2024</p>', '2024-03-22'],
    ['in other languages', '', '<p class="date">22 de marzo de 2024</p>', '2024-03-22'],
    [
      'published, not changed',
      '<meta property="article:modified_time" content="2025-01-01T00:00:00+01:00"><meta name="pubdate" content="2024-03-22">',
      '',
      '2024-03-22',
    ],
    ['unknown, where nobody says', '', '', null],
    ['unknown, where the day does not exist', '<meta name="date" content="2024-02-31">', '', null],
  ])('is %s', (_, head, before, at) => expect(read({ head, before }, nowhere).publishedAt).toBe(at));

  it('is the day in the address when nothing better is there', () => expect(read({}).publishedAt).toBe('2024-03-22'));
});

describe('what else a page says', () => {
  it('has language, image and canonical address', () => {
    const head = '<link rel="canonical" href="/2024/03/22/bridge?utm_source=x"><meta property="og:image" content="/bridge.jpg">';
    expect(read({ head })).toMatchObject({ language: 'en', image: 'https://www.ferry.example/bridge.jpg', canonicalUrl: url });
  });

  it('takes no address that is not of the web', () => {
    const head = '<link rel="canonical" href="javascript:alert(1)"><meta property="og:image" content="data:image/png;base64,AA">';
    expect(read({ head })).toMatchObject({ image: null, canonicalUrl: null });
  });

  it('reads bytes in the charset that the page declares', () => {
    const html = makePage({ head: '<meta charset="windows-1252">', headline: 'Fähre fällt aus' });
    expect(extractPage(Buffer.from(html, 'latin1'), url).title).toBe('Fähre fällt aus');
    expect(extractPage(Buffer.from(html, 'utf8'), url).title).toBe('Fähre fällt aus');
  });
});

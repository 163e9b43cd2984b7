import { expect, it } from '@jest/globals';
import { extractPage } from '../../../src/ingestion/page/extract-page';
import { inParagraphs, linkedData, makePage, paragraphs } from './page-makers';

const statusOf = (html: string): string => extractPage(html, 'https://ferry.example/bridge').bodyStatus;
const [first = ''] = paragraphs;

it('says that a whole article is there', () => expect(statusOf(makePage())).toBe('FULL'));

it('says when a page is empty', () => expect(statusOf(makePage({ body: '' }))).toBe('EMPTY'));

it.each([
  ['dots', `<p>${first} Work begins …</p>`],
  ['an invitation to read on', `<p>${first}</p><p>Continue reading</p>`],
])('recognises a teaser that ends in %s', (_, body) =>
  expect(statusOf(makePage({ body: body.replace('<p>Continue reading</p>', ' Continue reading') }))).toBe('TEASER'),
);

it('recognises a teaser by the number of words that its data promise', () => {
  const head = linkedData({ '@type': 'NewsArticle', headline: 'x', wordCount: 900 });
  expect(statusOf(makePage({ head, body: `<p>${first}</p>` }))).toBe('TEASER');
});

it('recognises a paywall by what the page shows, and by what its data say', () => {
  const wall = '<div class="paywall"><p>Subscribe to continue reading. Already a subscriber? Sign in.</p></div>';
  expect(statusOf(makePage({ body: `<p>${first}</p>`, after: wall }))).toBe('PAYWALL');
  const head = linkedData({ '@type': 'NewsArticle', headline: 'x', isAccessibleForFree: 'False' });
  expect(statusOf(makePage({ head, body: `<p>${first}</p>` }))).toBe('PAYWALL');
});

it('never takes from the data what a paywall hides', () => {
  const head = linkedData({ '@type': 'NewsArticle', headline: 'x', isAccessibleForFree: false, articleBody: paragraphs.join('\n') });
  expect(extractPage(makePage({ head, body: `<p>${first}</p>` }), '').text).toBe(first);
});

it('says that an article is whole where a page sells it and shows it all the same', () => {
  const head = linkedData({ '@type': 'NewsArticle', headline: 'x', isAccessibleForFree: false });
  expect(statusOf(makePage({ head, body: inParagraphs([...paragraphs, ...paragraphs.map(text => `And so on: ${text}`)]) }))).toBe('FULL');
});

it('recognises a wall that asks for consent', () => {
  const wall =
    '<html><body><div><h1>Before you continue</h1><p>We use cookies and similar techniques, with 842 partners.</p><button>Accept all</button></div></body></html>';
  expect(statusOf(wall)).toBe('CONSENT_WALL');
});

import { describe, expect, it } from '@jest/globals';
import { extractPage } from '../../../src/ingestion/page/extract-page';
import { inParagraphs, linkedData, makePage, paragraphs } from './page-makers';

const url = 'https://ferry.example/news/bridge';
const textOf = (html: string): string => extractPage(html, url).text;
const whole = paragraphs.join('\n\n');

describe('the text of an article', () => {
  it('is its paragraphs, without headline, navigation and footer', () => {
    expect(textOf(makePage())).toBe(whole);
  });

  it.each([
    [
      'pictures with their captions',
      '<figure><img src="a.jpg"><figcaption>The bridge in 1902, seen from the ferry, before the flood came.</figcaption></figure>',
    ],
    [
      'buttons to share',
      '<div class="social-share"><a href="#">Tweet</a> Share this article with your friends, your family and others.</div>',
    ],
    ['pointers to other articles', '<p>Read more: <a href="/ferry">Why the ferry is late every Monday</a></p>'],
    ['pointers in other languages', '<p>Lesen Sie auch: <a href="/ferry">Warum die Fähre immer zu spät kommt</a></p>'],
    ['lists of related articles', '<aside><h3>Related</h3><ul><li><a href="/1">A long title of another article</a></ul></aside>'],
    [
      'letters to sign up for',
      '<div class="newsletter-signup"><p>Get our letter every morning, with news of the river, free, before breakfast.</p></div>',
    ],
    [
      'notices about cookies',
      '<div class="box"><p>This website uses cookies to improve your experience, and shares them with our partners.</p></div>',
    ],
    ['advertisements', '<p>Advertisement</p>'],
    ['credits of photographs', '<p>Photo: Anna Li / Ferry Press</p>'],
    ['what is hidden', '<p style="display: none">This sentence is hidden, so it is not part of what the reader sees of the article.</p>'],
    [
      'scripts, styles and templates',
      '<script>var a = "<p>no</p>";</script><style>p { color: red }</style><template><p>no, no, no</p></template>',
    ],
    ['words for screen readers only', '<span class="sr-only">opens in a new window</span>'],
  ])('leaves out %s', (_, extra) => {
    const [first = '', ...rest] = paragraphs;
    expect(textOf(makePage({ body: inParagraphs([first]) + extra + inParagraphs(rest) }))).toBe(whole);
  });

  it('leaves out the comments of readers, even long ones', () => {
    const comment =
      '<div class="comment"><p>I have lived by this river for forty years, and I say, with respect, that the ferry was always better.</p></div>';
    expect(textOf(makePage({ after: `<section class="comments">${comment.repeat(12)}</section>` }))).toBe(whole);
  });

  it('brings back the lead that stands between headline and body', () => {
    const lead = 'Two years after the flood, the town has decided what becomes of its bridge, and who pays for it.';
    expect(textOf(makePage({ before: `<header class="teaser"><p>${lead}</p></header>` }))).toBe(`${lead}\n\n${whole}`);
  });

  it('keeps an article together that advertising cuts in pieces', () => {
    const body = paragraphs.map(text => `<div class="chunk"><p>${text}</p></div><div class="ad-slot">Buy a boat</div>`).join('');
    expect(textOf(makePage({ body }))).toBe(whole);
  });

  it('keeps subheadings, lists, and tables as lines', () => {
    const body = `${inParagraphs()}<h2>What it costs</h2><ul><li>Arches: two million</li><li>Road: one million</li></ul>
      <table><tr><td>Lorries</td><td>5</td></tr><tr><td>Cars</td><td>0</td></tr></table>${inParagraphs(['That is less, the mayor says, than the ferry costs in ten years, if repairs are counted.'])}`;
    expect(textOf(makePage({ body }))).toContain('What it costs\n\nArches: two million\n\nRoad: one million\n\nLorries 5\n\nCars 0\n\n');
  });

  it('is not drawn to the second article of an endless page', () => {
    const second = `<article><h1>Ferry late again on Monday</h1><div class="article-body">${inParagraphs(['The ferry was late again, passengers said, and nobody knew why.'].concat(paragraphs.map(text => `Elsewhere: ${text}`)))}</div></article>`;
    expect(textOf(makePage().replace('</main>', `${second}</main>`))).toBe(whole);
  });

  it('is found in a class that means something else by its name', () => {
    expect(textOf(makePage().replace('class="article-body"', 'class="layout-with-sidebar share-wrapper"'))).toBe(whole);
  });

  it('comes from the page’s data when the page itself shows little', () => {
    const head = linkedData({ '@type': 'NewsArticle', headline: 'Old bridge to be rebuilt', articleBody: `${paragraphs.join('\n')}` });
    expect(textOf(makePage({ head, body: '<p>Loading</p>' }))).toBe(whole);
  });

  it('comes from what is kept for browsers without scripts when there is nothing else', () => {
    expect(textOf(makePage({ body: `<noscript>${inParagraphs()}</noscript>` }))).toBe(whole);
  });

  it('is found in languages without spaces between words', () => {
    const body = [
      '町議会は火曜日、洪水以来閉鎖されている古い橋を再建し、石造りのアーチを残すことを決めた。工事は春に始まり、二年かかる見通しだ。',
      '費用は三つの基金と、橋が開通した後にトラックが払う通行料で賄われる。住民は二車線を求めたが、技術者は重さに耐えられないと警告した。',
    ];
    expect(textOf(makePage({ body: inParagraphs(body), headline: '古い橋を再建へ' }))).toBe(body.join('\n\n'));
  });
});

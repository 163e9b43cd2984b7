import { seeded } from '../measure';

/** A feed as its server sends it. */
export interface FeedBytes {
  url: string;
  items: number;
  bytes: Buffer;
}

const first = Date.parse('2024-03-01T00:00:00Z');
const syllables = 'ba co de fi gu ha ji ko lu ma ne po qui ra se ti vo wa xe zu am ber cor dan el for gan hor in kel'.split(' ');

/**
 * Makes a feed as news outlets have them: titles of some nine words, teasers of some 40 with a little markup, tracking in the links, and in one
 * feed of three the full text of some 450 words. Words are many and uneven, as in a language.
 */
export function makeFeed(number: number, items: number): FeedBytes {
  const random = seeded(number + 1);
  const host = `outlet-${number}.example`;
  const fullText = number % 3 === 0;
  const written = Array.from({ length: items }, (_, at) => itemOf(random, host, at, fullText));
  const text = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>${wordsOf(random, 3)}</title><link>https://${host}/</link><description>${wordsOf(random, 8)}</description><language>en</language>
<atom:link href="https://${host}/feed.xml" rel="self" type="application/rss+xml"/>
${written.join('\n')}
</channel></rss>`;
  return { url: `https://${host}/feed.xml`, items, bytes: Buffer.from(text) };
}

function itemOf(random: () => number, host: string, at: number, fullText: boolean): string {
  const link = `https://${host}/2024/03/${wordsOf(random, 5).toLowerCase().replaceAll(' ', '-')}-${at}`;
  const date = new Date(first + Math.floor(random() * 2_500_000) * 1_000).toUTCString();
  const teaser = `<p>${wordsOf(random, 25)}, <a href="/tag/${at}?utm_medium=rss">${wordsOf(random, 2)}</a> &amp; <b>${wordsOf(random, 12)}</b>.</p>`;
  const paragraphs = Array.from({ length: 9 }, () => `<p>${wordsOf(random, 48)} <em>${wordsOf(random, 2)}</em>.</p>`);
  return `<item><title>${wordsOf(random, 9)}</title><link>${link}?utm_source=rss&amp;utm_medium=feed</link><guid isPermaLink="false">${host}-${at}</guid>
<pubDate>${date}</pubDate><dc:creator>${wordsOf(random, 2)}</dc:creator><category>${wordsOf(random, 1)}</category>
<description><![CDATA[${teaser}]]></description>${fullText ? `<content:encoded><![CDATA[${teaser}${paragraphs.join('')}]]></content:encoded>` : ''}</item>`;
}

function wordsOf(random: () => number, count: number): string {
  const words = Array.from({ length: count }, () => wordOf(random));
  return words.join(' ').replace(/^./, letter => letter.toUpperCase());
}

/** Small numbers, which are likelier, make the short and frequent words. */
function wordOf(random: () => number): string {
  let left = Math.floor(random() ** 4 * 40_000) + 1;
  let word = '';
  for (; left > 0; left = Math.floor(left / syllables.length)) word += syllables[left % syllables.length];
  return word;
}

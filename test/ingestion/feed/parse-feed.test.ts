import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { parseFeed } from '../../../src/ingestion/feed/parse-feed';
import { atomEntry, read, rssItem } from './make-feed';

describe('formats', () => {
  it('reads RSS 2.0 with the usual namespaces', () => {
    const { feed, items } = read(`<?xml version="1.0"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:media="http://search.yahoo.com/mrss/" xmlns:a="http://www.w3.org/2005/Atom">
      <channel><title>News &amp; views</title><link>https://news.example/</link><description>All of it</description><language>en-gb</language><ttl>30</ttl>
        <a:link rel="self" href="/feed.xml"/><a:link rel="hub" href="https://hub.example/"/>
        <item><title>A first</title><link>/1</link><guid isPermaLink="false">n-1</guid><pubDate>Fri, 22 Mar 2024 18:45:00 GMT</pubDate>
          <dc:creator>Jane Doe</dc:creator><category>World</category><description>Short &lt;b&gt;words&lt;/b&gt;</description>
          <content:encoded><![CDATA[<p>Long <a href="/2">words</a></p>]]></content:encoded>
          <enclosure url="https://cdn.example/1.mp3" length="12" type="audio/mpeg"/><media:content url="/1.jpg" medium="image"/></item>
      </channel></rss>`);
    expect(feed).toMatchObject({
      ...{ format: 'rss', title: 'News & views', link: 'https://news.example/', language: 'en-gb', ttlMinutes: 30 },
      ...{ selfLink: 'https://news.example/feed.xml', hubs: ['https://hub.example/'] },
    });
    expect(items).toMatchObject([
      {
        ...{ id: 'n-1', identityBasis: 'GUID', url: 'https://news.example/1', title: 'A first', publishedAt: '2024-03-22T18:45:00.000Z' },
        ...{
          summaryText: 'Short words',
          summaryHtml: 'Short <b>words</b>',
          contentText: 'Long words',
          categories: ['World'],
          language: 'en-gb',
        },
        contentHtml: '<p>Long <a href="https://news.example/2" rel="noopener noreferrer nofollow">words</a></p>',
        authors: [{ name: 'Jane Doe', email: null, url: null }],
        enclosures: [{ url: 'https://cdn.example/1.mp3', type: 'audio/mpeg', length: 12 }],
        image: 'https://news.example/1.jpg',
      },
    ]);
  });

  it('reads Atom 1.0, whose texts say what they are', () => {
    const { feed, items } = read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://site.example/a/">
      <title type="html">Caf&amp;eacute;</title><link href="./"/><updated>2024-03-22T18:45:00Z</updated><author><name>Redaktion</name></author>
      <entry><id>urn:x:1</id><title type="text">AT&amp;T &lt;S&gt;</title><link href="1"/><published>2024-03-22T18:00:00Z</published>
        <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Kurz &amp; <i>gut</i> <a href="2">mehr</a></div></summary>
        <category term="welt" label="Die Welt"/></entry></feed>`);
    expect(feed).toMatchObject({
      format: 'atom',
      title: 'Café',
      link: 'https://site.example/a/',
      language: 'de',
      updatedAt: '2024-03-22T18:45:00.000Z',
    });
    expect(items).toMatchObject([
      {
        ...{ id: 'urn:x:1', title: 'AT&T <S>', url: 'https://site.example/a/1', language: 'de', summaryText: 'Kurz & gut mehr' },
        summaryHtml: '<div>Kurz &amp; <i>gut</i> <a href="https://site.example/a/2" rel="noopener noreferrer nofollow">mehr</a></div>',
        authors: [{ name: 'Redaktion' }],
        categories: ['Die Welt', 'welt'],
      },
    ]);
  });

  it('reads Atom 0.3 with its modes', () => {
    const { items } =
      read(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>t</title><entry><title mode="escaped" type="text/html">A &lt;b&gt;b&lt;/b&gt;</title>
      <summary mode="base64" type="text/html">${Buffer.from('<p>Hidden</p>').toString('base64')}</summary>
      <issued>2024-03-22T18:45:00Z</issued><modified>2024-03-23T18:45:00Z</modified></entry></feed>`);
    expect(items).toMatchObject([
      { title: 'A b', summaryText: 'Hidden', publishedAt: '2024-03-22T18:45:00.000Z', updatedAt: '2024-03-23T18:45:00.000Z' },
    ]);
  });

  it('reads RSS 1.0, whose items stand beside the channel', () => {
    const { feed, items } =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://news.example/"><title>News</title><link>https://news.example/</link><image rdf:resource="https://news.example/i.png"/></channel>
      <image rdf:about="https://news.example/i.png"><url>https://news.example/i.png</url></image>
      <item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link><dc:date>2024-03-22</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({ format: 'rdf', title: 'News', image: 'https://news.example/i.png' });
    expect(items).toMatchObject([
      { title: 'One', url: 'https://news.example/1', identityBasis: 'LINK', publishedAt: '2024-03-22T00:00:00.000Z' },
    ]);
  });

  it('reads JSON Feed, whose texts are no HTML', () => {
    const { feed, items } = read(
      JSON.stringify({
        ...{
          version: 'https://jsonfeed.org/version/1.1',
          title: 'News',
          home_page_url: 'https://news.example/',
          authors: [{ name: 'Jane' }],
        },
        items: [{ id: 7, url: '/7', content_text: 'a &amp; <b>', date_published: '2024-03-22T18:45:00Z', tags: ['x'] }, 'no item'],
      }),
    );
    expect(feed).toMatchObject({ format: 'json', title: 'News', link: 'https://news.example/' });
    expect(items).toMatchObject([
      {
        id: '7',
        url: 'https://news.example/7',
        contentText: 'a &amp; <b>',
        contentHtml: 'a &amp;amp; &lt;b&gt;',
        authors: [{ name: 'Jane' }],
        categories: ['x'],
      },
    ]);
    expect(read('{"version":"https://jsonfeed.org/version/1","items":["no item"]}').setAside).toEqual([
      { index: 0, reason: 'The item is not an object.' },
    ]);
  });

  it('reads a news sitemap', () => {
    const { feed, items } =
      read(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://news.example/1</loc><news:news><news:publication><news:name>The News</news:name><news:language>en</news:language></news:publication>
      <news:publication_date>2024-03-22T18:45:00Z</news:publication_date><news:title>One</news:title></news:news></url></urlset>`);
    expect(feed.format).toBe('sitemap');
    expect(items).toMatchObject([
      {
        url: 'https://news.example/1',
        title: 'One',
        language: 'en',
        source: { title: 'The News' },
        publishedAt: '2024-03-22T18:45:00.000Z',
      },
    ]);
  });

  it.each([
    ['', 'The document is empty.'],
    ['<!doctype html><html><body>Moved</body></html>', 'The document is an HTML page, not a feed.'],
    ['<sitemapindex/>', 'The document is an index of sitemaps; add the sitemaps themselves.'],
    ['{"a":1}', 'The document is JSON, but no JSON Feed.'],
    ['plain words', 'The document holds no XML element.'],
  ])('refuses %j with the reason', (text, reason) => expect(() => read(text)).toThrow(reason));
});

describe('ill-formed feeds', () => {
  it('keeps what was read of a feed that is cut off inside a tag', () => {
    const { items } = read(
      '<rss><channel><item><title>One</title></item><item><title>Two</title><link>https://news.example/2</link><descr',
    );
    expect(items).toMatchObject([{ title: 'One' }, { title: 'Two', url: 'https://news.example/2' }]);
  });

  it('ends an item where the next one begins', () => {
    expect(read('<rss><channel><item><title>One<item><title>Two</title></item></channel></rss>').items).toMatchObject([
      { title: 'One' },
      { title: 'Two' },
    ]);
  });

  it('takes bare signs for what they are', () => {
    expect(rssItem('<title>Fish & Chips: 3 < 4, A<B &unknown; &#146;</title>').title).toBe('Fish & Chips: 3 < 4, A<B &unknown; ’');
  });

  it('goes on after a link that does not end, and unwraps what is wrapped twice', () => {
    const feed =
      '<rss><channel><atom:link href="/f" rel="self"><title>News</title><item><description><![CDATA[<![CDATA[words]]]]></description></item></channel></rss>';
    expect(read(feed)).toMatchObject({ feed: { title: 'News' }, items: [{ summaryText: 'words' }] });
  });

  it('drops signs that no text may hold', () => {
    expect(rssItem('<title>a\u0000b\u000bc</title>').title).toBe('abc');
    const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: 'a\u0000b', items: [] });
    expect(read(json).feed.title).toBe('ab');
  });

  it('understands prefixes that nobody declared', () => {
    expect(rssItem('<dc:creator>Jane</dc:creator><content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded>')).toMatchObject({
      authors: [{ name: 'Jane' }],
      contentText: 'x',
    });
  });
});

describe('items', () => {
  it.each([
    ['Rise &amp;amp; fall', 'Rise & fall'],
    ['&lt;b&gt;Bold&lt;/b&gt; &lt;S&gt; words', 'Bold <S> words'],
    ['<![CDATA[&lt;title&gt; explained]]>', '<title> explained'],
    ['<![CDATA[One<script>alert(1)</script> two]]>', 'One two'],
  ])('show the title %j as %j', (written, title) => expect(rssItem(`<title>${written}</title>`).title).toBe(title));

  it('take the first words, then the address, where there is no title', () => {
    expect(rssItem('<description>&lt;p&gt;Some words&lt;/p&gt;</description><link>/1</link>').title).toBe('Some words');
    expect(rssItem('<link>/1</link>').title).toBe('https://news.example/1');
  });

  it('know themselves by identifier, then address, then content', () => {
    expect(rssItem('<title>a</title><guid>g</guid><link>/1</link>')).toMatchObject({ id: 'g', identityBasis: 'GUID' });
    expect(rssItem('<title>a</title><link>/1</link>')).toMatchObject({ id: 'https://news.example/1', identityBasis: 'LINK' });
    const [one, again, other] = ['a', ' a ', 'b'].map(title => rssItem(`<title>${title}</title>`));
    expect(one).toMatchObject({ identityBasis: 'FINGERPRINT', id: again?.id });
    expect(one?.id).not.toBe(other?.id);
  });

  it('take their address from the permanent identifier, and from before a tracker', () => {
    expect(rssItem('<guid>https://news.example/9</guid>').url).toBe('https://news.example/9');
    expect(rssItem('<guid isPermaLink="false">https://news.example/9</guid>').url).toBeNull();
    const tracked = '<link>https://feeds.example/~r/9</link><feedburner:origLink>https://news.example/9</feedburner:origLink>';
    expect(rssItem(tracked).url).toBe('https://news.example/9');
    const file =
      '<enclosure url="https://feeds.example/~r/9.mp3"/><feedburner:origEnclosureLink>https://news.example/9.mp3</feedburner:origEnclosureLink>';
    expect(rssItem(file).enclosures).toMatchObject([{ url: 'https://news.example/9.mp3' }]);
  });

  it('resolve addresses by xml:base, Content-Location, the feed, or its self link', () => {
    expect(atomEntry('<link xml:base="https://a.example/x/" href="1"/>').url).toBe('https://a.example/x/1');
    expect(rssItem('<link>1</link>', { url: 'https://news.example/feed', headers: { 'content-location': '/real/feed' } }).url).toBe(
      'https://news.example/real/1',
    );
    const self = '<rss><channel><atom:link rel="self" href="https://self.example/f"/><item><link>/1</link></item></channel></rss>';
    expect(read(self, {}).items[0]?.url).toBe('https://self.example/1');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://news.example/', 'file:///etc/passwd'])('never have the address %s', address =>
    expect(rssItem(`<link>${address}</link>`).url).toBeNull(),
  );

  it.each([
    ['me@news.example (Jane Doe)', { name: 'Jane Doe', email: 'me@news.example' }],
    ['Jane Doe &lt;me@news.example&gt;', { name: 'Jane Doe', email: 'me@news.example' }],
    ['me@news.example', { name: null, email: 'me@news.example' }],
    ['by <a href="/jane">Jane Doe</a>', { name: 'by Jane Doe', email: null }],
  ])('have the author %j', (written, author) => expect(rssItem(`<author>${written}</author>`).authors).toMatchObject([author]));

  it('inherit authors from the feed that they were taken from, then from their own', () => {
    expect(atomEntry('<source><author><name>Wire</name></author></source>').authors).toMatchObject([{ name: 'Wire' }]);
    const feed = '<rss><channel><managingEditor>Desk</managingEditor><item><title>a</title></item></channel></rss>';
    expect(read(feed).items[0]?.authors).toMatchObject([{ name: 'Desk' }]);
  });

  it('read places, GML included', () => {
    expect(rssItem('<georss:point>55.8 37.4</georss:point>').geo).toEqual({ lat: 55.8, lon: 37.4 });
    expect(rssItem('<gml:Point><gml:pos>55.8 37.4</gml:pos></gml:Point>').geo).toEqual({ lat: 55.8, lon: 37.4 });
    expect(rssItem('<geo:lat>55.8</geo:lat><geo:long>37.4</geo:long>').geo).toEqual({ lat: 55.8, lon: 37.4 });
  });
});

it('reads a feed that came compressed without saying so', () => {
  expect(parseFeed(gzipSync('<rss><channel><title>News</title></channel></rss>')).feed.title).toBe('News');
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { feedsToExport, importFeeds } from '../../../src/ingestion/subscription/feed-list';
import { type FeedToList, OpmlError, readOpml, writeOpml } from '../../../src/ingestion/subscription/opml';
import { useDatabase } from '../../support/database';

const here = useDatabase();

const theirs = `<?xml version="1.0"?>
<opml version="1.1"><head><title>Mine</title></head><body>
  <outline text="World &amp; more">
    <outline text="Africa"><outline type="rss" text="One" title="One" xmlUrl="https://one.example/rss" htmlUrl="https://one.example/"/></outline>
    <outline TEXT="Two" XMLURL=" https://two.example/atom?a=1&amp;b=2 "/>
  </outline>
  <outline type="rss" text="Three" xmlUrl="https://three.example/feed" category="/Sports/Chess,/Other"/>
  <outline type="link" text="No feed" url="https://four.example/"/>
</body></opml>`;

describe('a list of feeds', () => {
  it('is read as other programs write it, with its folders', () => {
    expect(readOpml(theirs)).toMatchObject([
      { url: 'https://one.example/rss', title: 'One', folder: 'World & more/Africa', homepage: 'https://one.example/' },
      { url: 'https://two.example/atom?a=1&b=2', title: 'Two', folder: 'World & more' },
      { url: 'https://three.example/feed', folder: 'Sports/Chess' },
    ]);
  });

  it('that is none is told as such', () => {
    expect(() => readOpml('<rss/>')).toThrow(OpmlError);
    expect(() => readOpml('')).toThrow(OpmlError);
  });

  it('that nests without end is refused at once', () => {
    expect(() => readOpml(`<opml>${'<outline text="x">'.repeat(100_000)}`)).toThrow('nests folders deeper');
  });

  it('reads back what it wrote, whatever the titles', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
      .filter(text => text.trim() === text && !/[/\p{Cc}\uFFFE\uFFFF]/u.test(text) && text !== '');
    const feed = fc.record<FeedToList>({
      url: fc.webUrl({ withQueryParameters: true }),
      title: fc.option(name),
      folder: fc.option(fc.array(name, { minLength: 1, maxLength: 3 }).map(names => names.join('/'))),
      homepage: fc.option(fc.webUrl()),
      source: fc.constant('an-outlet'),
      sourceName: name,
      intervalMinutes: fc.integer({ min: 5, max: 1_440 }),
      fullText: fc.boolean(),
      paused: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(feed, { maxLength: 8 }), feeds => {
        const read = readOpml(writeOpml(feeds, 'A & B', new Date('2024-03-23T12:00:00Z')));
        const wanted = feeds.map(one => ({
          ...one,
          title: one.title ?? one.url,
          fullText: one.fullText || null,
          paused: one.paused || null,
        }));
        const byUrl = (a: { url: string }, b: { url: string }): number => JSON.stringify(a).localeCompare(JSON.stringify(b));
        const plain = read.map(({ url, title, folder, homepage, source, sourceName, intervalMinutes, fullText, paused }) => {
          return { url, title, folder: folder || null, homepage, source, sourceName, intervalMinutes, fullText, paused };
        });
        expect(plain.sort(byUrl)).toEqual(
          wanted
            .map(({ url, title, folder, homepage, source, sourceName, intervalMinutes, fullText, paused }) => ({
              url,
              title,
              folder,
              homepage,
              source,
              sourceName,
              intervalMinutes,
              fullText,
              paused,
            }))
            .sort(byUrl),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('goes into the database and out again with folders and settings, and twice is once', async () => {
    const list = writeOpml(
      [
        {
          ...{
            url: 'https://kept.example/rss',
            title: 'Kept',
            folder: 'A/B',
            homepage: null,
            source: 'kept',
            sourceName: 'The Kept Times',
          },
          ...{ intervalMinutes: 30, fullText: true, paused: true },
        },
      ],
      'List',
      new Date(),
    );
    expect(await importFeeds(here.dataSource, [...readOpml(list), { url: 'mailto:me@example.org' }])).toMatchObject({
      ...{ created: 1, known: 0, refused: [{ url: 'mailto:me@example.org', reason: expect.stringContaining('http') }] },
    });
    expect(await importFeeds(here.dataSource, readOpml(list))).toMatchObject({ created: 0, known: 1, refused: [] });
    expect(await feedsToExport(here.db)).toMatchObject([
      {
        url: 'https://kept.example/rss',
        title: 'Kept',
        folder: 'A/B',
        source: 'kept',
        sourceName: 'The Kept Times',
        intervalMinutes: 30,
        fullText: true,
        paused: true,
      },
    ]);
  });
});

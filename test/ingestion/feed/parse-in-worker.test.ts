import { afterEach, expect, it } from '@jest/globals';
import { FeedError } from '../../../src/ingestion/feed/feed-error';
import { createFeedParser, type FeedParser } from '../../../src/ingestion/feed/parse-in-worker';

let parser: FeedParser;
afterEach(() => parser.close());

const feed = (title: string): Buffer => Buffer.from(`<rss><channel><title>${title}</title><item><title>a</title></item></channel></rss>`);
const slow = Buffer.from(
  `<rss><channel><item>${'<category>a</category>'.repeat(100_000)}</item>${'<item><title>a</title></item>'.repeat(100_000)}`,
);

it('reads feeds in a thread of its own, in any number', async () => {
  parser = createFeedParser({ threads: 2 });
  const parsed = await Promise.all(Array.from({ length: 20 }, (_, index) => parser.parse(feed(`News ${index}`))));
  expect(parsed.map(({ feed: { title } }) => title)).toEqual(Array.from({ length: 20 }, (_, index) => `News ${index}`));
});

it('refuses with the reason', async () => {
  parser = createFeedParser();
  await expect(parser.parse(Buffer.from('<html/>'))).rejects.toThrow(new FeedError('The document is an HTML page, not a feed.'));
});

it('gives up a document after the deadline, and reads the next one', async () => {
  parser = createFeedParser({ deadlineMs: 3_000 });
  await parser.parse(feed('Warm'));
  await parser.close();
  parser = createFeedParser({ deadlineMs: 5 });
  await expect(parser.parse(slow)).rejects.toThrow('The document took longer than 0.005 seconds to read.');
  await parser.close();
  parser = createFeedParser({ deadlineMs: 10_000 });
  expect((await parser.parse(feed('Next'))).feed.title).toBe('Next');
});

it('refuses what is left when it is closed', async () => {
  parser = createFeedParser();
  const reading = parser.parse(slow);
  const waiting = parser.parse(feed('News'));
  const outcomes = Promise.allSettled([reading, waiting]);
  await parser.close();
  expect(await outcomes).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
});

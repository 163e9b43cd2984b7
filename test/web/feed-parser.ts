import FeedParser from 'feedparser';
import { Readable } from 'node:stream';

/** A feed as a reader that is not ours sees it. */
export interface ReadFeed {
  meta: FeedParser.Meta & Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- elements by their names, as they stand
  items: FeedParser.Item[];
}

/** Reads RSS or Atom with a parser that shares no code with the one that wrote it; ill-formed XML fails. */
export function parseFeed(text: string, feedurl: string): Promise<ReadFeed> {
  return new Promise((resolve, reject) => {
    const parser = new FeedParser({ feedurl, resume_saxerror: false });
    const items: FeedParser.Item[] = [];
    parser.on('error', reject);
    parser.on('readable', () => {
      for (let item = parser.read() as FeedParser.Item | null; item; item = parser.read() as FeedParser.Item | null) items.push(item);
    });
    parser.on('end', () => resolve({ meta: parser.meta, items }));
    Readable.from([text]).pipe(parser);
  });
}

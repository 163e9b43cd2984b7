import { parentPort } from 'node:worker_threads';
import { FeedError } from './feed-error';
import { parseFeed } from './parse-feed';
import type { FeedDocument, ParsedFeed } from './parsed-feed';

/** One document to read. */
export interface FeedQuestion {
  bytes: Uint8Array;
  document: FeedDocument;
}

/** What came of it; `refused` is the reason of a `FeedError`. */
export type FeedAnswer = { parsed: ParsedFeed } | { refused: string } | { failed: string };

parentPort?.on('message', ({ bytes, document }: FeedQuestion) => parentPort?.postMessage(answer(bytes, document)));

function answer(bytes: Uint8Array, document: FeedDocument): FeedAnswer {
  try {
    return { parsed: parseFeed(bytes, document) };
  } catch (error) {
    return error instanceof FeedError ? { refused: error.message } : { failed: (error as Error).stack ?? String(error) };
  }
}

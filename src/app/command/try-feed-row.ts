import { readFile } from 'node:fs/promises';
import { parseFeed } from '../../ingestion/feed/parse-feed';
import type { ParsedFeed } from '../../ingestion/feed/parsed-feed';

/** Reads the feed of one line of a batch. */
export async function readFeed({ file, contentType, url, headers }: Record<string, unknown>): Promise<ParsedFeed> {
  if (typeof file !== 'string') throw new Error('The line has no "file".');
  return parseFeed(await readFile(file), {
    contentType: typeof contentType === 'string' ? contentType : null,
    url: typeof url === 'string' ? url : null,
    headers: headersOf(headers),
  });
}

function headersOf(headers: unknown): Record<string, string> {
  if (typeof headers !== 'object' || headers === null) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

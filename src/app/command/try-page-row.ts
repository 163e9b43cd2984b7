import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { extractPage } from '../../ingestion/page/extract-page';
import type { Page } from '../../ingestion/page/page';

/** Reads the page of one line of a batch: `html` is the page itself, `file` where it lies. */
export async function readPage(row: Record<string, unknown>): Promise<Page> {
  const { file, html, url } = row;
  const address = typeof url === 'string' ? url : '';
  if (typeof html === 'string') return extractPage(html, address);
  if (typeof file !== 'string') throw new Error('The line has neither "html" nor "file".');
  const bytes = await readFile(file);
  return extractPage(file.endsWith('.gz') ? await inflate(bytes, { maxOutputLength: 50_000_000 }) : bytes, address);
}

const inflate = promisify(gunzip);

import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { feedsToExport, importFeeds } from '../../ingestion/subscription/feed-list';
import { OpmlError, readOpml, writeOpml } from '../../ingestion/subscription/opml';
import { withDatabase } from '../open-database';
import { CommandError } from './command-error';
import { say } from './progress';
import type { Settings } from './settings';

type Given = ReturnType<Settings>;

/** Registers the feeds of a list. Ends with 1 where one was refused. */
export async function importList({ config, log }: Given, file: string): Promise<void> {
  const feeds = parsed(file === '-' ? await text(process.stdin) : await readList(file));
  await withDatabase(config, log, async database => {
    const { created, known, refused } = await importFeeds(database, feeds, done => {
      if (done % 500 === 0) say(`${done} of ${feeds.length} feeds registered`);
    });
    for (const { url, reason } of refused) say(`refused, ${url}: ${reason}`);
    process.stdout.write(`registered ${created}, known ${known}, refused ${refused.length}\n`);
    if (refused.length) process.exitCode = 1;
  });
}

/** Writes all feeds as a list. */
export async function exportList({ config, log }: Given, file?: string): Promise<void> {
  const feeds = await withDatabase(config, log, database => feedsToExport(database.manager));
  const list = writeOpml(feeds, 'Feeds of Newsgraph', new Date());
  if (!file) return void process.stdout.write(list);
  await writeFile(file, list);
  say(`${feeds.length} feeds written to ${file}`);
}

async function readList(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(`The file ${file} cannot be read: ${(error as Error).message}.`);
  }
}

function parsed(list: string) {
  try {
    return readOpml(list);
  } catch (error) {
    throw error instanceof OpmlError ? new CommandError(error.message) : error;
  }
}

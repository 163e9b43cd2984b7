import type { Command } from 'commander';
import { CommandError } from './command-error';
import { example } from './example';

/** `newsgraph try feed`: what the reader of feeds makes of documents, without a database. */
export function defineTryFeed(group: Command): void {
  group
    .command('feed')
    .description('Reads items out of feeds: RSS, Atom, RDF, JSON Feed, news sitemaps.')
    .option('--batch', 'read {id, file, contentType, url, headers} as JSON lines from standard input, write {id, feed, items, setAside}')
    .addHelpText(
      'after',
      `\nA file's path is taken from the folder the command runs in; what cannot be read is answered with {id, error}.\n${example('newsgraph try feed --batch < feeds.jsonl')}`,
    )
    .action(async ({ batch = false }: { batch?: boolean }) => {
      if (!batch) throw new CommandError('newsgraph try feed reads JSON lines from standard input: add --batch.', 2);
      const { answerLines } = await import('./answer-lines.js');
      const { readFeed } = await import('./try-feed-row.js');
      await answerLines(readFeed);
    });
}

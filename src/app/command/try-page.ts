import type { Command } from 'commander';
import { CommandError } from './command-error';
import { example } from './example';

/** `newsgraph try page`: what the reader of pages makes of pages, without a database. */
export function defineTryPage(group: Command): void {
  group
    .command('page')
    .description('Reads articles out of pages: headline, text, authors and date.')
    .option('--batch', 'read {id, file or html, url} as JSON lines from standard input, write {id, title, text, authors, publishedAt, …}')
    .addHelpText(
      'after',
      `\nA file may be gzipped (.gz); its path is taken from the folder the command runs in.\n${example('newsgraph try page --batch < pages.jsonl')}`,
    )
    .action(async ({ batch = false }: { batch?: boolean }) => {
      if (!batch) throw new CommandError('newsgraph try page reads JSON lines from standard input: add --batch.', 2);
      const { answerLines } = await import('./answer-lines.js');
      const { readPage } = await import('./try-page-row.js');
      await answerLines(readPage);
    });
}

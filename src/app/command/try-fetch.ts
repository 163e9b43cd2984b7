import type { Command } from 'commander';
import { CommandError } from './command-error';
import { example } from './example';

/** `newsgraph try fetch`: the whole way from the address of a feed to its items, without a database. */
export function defineTryFetch(group: Command): void {
  group
    .command('fetch')
    .description('Fetches feeds and reads their items, as a poll does.')
    .option(
      '--batch',
      'read {id, url, allowHost} as JSON lines from standard input, write {id, feed, items, setAside} or {id, notModified: true}',
    )
    .addHelpText(
      'after',
      `\nOnly the public internet is fetched from. "allowHost" opens one loopback address with its port, such as 127.0.0.1:8080, for that line, and not for
what it redirects to. An address that comes again is asked with the validators of its last answer, or with the "etag" and "lastModified" of the line.
What is refused is answered with {id, error, reason}; answers come as they are ready.\n${example('newsgraph try fetch --batch < addresses.jsonl')}`,
    )
    .action(async ({ batch = false }: { batch?: boolean }) => {
      if (!batch) throw new CommandError('newsgraph try fetch reads JSON lines from standard input: add --batch.', 2);
      const { readConfig } = await import('../../platform/config.js');
      const { answerLines } = await import('./answer-lines.js');
      const { createFeedFetcher } = await import('./try-fetch-row.js');
      await answerLines(createFeedFetcher(readConfig()), { atOnce: 32 });
    });
}

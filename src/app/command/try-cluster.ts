import type { Command } from 'commander';
import { CommandError } from './command-error';
import { example } from './example';

/** `newsgraph try cluster`: the stories that a stream of articles forms, without a database. */
export function defineTryCluster(group: Command): void {
  group
    .command('cluster')
    .description('Puts articles into stories, in the order in which they come.')
    .option('--batch', 'read {id, title, text, publishedAt, language} as JSON lines from standard input, write {id, cluster}')
    .addHelpText(
      'after',
      `\nEach article is placed knowing only those before it. A later article may show that two stories are one, so the answers come when all lines are read.
A line that is no article is answered with {id, error}.\n${example('newsgraph try cluster --batch < articles.jsonl')}`,
    )
    .action(async ({ batch = false }: { batch?: boolean }) => {
      if (!batch) throw new CommandError('newsgraph try cluster reads JSON lines from standard input: add --batch.', 2);
      const { clusterLines } = await import('./try-cluster-lines.js');
      await clusterLines(process.stdin, process.stdout);
    });
}

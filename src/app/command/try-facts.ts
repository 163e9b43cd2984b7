import type { Command } from 'commander';
import { CommandError } from './command-error';
import { example } from './example';

/** `newsgraph try facts`: what is found in the text of articles, without a database. */
export function defineTryFacts(group: Command): void {
  group
    .command('facts')
    .description('Finds casualty figures and official statements in the text of articles.')
    .option(
      '--batch',
      'read {id, title, text, publishedAt, language} as JSON lines from standard input, write {id, killed, injured, missing, detained, figures, statements}',
    )
    .addHelpText(
      'after',
      `\nFigures are those of the event that the article leads with, the best of each metric first. "start" and "end" are code points of the text, of the
title where "part" is TITLE. A language without rules is answered with nothing; a line without "language" is read as English.\n${example('newsgraph try facts --batch < articles.jsonl')}`,
    )
    .action(async ({ batch = false }: { batch?: boolean }) => {
      if (!batch) throw new CommandError('newsgraph try facts reads JSON lines from standard input: add --batch.', 2);
      const { answerLines } = await import('./answer-lines.js');
      const { readFacts } = await import('./try-facts-row.js');
      await answerLines(readFacts);
    });
}

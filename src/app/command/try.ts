import type { Command } from 'commander';
import { defineTryCluster } from './try-cluster';
import { defineTryFacts } from './try-facts';
import { defineTryFeed } from './try-feed';
import { defineTryFetch } from './try-fetch';
import { defineTryPage } from './try-page';

/** `newsgraph try`: the readers alone, on files, without a database. */
export function defineTry(program: Command): void {
  const group = program.command('try').description('Runs one of the readers on files, without a database.');
  for (const define of [defineTryCluster, defineTryFacts, defineTryFeed, defineTryFetch, defineTryPage]) define(group);
}

import { pollFeed, readAnswer } from '../../ingestion/poll/poll-feed';
import { findFeed } from '../../ingestion/poll/find-feed';
import { discoverFeeds } from '../../ingestion/subscription/discover';
import { registerFeed } from '../../ingestion/subscription/register-feed';
import { createEgress } from '../../platform/egress/egress';
import { EgressRefusal } from '../../platform/egress/refusal';
import { withDatabase } from '../open-database';
import { openEgress } from '../open-egress';
import { CommandError } from './command-error';
import { tell } from './feed-actions';
import { say } from './progress';
import type { Settings } from './settings';

/** Says which feeds an address is or names; registers and reads them where that is asked for. */
export async function discover({ config, log }: ReturnType<Settings>, url: string, { add = false }: { add?: boolean }): Promise<void> {
  const started = performance.now();
  const at = new Date();
  const egress = createEgress({ allow: config.egressAllow, contact: config.userAgentContact });
  const found = await discoverFeeds(url, { egress }).catch((error: unknown) => {
    throw error instanceof EgressRefusal ? new CommandError(error.message) : error;
  });
  if (found.is === 'NOTHING') throw new CommandError(`${found.url}: ${found.problem}`);
  if (found.is === 'FEED') {
    const { feed, items } = found.parsed;
    process.stdout.write(`${feed.format}  ${url}  ${feed.title ?? ''}  (${items.length} items)\n`);
    if (!add) return say('`newsgraph feed add` registers it.');
    return withDatabase(config, log, async database => {
      const registered = await registerFeed(database.manager, { url, sourceName: feed.title });
      tell(url, await readAnswer(database, await findFeed(database.manager, registered.feed.id), found.response, { at, started }));
    });
  }
  for (const link of found.links) process.stdout.write(`${link.basis.toLowerCase()}  ${link.url}  ${link.title ?? ''}\n`);
  const declared = found.links.filter(({ basis }) => basis === 'DECLARED');
  if (!add) return say('`newsgraph feed add` registers one of them; --add registers all that are declared.');
  await withDatabase(config, log, async database => {
    for (const link of declared.length ? declared : found.links.slice(0, 1)) {
      const { feed } = await registerFeed(database.manager, { url: link.url, title: link.title });
      tell(link.url, await pollFeed(database, feed.id, { egress: openEgress(database, config) }));
    }
  });
}

import type { DataSource } from 'typeorm';
import { pollFeed } from '../../ingestion/poll/poll-feed';
import { registerFeed } from '../../ingestion/subscription/register-feed';
import { Feed, FeedStatus } from '../../source/feed.entity';
import { type Poll, PollOutcome } from '../../source/poll.entity';
import { withDatabase } from '../open-database';
import { openEgress } from '../open-egress';
import type { AddOptions } from './feed';
import { say } from './progress';
import type { Settings } from './settings';

type Given = ReturnType<Settings>;

/** Registers a feed, and reads it where that is asked for. */
export async function addFeed({ config, log }: Given, url: string, options: AddOptions): Promise<void> {
  await withDatabase(config, log, async database => {
    const { source, name: sourceName, title, folder, interval: intervalMinutes, fullText, paused } = options;
    const { feed, created } = await registerFeed(database.manager, {
      url,
      source,
      sourceName,
      title,
      folder,
      intervalMinutes,
      fullText,
      paused,
    });
    process.stdout.write(`${created ? 'registered' : 'known'}: ${feed.id}  ${feed.url}\n`);
    if (!options.poll) return say('The worker reads it within a second or so; `newsgraph feed poll` does it now.');
    const poll = await pollFeed(database, feed.id, { egress: openEgress(database, config) });
    tell(feed.url, poll);
  });
}

/** Lists the feeds, one a line. */
export async function listFeeds({ config, log }: Given, { failing = false }: { failing?: boolean }): Promise<void> {
  const feeds = await withDatabase(config, log, database => database.manager.find(Feed, { order: { url: 'ASC' } }));
  const shown = failing ? feeds.filter(({ status }) => status === FeedStatus.FAILING || status === FeedStatus.GONE) : feeds;
  if (!shown.length)
    return say(
      failing
        ? 'No feed fails.'
        : 'There are no feeds: `newsgraph feed add` registers one, `newsgraph feed discover` finds those of a site.',
    );
  for (const { id, url, status, format, lastSucceededAt, nextPollAt, lastProblem } of shown) {
    const polled = status === FeedStatus.ACTIVE || status === FeedStatus.FAILING;
    const times = `read ${lastSucceededAt?.toISOString() ?? 'never'}  ${polled ? `next ${nextPollAt.toISOString()}` : 'not polled'}`;
    process.stdout.write(`${id}  ${status.padEnd(7)}  ${(format ?? '-').padEnd(7)}  ${times}  ${url}\n`);
    if (lastProblem) process.stdout.write(`  ${lastProblem}\n`);
  }
}

/** Reads feeds now, one after the other. Ends with 1 where one failed. */
export async function pollFeeds({ config, log }: Given, references: string[]): Promise<void> {
  await withDatabase(config, log, async database => {
    const egress = openEgress(database, config);
    const wanted = references.length ? references : await dueFeeds(database);
    if (!wanted.length) return say('No feed is due: name one to read it all the same.');
    let failed = 0;
    for (const [index, reference] of wanted.entries()) {
      const poll = await pollFeed(database, reference, { egress });
      const { url } = await database.manager.findOneByOrFail(Feed, { id: poll.feedId });
      tell(url, poll);
      if ([PollOutcome.FAILED, PollOutcome.GONE, PollOutcome.REFUSED].includes(poll.outcome)) failed += 1;
      if (wanted.length > 20 && (index + 1) % 20 === 0) say(`${index + 1} of ${wanted.length} feeds polled`);
    }
    if (failed) process.exitCode = 1;
  });
}

/** Tells what came of a poll. */
export function tell(url: string, { outcome, httpStatus, itemsSeen, itemsNew, itemsSetAside, durationMs, problem }: Poll): void {
  const items = `${itemsSeen} items, ${itemsNew} new${itemsSetAside ? `, ${itemsSetAside} set aside` : ''}`;
  process.stdout.write(`${outcome}${httpStatus ? ` ${httpStatus}` : ''}  ${items}  ${durationMs} ms  ${url}\n`);
  if (problem) process.stdout.write(`  ${problem}\n`);
}

async function dueFeeds(database: DataSource): Promise<string[]> {
  const rows = await database.query<{ id: string }[]>(
    `select id from feed where next_poll_at <= now() and status in ('ACTIVE', 'FAILING') and (claimed_until is null or claimed_until < now()) order by next_poll_at`,
  );
  return rows.map(({ id }) => id);
}

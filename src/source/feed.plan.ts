import type { Shaped } from '../planner/argument';
import { by, connection, one, planOf, type Reading } from '../planner/plan';
import { and, type Row, type Sql, sql } from '../planner/sql';
import { Feed } from './feed.entity';
import type { FeedFilter } from './feed.filter';
import { Poll } from './poll.entity';
import { Source } from './source.entity';
import { isSelected } from './source.plan';

/** How a feed is read. Only how it does now is kept, so at a past moment there is none. */
export const feedPlan = planOf(
  Feed,
  {
    source: one(Source, (feed, source) => sql`${source}.id = ${feed}.source_id`),
    polls: connection(Poll, {
      where: (feed, poll) => sql`${poll}.feed_id = ${feed}.id`,
      keyset: [by('at', 'timestamptz'), by('id', 'uuid')],
    }),
  },
  { visible: (_, { asOf }) => and(asOf && sql`false`) },
);

/** How a poll is read. */
export const pollPlan = planOf(Poll, {});

/** `Query.feeds`: the latest registered first. */
export const feedQueries = planOf('Query', {
  feeds: connection<FeedsArguments>(Feed, {
    where: (_, feed, reading) => matches(feed, reading),
    keyset: [by('created_at', 'timestamptz'), by('id', 'uuid')],
  }),
});

/** `Source.feeds`. */
export const sourceFeeds = planOf(Source, {
  feeds: connection<FeedsArguments>(Feed, {
    where: (source, feed, reading) => and(sql`${feed}.source_id = ${source}.id`, matches(feed, reading)),
    keyset: [by('created_at', 'timestamptz'), by('id', 'uuid')],
  }),
});

interface FeedsArguments {
  filter?: Shaped<FeedFilter>;
}

function matches(feed: Row, { args: { filter } }: Reading<FeedsArguments>): Sql {
  return and(
    filter?.statuses && sql`${feed}.status = any(${filter.statuses})`,
    filter?.formats && sql`${feed}.format = any(${filter.formats})`,
    filter?.sources && isSelected(sql`${feed}.source_id`, filter.sources),
    filter?.folders && sql`${feed}.folder = any(${filter.folders})`,
    filter?.dueBefore && sql`${feed}.next_poll_at < ${filter.dueBefore} and ${feed}.status in ('ACTIVE', 'FAILING')`,
  );
}

import { Article } from '../article/article.entity';
import { Claim } from '../claim/claim.entity';
import { Position } from '../claim/position.entity';
import { Event } from '../event/event.entity';
import { Figure } from '../figure/figure.entity';
import { type Branch, by, connection, oneOf, planOf, type TypeClass } from '../planner/plan';
import { and, type Parameter, sql } from '../planner/sql';
import { Statement } from '../statement/statement.entity';
import { Story } from '../story/story.entity';
import { storyOf, whereItWent } from '../story/story.plan';
import { Change } from './change.entity';

/** What the log is ordered by. */
export const changeKeys = [by('era', 'int'), by('transaction', 'bigint'), by('id', 'bigint')];

/** How an entry of the log is read. */
export const changePlan = planOf(Change, {
  node: oneOf(...[Story, Article, Event, Statement, Figure, Position, Claim].map(found)),
});

/**
 * `Query.changes`: the log in the order in which it was settled. Only what was written by transactions older than the oldest one that still runs
 * is shown, so that no entry ever appears in front of a cursor that was handed out.
 */
export const changeQueries = planOf('Query', {
  changes: connection<{ story?: Parameter }>(Change, {
    where: (_, change, { args }) =>
      and(
        args.story && sql`${change}.story_id = ${storyOf(args.story)}`,
        sql`(${change}.era < newsgraph_log_era() or ${change}.transaction < newsgraph_settled_below())`,
      ),
    keyset: changeKeys,
    direction: 'asc',
  }),
});

/** A fact or story is found where it went since. */
function found(target: TypeClass): Branch {
  return {
    target,
    when: change => sql`${change}.node_type = ${target.name}`,
    on: (change, row) => sql`${row}.id = ${target === Story ? whereItWent(sql`${change}.node_id`) : sql`${change}.node_id`}`,
  };
}

import { Actor } from '../actor/actor.entity';
import { Article } from '../article/article.entity';
import { factFields, factIsVisible, isCurrent } from '../fact/fact.plan';
import { by, connection, one, oneOf, planOf } from '../planner/plan';
import { and, sql } from '../planner/sql';
import { Statement } from '../statement/statement.entity';
import { Claim } from './claim.entity';
import { Position } from './position.entity';

/** How a position is read. */
export const positionPlan = planOf(
  Position,
  {
    ...factFields(Position),
    claim: one(Claim, (position, claim) => sql`${claim}.story_id = ${position}.story_id and ${claim}.id = ${position}.claim_id`),
    holder: one(Actor, (position, actor) => sql`${actor}.id = ${position}.holder_id`),
    basis: oneOf(
      {
        target: Statement,
        when: position => sql`${position}.basis_statement_id is not null`,
        on: (position, statement) => sql`${statement}.story_id = ${position}.story_id and ${statement}.id = ${position}.basis_statement_id`,
      },
      {
        target: Article,
        when: position => sql`${position}.basis_article_id is not null`,
        on: (position, article) => sql`${article}.id = ${position}.basis_article_id`,
      },
    ),
  },
  { visible: factIsVisible, raises: 'OWN' },
);

/** `Claim.positions`: from an accusation to its denial. */
export const claimPositions = planOf(Claim, {
  positions: connection(Position, {
    where: (claim, position, reading) =>
      and(sql`${position}.story_id = ${claim}.story_id and ${position}.claim_root_id = ${claim}.root_id`, isCurrent(position, reading)),
    keyset: [by('taken_at', 'timestamptz'), by('id', 'uuid')],
    direction: 'asc',
  }),
});

import { Event } from '../event/event.entity';
import { factIsVisible, isCurrent, stands } from '../fact/fact.plan';
import { by, connection, expression, many, one, planOf, type Reading } from '../planner/plan';
import { and, type Parameter, raw, Row, type Sql, sql } from '../planner/sql';
import { Story } from '../story/story.entity';
import { Claim, ClaimAssessment } from './claim.entity';

/** How a claim is read; not before the first position on it was public. */
export const claimPlan = planOf(
  Claim,
  {
    story: one(Story, (claim, story) => sql`${story}.id = ${claim}.story_id`),
    about: one(Event, (claim, event) => sql`${event}.story_id = ${claim}.story_id and ${event}.id = ${claim}.event_id`),
    status: expression(status),
    note: expression((claim, reading) => latestAssessment(claim, 'note', reading)),
    assessments: many(
      ClaimAssessment,
      (claim, assessment) => sql`${assessment}.story_id = ${claim}.story_id and ${assessment}.claim_root_id = ${claim}.root_id`,
      assessment => sql`${assessment}.public_at, ${assessment}.recorded_at, ${assessment}.id`,
    ),
  },
  { raises: 'OWN', visible: factIsVisible },
);

/** How an assessment is read; not before it was made. */
export const claimAssessmentPlan = planOf(
  ClaimAssessment,
  {},
  { raises: 'OWN', visible: (assessment, { asOf }) => and(asOf && sql`${assessment}.public_at <= ${asOf}`) },
);

/** `Story.claims`: in the order in which they were raised. */
export const storyClaims = planOf(Story, {
  claims: connection<{ statuses?: Parameter; kinds?: Parameter }>(Claim, {
    where: (story, claim, reading) => {
      const { args, asOf } = reading;
      return and(
        sql`${claim}.story_id = ${story}.id`,
        isCurrent(claim, reading),
        args.kinds && sql`${claim}.kind = any(${args.kinds})`,
        args.statuses && sql`${status(claim, { asOf, args: {} })} = any(${args.statuses})`,
      );
    },
    keyset: [by('public_at', 'timestamptz'), by('id', 'uuid')],
    direction: 'asc',
  }),
});

/** The latest assessment, else what the standing positions amount to. */
function status(claim: Row, reading: Reading): Sql {
  const position = new Row('p');
  const standing = and(
    sql`p.story_id = ${claim}.story_id and p.claim_root_id = ${claim}.root_id`,
    factIsVisible(position, reading),
    stands(position, reading),
  );
  return sql`coalesce(${latestAssessment(claim, 'status', reading)}, (
    select case
      when bool_or(p.polarity = 'SUPPORTS') and bool_or(p.polarity <> 'SUPPORTS') then 'DISPUTED'
      when bool_and(p.polarity = 'DENIES') then 'DENIED'
      when bool_or(p.polarity = 'DISPUTES') then 'DISPUTED'
      else 'UNVERIFIED' end
    from position p where ${standing}))`;
}

function latestAssessment(claim: Row, column: 'status' | 'note', reading: Reading): Sql {
  const known = and(sql`s.story_id = ${claim}.story_id and s.claim_root_id = ${claim}.root_id`, factIsVisible(new Row('s'), reading));
  return sql`(select s.${raw(column)} from claim_assessment s where ${known} order by s.public_at desc, s.recorded_at desc, s.id desc limit 1)`;
}

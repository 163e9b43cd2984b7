import { factIsVisible, stands } from '../fact/fact.plan';
import { Figure, Metric } from '../figure/figure.entity';
import { manyComputed, one, planOf } from '../planner/plan';
import { and, join, Row, sql } from '../planner/sql';
import { Story } from '../story/story.entity';
import { Tally } from './dossier.types';

const METRICS = sql`array[${join(Object.values(Metric), ', ')}]`;

/** `Story.tallies`: one for each metric that was reported; the latest official number by when it became public, then by its order of appearance. */
export const storyTallies = planOf(Story, {
  tallies: manyComputed(
    Tally,
    (story, reading) => {
      const figure = new Row('f');
      const counted = and(sql`f.story_id = ${story}.id`, factIsVisible(figure, reading), stands(figure, reading));
      return sql`
        select f.metric, min(coalesce(f.min, f.value, f.max)) as low, max(coalesce(f.max, f.value, f.min)) as high, count(*)::int as report_count,
          ${story}.id as story_id,
          (array_agg(f.id order by f.public_at desc, f.ordinal desc, f.id desc) filter (where f.official))[1] as latest_official_id
        from figure f where ${counted} group by f.metric`;
    },
    tally => sql`array_position(${METRICS}, ${tally}.metric)`,
  ),
});

/** How a tally is read. */
export const tallyPlan = planOf(
  Tally,
  {
    latestOfficial: one(
      Figure,
      (tally, figure) => sql`${figure}.story_id = ${tally}.story_id and ${figure}.id = ${tally}.latest_official_id`,
    ),
  },
  { key: 'metric', raises: 'OWN' },
);

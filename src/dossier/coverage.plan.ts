import { computed, planOf } from '../planner/plan';
import { and, sql } from '../planner/sql';
import { Story } from '../story/story.entity';
import { Coverage } from './dossier.types';

/** `Story.coverage`: out of the cards of its articles. */
export const storyCoverage = planOf(Story, {
  coverage: computed(Coverage, (story, { asOf }) => {
    const told = and(sql`k.story_id = ${story}.id and k.moved_to is null`, asOf && sql`k.public_at <= ${asOf}`);
    return sql`
      select count(*)::int as article_count, count(distinct k.source_id)::int as source_count, count(distinct k.language)::int as language_count,
        count(distinct k.country_code)::int as country_count, count(distinct k.origin_id)::int as origin_count
      from story_article k where ${told}`;
  }),
});

/** How the coverage is read. */
export const coveragePlan = planOf(Coverage, {}, { key: 'article_count' });

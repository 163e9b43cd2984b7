import { expect, it } from '@jest/globals';
import { readArticles } from '../../../src/ingestion/findings/read-articles';
import { arrive } from '../../ingestion/findings/arrivals';
import { useDatabase } from '../../support/database';
import { makeStory } from '../../support/makers';
import { run } from './run-command';

const here = useDatabase();

it('says that all cited words were found, and names those that are not where their citation says', async () => {
  const { slug } = await makeStory(here.db);
  await arrive(here.db, [{ title: 'Blast', text: '😀 A blast killed 12 people and wounded 30 on Wednesday, police said.' }], slug);
  await readArticles(here.dataSource, { warn: () => undefined });
  const whole = await run(['check', 'citations'], { DATABASE_URL: here.url });
  expect(whole).toMatchObject({ code: 0, out: '3 citations checked, all found\n' });
  const [moved] = await here.db.query<{ id: string }[]>(
    `insert into citation (story_id, id, fact_id, ordinal, kind, url, article_id, version, span_start, span_end, span_hash)
     select story_id, gen_random_uuid(), fact_id, 9, kind, url, article_id, version, span_start + 1, span_end, span_hash from citation where kind = 'SPAN' limit 1 returning id`,
  );
  const [beyond] = await here.db.query<{ id: string }[]>(
    `insert into citation (story_id, id, fact_id, ordinal, kind, url, article_id, version, span_start, span_end, span_hash)
     select story_id, gen_random_uuid(), fact_id, 8, kind, url, article_id, 7, span_start, span_end, span_hash from citation where kind = 'SPAN' limit 1 returning id`,
  );
  const { code, out } = await run(['check', 'citations'], { DATABASE_URL: here.url });
  expect(code).toBe(1);
  expect(out).toMatch(new RegExp(`^${moved?.id} .*: other words stand there$`, 'm'));
  expect(out).toMatch(new RegExp(`^${beyond?.id} .*: that version is not stored$`, 'm'));
  expect(out).toContain('5 citations checked, 2 not found\n');
});

import { expect, it } from '@jest/globals';
import { readArticles } from '../../../src/ingestion/findings/read-articles';
import { seekOrigins } from '../../../src/ingestion/origin/seek-origins';
import { useDatabase } from '../../support/database';
import { useSample } from '../../support/sample';

const here = useDatabase();
useSample(here);

it('the bundled story stays as it was recorded: its articles hold no text, so nothing is found in them', async () => {
  const state = (): Promise<unknown> =>
    here.db
      .query(`select (select count(*)::int from event) as events, (select count(*)::int from statement) as statements, (select count(*)::int from figure) as figures,
      (select count(*)::int from claim) as claims, (select count(*)::int from story_article) as articles, (select count(*)::int from actor) as actors,
      (select count(*)::int from citation) as citations, (select version from story) as version`);
  await seekOrigins(here.dataSource);
  const before = await state();
  expect(before).toMatchObject([{ events: 57, statements: 264, figures: 62, claims: 24, articles: 190 }]);
  expect(await readArticles(here.dataSource, { warn: () => undefined })).toBe(190);
  expect(await state()).toEqual(before);
});

import { expect, it } from '@jest/globals';
import { useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { article, makeStory, store } from '../support/makers';

const here = useDatabase();
const api = useApi(here);

const question = `query ($slug: String!, $asOf: DateTime) {
  story(slug: $slug, asOf: $asOf) {
    coverage { articleCount byHour { hour articleCount } byCountry { country { name } articleCount } byLanguage { language articleCount } }
  }
}`;

it('tells by hour, country and language how widely a story is told, then as now', async () => {
  const story = await makeStory(here.db);
  await store(here.db, [
    article(story, { publishedAt: '2024-03-01T13:05:00Z', language: 'fr' }),
    article(story, { publishedAt: '2024-03-01T13:55:00Z', language: 'fr' }),
    article(story, { publishedAt: '2024-03-01T16:00:00Z', language: 'en' }),
  ]);
  const coverageAt = async (asOf: string | null) => (await api.ask(question, { slug: story.slug, asOf })).data.story.coverage;
  const early = { hour: '2024-03-01T13:00:00.000Z', articleCount: 2 };
  expect(await coverageAt('2024-03-01T14:00:00Z')).toEqual({
    articleCount: 2,
    byHour: [early],
    byCountry: [{ country: { name: 'France' }, articleCount: 2 }],
    byLanguage: [{ language: 'fr', articleCount: 2 }],
  });
  expect(await coverageAt(null)).toEqual({
    articleCount: 3,
    byHour: [early, { hour: '2024-03-01T16:00:00.000Z', articleCount: 1 }],
    byCountry: [{ country: { name: 'France' }, articleCount: 3 }],
    byLanguage: [
      { language: 'fr', articleCount: 2 },
      { language: 'en', articleCount: 1 },
    ],
  });
});

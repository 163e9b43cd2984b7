import { expect, it } from '@jest/globals';
import type { IngestRecord } from '../../src/ingestion/record/record';
import { useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { aName, article, figure, makeStory, statement, store } from '../support/makers';

const here = useDatabase();
const api = useApi(here);

it('a claim that is worded anew keeps its positions, its status and its place in the story', async () => {
  const story = await makeStory(here.db);
  const [claim, denial] = [aName('claim'), aName('denial')];
  const worded = (proposition: string): IngestRecord =>
    ({ claim: { key: claim, story: story.slug, kind: 'OTHER', proposition } }) as IngestRecord;
  await store(here.db, [
    worded('It was them.'),
    statement(story, { key: denial }),
    { position: { story: story.slug, claim, statement: denial, polarity: 'DENIES' } } as IngestRecord,
  ]);
  await store(here.db, [worded('They did it.')]);
  const { data } = await api.ask(
    `query ($slug: String!) { story(slug: $slug) { claims { totalCount nodes { proposition status positions { nodes { polarity } } } } } }`,
    { slug: story.slug },
  );
  expect(data.story.claims).toEqual({
    totalCount: 1,
    nodes: [{ proposition: 'They did it.', status: 'DENIED', positions: { nodes: [{ polarity: 'DENIES' }] } }],
  });
});

it('an event that is corrected keeps the figures and answers that were given for it', async () => {
  const story = await makeStory(here.db);
  await store(here.db, [figure(story), statement(story, { answers: { event: story.event } })]);
  const corrected = {
    key: story.event,
    story: story.slug,
    kind: 'ATTACK',
    title: 'What truly happened',
    occurredAt: '2024-03-01T12:00:00Z',
  };
  await store(here.db, [{ event: { ...corrected, citations: [{ url: 'https://pages.example/truth' }] } } as IngestRecord]);
  const { data } = await api.ask(
    `query ($slug: String!) { story(slug: $slug) { events { nodes { title supersedes { __typename } figures { totalCount } answeredBy { totalCount } } } } }`,
    { slug: story.slug },
  );
  expect(data.story.events.nodes).toEqual([
    { title: 'What truly happened', supersedes: { __typename: 'Event' }, figures: { totalCount: 1 }, answeredBy: { totalCount: 1 } },
  ]);
});

it('a citation finds its article also where the article comes later, and shows no earlier than it', async () => {
  const story = await makeStory(here.db);
  const url = `https://${story.source}.example/${aName('later')}`;
  await store(here.db, [statement(story, { issuedAt: '2024-03-01T14:00:00Z', citations: [{ url }] })]);
  await store(here.db, [article(story, { url, title: 'It came later', publishedAt: '2024-03-02T09:00:00Z' })]);
  const citationsAt = async (asOf: string | null): Promise<unknown> => {
    const query = `query ($slug: String!, $asOf: DateTime) { story(slug: $slug, asOf: $asOf) { statements { nodes { citations { article { title } } } } } }`;
    return (await api.ask(query, { slug: story.slug, asOf })).data.story.statements.nodes;
  };
  expect(await citationsAt(null)).toEqual([{ citations: [{ article: { title: 'It came later' } }] }]);
  expect(await citationsAt('2024-03-01T20:00:00Z')).toEqual([{ citations: [] }]);
});

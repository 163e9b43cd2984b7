import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { operation, useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { aName, figure, makeStory, type MadeStory, store } from '../support/makers';

const here = useDatabase();
const api = useApi(here);

type FigureFields = Parameters<typeof figure>[1];

async function tell(...figures: NonNullable<FigureFields>[]): Promise<MadeStory> {
  const story = await makeStory(here.db);
  await store(here.db, figures.map(fields => figure(story, fields))); // prettier-ignore
  return story;
}

async function talliesOf({ slug }: MadeStory, asOf?: string): Promise<unknown[]> {
  const { data, errors } = await api.ask(operation('StoryInOneRequest'), { slug, asOf });
  expect(errors).toBeUndefined();
  return data.story.tallies as unknown[];
}

async function retract(key: string, at: string): Promise<void> {
  await here.db.query(
    `insert into retraction (story_id, id, fact_id, reason, retracted_at) select story_id, $2, id, 'It was a mistake.', $3 from figure where key = $1`,
    [key, randomUUID(), at],
  );
}

describe('a tally', () => {
  it('never lets an unofficial higher count become the official latest', async () => {
    const story = await tell(
      { value: 133, official: true, reportedAt: '2024-03-23T13:23:00Z' },
      { value: 150, official: false, reportedAt: '2024-03-23T15:00:00Z' },
    );
    expect(await talliesOf(story)).toMatchObject([
      { metric: 'KILLED', low: 133, high: 150, reportCount: 2, latestOfficial: { value: 133 } },
    ]);
  });

  it('has no latest official number where no authority gave one', async () => {
    const story = await tell({ value: 40, official: false, reportedAt: '2024-03-22T20:00:00Z' });
    expect(await talliesOf(story)).toMatchObject([{ low: 40, high: 40, latestOfficial: null }]);
  });

  it('takes the latest by when it was reported, whatever its size and the order in which it came in', async () => {
    const story = await tell(
      { value: 143, official: true, reportedAt: '2024-03-27T10:00:00Z' },
      { value: 93, official: true, reportedAt: '2024-03-23T08:00:00Z' },
      { value: 139, official: true, reportedAt: '2024-03-28T10:00:00Z' },
    );
    expect(await talliesOf(story)).toMatchObject([{ low: 93, high: 143, latestOfficial: { value: 139 } }]);
  });

  it('lets the later arrival win between official numbers of the same moment', async () => {
    const story = await tell({ value: 12, official: true }, { value: 11, official: true });
    expect(await talliesOf(story)).toMatchObject([{ low: 11, high: 12, latestOfficial: { value: 11 } }]);
  });

  it('never mixes metrics', async () => {
    const story = await tell(
      { metric: 'INJURED', value: 145, official: true },
      { metric: 'KILLED', value: 40, official: true },
      { metric: 'HOSPITALISED', value: 107, official: true },
      { metric: 'CHILDREN_KILLED', value: 3, official: true },
      { metric: 'INJURED', value: 100, official: false, reportedAt: '2024-03-02T08:00:00Z' },
    );
    const own = (metric: string, low: number, high: number, latest: number) => ({ metric, low, high, latestOfficial: { value: latest } });
    expect(
      (await talliesOf(story)).sort((a, b) => ((a as { metric: string }).metric < (b as { metric: string }).metric ? -1 : 1)),
    ).toMatchObject([
      own('CHILDREN_KILLED', 3, 3, 3),
      own('HOSPITALISED', 107, 107, 107),
      own('INJURED', 100, 145, 145),
      own('KILLED', 40, 40, 40),
    ]);
  });

  it('spans intervals and open ends', async () => {
    const story = await tell(
      { value: undefined, min: 60, max: 90, official: true, reportedAt: '2024-03-01T15:00:00Z' },
      { value: undefined, min: 62, official: false, atLeast: true, reportedAt: '2024-03-01T16:00:00Z' },
      { value: undefined, max: 110, official: false, reportedAt: '2024-03-01T17:00:00Z' },
    );
    expect(await talliesOf(story)).toMatchObject([{ low: 60, high: 110, reportCount: 3, latestOfficial: { value: null } }]);
  });

  it('leaves out what was corrected, from the moment of the correction on', async () => {
    const key = aName('count');
    const story = await tell({ key, value: 93, official: true, reportedAt: '2024-03-01T15:00:00Z' });
    await store(here.db, [figure(story, { key, value: 39, official: true, reportedAt: '2024-03-01T18:00:00Z' })]);
    expect(await talliesOf(story)).toMatchObject([{ low: 39, high: 39, reportCount: 1, latestOfficial: { value: 39 } }]);
    expect(await talliesOf(story, '2024-03-01T17:00:00Z')).toMatchObject([
      { low: 93, high: 93, reportCount: 1, latestOfficial: { value: 93 } },
    ]);
    expect(await talliesOf(story, '2024-03-01T18:00:00Z')).toMatchObject([{ low: 39, high: 39, latestOfficial: { value: 39 } }]);
    expect(await talliesOf(story, '2024-03-01T14:59:59Z')).toEqual([]);
  });

  it('leaves out what was withdrawn, from the moment of the withdrawal on', async () => {
    const key = aName('count');
    const story = await tell(
      { value: 60, official: true, reportedAt: '2024-03-01T15:00:00Z' },
      { key, value: 600, official: true, reportedAt: '2024-03-01T16:00:00Z' },
    );
    await retract(key, '2024-03-01T17:00:00Z');
    expect(await talliesOf(story)).toMatchObject([{ low: 60, high: 60, reportCount: 1, latestOfficial: { value: 60 } }]);
    expect(await talliesOf(story, '2024-03-01T16:30:00Z')).toMatchObject([{ low: 60, high: 600, latestOfficial: { value: 600 } }]);
    expect(await talliesOf(story, '2024-03-01T17:00:00Z')).toMatchObject([{ low: 60, high: 60, latestOfficial: { value: 60 } }]);
  });

  it('is gone when all that it rests on was withdrawn; the ledger still shows it, marked', async () => {
    const key = aName('count');
    const story = await tell({ key, value: 600, official: true });
    await retract(key, '2024-03-01T17:00:00Z');
    expect(await talliesOf(story)).toEqual([]);
    const { data } = await api.ask(`query ($slug: String!) { story(slug: $slug) { figures { nodes { value retraction { reason } } } } }`, {
      slug: story.slug,
    });
    expect(data.story.figures.nodes).toEqual([{ value: 600, retraction: { reason: 'It was a mistake.' } }]);
  });

  it('counts what is known only to the day from the end of that day', async () => {
    const story = await tell({ value: 60, official: true, reportedAt: '2024-03-02' });
    expect(await talliesOf(story, '2024-03-02T23:59:59Z')).toEqual([]);
    expect(await talliesOf(story, '2024-03-03T00:00:00Z')).toMatchObject([{ low: 60, high: 60 }]);
  });
});

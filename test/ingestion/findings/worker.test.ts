import { afterAll, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { readArticles } from '../../../src/ingestion/findings/read-articles';
import { begin, type Going } from '../../app/command/run-command';
import { useDatabase } from '../../support/database';
import { makeStory, type MadeStory } from '../../support/makers';
import { arrive, type Told } from './arrivals';

const here = useDatabase();
let worker: Going | undefined;
afterAll(() => void worker?.end('SIGKILL'));

/** What of facts a story holds, without what differs from run to run. */
function holdings(slug: string): Promise<unknown> {
  return here.db.query(
    `select f.type, f.said, count(c.id)::int as citations from story s join (
       select story_id, id, 'figure' as type, metric || ' ' || value as said from figure union all select story_id, id, 'statement', summary from statement
     ) f on f.story_id = s.id join citation c on c.story_id = f.story_id and c.fact_id = f.id
     where s.slug = $1 group by f.type, f.id, f.said order by 1, 2, 3`,
    [slug],
  );
}

it('a worker that is killed at any instant leaves no article half read, and none is read twice', async () => {
  const told: Told[] = Array.from({ length: 30 }, (_, at) => ({
    title: `Report ${at}`,
    text: `A blast killed ${10 + (at % 5)} people and wounded ${30 + (at % 3)} on Wednesday, police said. "We will find those who planned attack number ${at % 7}," Mayor Anne Hill said.`,
    publishedAt: `2024-05-01T10:${String(at).padStart(2, '0')}:00Z`,
  }));
  const inStory = async (): Promise<MadeStory> => {
    const story = await makeStory(here.db);
    await arrive(here.db, told, story.slug);
    return story;
  };
  const calm = await inStory();
  await readArticles(here.dataSource, { warn: () => undefined });
  const shaken = await inStory();
  for (let round = 0; round < 3; round += 1) {
    worker = begin(['work'], { DATABASE_URL: here.url, LOG_LEVEL: 'warn' });
    await worker.hear(/The worker polls/);
    await sleep(round === 2 ? 0 : 30 + Math.random() * 250);
    if (round < 2) await worker.end('SIGKILL');
  }
  for (let tries = 0; tries < 200; tries += 1) {
    const [left] = await here.db.query<{ n: number }[]>(`select count(*)::int as n from story_article where unread_from is not null`);
    if (left?.n === 0) break;
    await sleep(100);
  }
  await worker?.end('SIGTERM');
  const expected = await holdings(calm.slug);
  expect(await holdings(shaken.slug)).toEqual(expected);
  expect(expected).toHaveLength(5 + 3 + 7);
}, 180_000);

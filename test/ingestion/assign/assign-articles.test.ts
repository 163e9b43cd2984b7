import { beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '../../../src/platform/api-key.entity';
import { encodeNodeId } from '../../../src/platform/ids';
import { createKey } from '../../../src/platform/access';
import { renameStory, unassignArticles } from '../../../src/dossier/edit/edit.service';
import { undoEdit } from '../../../src/dossier/edit/undo';
import { Assigner } from '../../../src/ingestion/assign/assign-articles';
import { type Correction, StoryClusterer } from '../../../src/ingestion/assign/story-clusterer';
import { readArticles } from '../../../src/ingestion/findings/read-articles';
import { articleIdOf } from '../../../src/article/canonical-url';
import type { IngestRecord } from '../../../src/ingestion/record/record';
import { useApi } from '../../support/api';
import { useDatabase } from '../../support/database';
import { aName, store } from '../../support/makers';
import { factsOf } from '../findings/arrivals';

const here = useDatabase();
const api = useApi(here);
const source = aName('outlet');

beforeAll(() => store(here.db, [{ source: { slug: source, name: 'An outlet', kind: 'NEWS_OUTLET', role: 'PUBLISHER' } } as IngestRecord]));

/** Stores articles that belong to no story, as a poll does. */
async function arrive(articles: [title: string, text: string, publishedAt?: string][]): Promise<string[]> {
  const urls = articles.map(() => `https://${source}.example/${aName('page')}`);
  await store(
    here.db,
    articles.map(
      ([title, text, publishedAt = new Date().toISOString()], index) =>
        ({ article: { url: urls[index], source, title, text, language: 'en', publishedAt } }) as IngestRecord,
    ),
  );
  return urls;
}

async function storiesOf(urls: string[]): Promise<(string | null)[]> {
  const ids = urls.map(url => encodeNodeId('Article', articleIdOf(url)));
  const { data } = await api.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Article { story { slug } } } }`, { ids });
  return (data.nodes as { story: { slug: string } | null }[]).map(({ story }) => story?.slug ?? null);
}

const FIRE: [string, string][] = [
  [
    'Fire destroys warehouse in Rotterdam harbour',
    'A large fire broke out in a chemical warehouse in the harbour of Rotterdam on Tuesday night. Firefighters from Rotterdam and Delft fought the blaze for nine hours. Mayor Anna de Vries said nobody was hurt.',
  ],
  [
    'Rotterdam harbour fire: chemical warehouse burns for nine hours',
    'Firefighters fought a blaze in a chemical warehouse in the Rotterdam harbour through Tuesday night. Mayor Anna de Vries said that nobody was hurt. The warehouse stored solvents.',
  ],
  [
    'Blaze at Rotterdam chemical warehouse under control',
    'The fire that broke out on Tuesday night in a chemical warehouse in the harbour of Rotterdam is under control, firefighters from Delft said. Mayor Anna de Vries thanked them.',
  ],
];
const VOTE: [string, string][] = [
  [
    'Parliament in Lima votes to remove the interior minister',
    'The congress of Peru voted on Wednesday in Lima to remove interior minister Carlos Quispe over the police scandal. He is the third to go this year.',
  ],
];

it('puts articles of one event into one story, others into others, with a score, and keeps that after a restart', async () => {
  const first = await arrive([...FIRE.slice(0, 2), ...VOTE]);
  expect(await new Assigner(here.dataSource).assignNew()).toBe(3);
  const [a, b, c] = await storiesOf(first);
  expect(a).toBe('fire-destroys-warehouse-in-rotterdam-harbour');
  expect([b, c !== a]).toEqual([a, true]);
  const later = await arrive(FIRE.slice(2));
  const restarted = new Assigner(here.dataSource);
  expect(await restarted.assignNew()).toBe(1);
  expect(await storiesOf(later)).toEqual([a]);
  expect(await restarted.assignNew()).toBe(0);
  const rows = (await here.db.query(`select method, score from story_article`)) as { method: string; score: number }[];
  expect(rows.every(({ method, score }) => method === 'DETECTED' && score > 0 && score <= 1)).toBe(true);
});

it('an archive has stories too, though its articles come in over several rounds and are years old', async () => {
  const text =
    'The cargo ship Selma ran aground near Ushant on Thursday. A tug from Brest tried to pull the Selma free, the prefect of Brittany said.';
  const arriveAt = async (hour: number, title: string): Promise<string> => {
    const [url = ''] = await arrive([[title, text, `2019-05-02T${hour}:00:00Z`]]);
    return url;
  };
  const assigner = new Assigner(here.dataSource);
  const first = await arriveAt(10, 'Cargo ship Selma aground off Brittany');
  await assigner.assignNew();
  const second = await arriveAt(12, 'Tug tries to free cargo ship Selma off Ushant');
  await assigner.assignNew();
  const third = await arriveAt(14, 'Cargo ship Selma still aground near Ushant');
  await new Assigner(here.dataSource).assignNew();
  expect(await storiesOf([first, second, third])).toEqual(Array(3).fill('cargo-ship-selma-aground-off-brittany'));
});

it('of a batch that arrives at once the oldest comes first', async () => {
  const text = 'Lava from the volcano Arvo reached the village of Lund. People of Lund left for Hofn by bus, the mayor said.';
  const words = ['Lund is left', 'Hofn takes people in', 'buses leave', 'roads are closed', 'lava reaches the church', 'mayor speaks'];
  const batch = words.map((word, day): [string, string, string] => [`Volcano Arvo: ${word}`, text, `2018-06-0${9 - day}T10:00:00Z`]);
  const urls = await arrive(batch);
  await new Assigner(here.dataSource).assignNew();
  expect(await storiesOf(urls)).toEqual(Array(6).fill('volcano-arvo-mayor-speaks'));
});

it('never undoes an editor: what was taken out of a story stays out', async () => {
  const [url = ''] = await arrive([
    ['Storm floods the old town of Genoa', 'A storm flooded the old town of Genoa on Friday, and the river Bisagno rose by three metres.'],
  ]);
  const assigner = new Assigner(here.dataSource);
  await assigner.assignNew();
  const [slug] = await storiesOf([url]);
  const { id } = await createKey(here.db, { name: 'desk', role: Role.EDITOR });
  const articles = [encodeNodeId('Article', articleIdOf(url))];
  await unassignArticles(here.dataSource, { keyId: id, role: Role.EDITOR }, { story: slug ?? '', articles, reason: 'Not this story.' });
  expect(await assigner.assignNew()).toBe(0);
  expect(await storiesOf([url])).toEqual([null]);
});

describe('an article that turns out to tell another story', () => {
  /** Finds what a test says that it finds. */
  class ToldClusterer extends StoryClusterer {
    found: Correction | null = null;

    override reconsider(): Correction | null {
      const found = this.found;
      this.found = null;
      return found;
    }
  }

  const FLOOD = 'Floods in the valley of Ahrenfels: dam of Lake Merle holds, villages of Oberau and Unterau under water';
  const flood = (town: string, killed: number): [string, string] => [
    `${FLOOD}, ${town}`,
    `The dam of Lake Merle holds after floods in the valley of Ahrenfels put Oberau and Unterau under water. ${killed} people were killed, police said. 31 people were injured, police said.`,
  ];
  const quake = (town: string): [string, string] => [
    `Earthquake shakes Calbuco, ${town}`,
    `An earthquake of magnitude 7 shook Calbuco on Sunday, and houses fell in ${town}. 54 people were killed, police said.`,
  ];
  const factsRead = async (): Promise<void> => {
    while ((await readArticles(here.dataSource, { warn: () => undefined } as never)) > 0);
  };
  const killedIn = async (slug: string | null | undefined): Promise<number[]> => {
    const { figures } = await factsOf(api.ask, slug ?? '');
    return figures.filter(({ metric }) => metric === 'KILLED').map(({ value }) => value as number).sort((a, b) => a - b); // prettier-ignore
  };
  const idsOf = async (urls: string[]): Promise<[article: string, story: string][]> => {
    const rows = (await here.db.query(`select article_id, story_id from story_article where article_id = any($1) and moved_to is null`, [
      urls.map(articleIdOf),
    ])) as { article_id: string; story_id: string }[];
    return urls.map(url => [articleIdOf(url), rows.find(row => row.article_id === articleIdOf(url))?.story_id ?? '']);
  };
  /** Two stories, of two articles and of one; then the second article of the first turns out to tell the other. */
  const corrected = async (
    from: number,
    into: number,
    before = async (_urls: string[]): Promise<unknown> => undefined,
  ): Promise<string[]> => {
    const clusterer = new ToldClusterer();
    const assigner = new Assigner(here.dataSource, clusterer);
    const urls = await arrive([flood(aName('one'), 17), flood(aName('two'), 54), quake(aName('three'))]);
    await assigner.assignNew();
    await factsRead();
    await before(urls);
    const ids = await idsOf(urls);
    const [[articleId = '', fromStory = ''] = [], [, intoStory = ''] = []] = [ids[from], ids[into]];
    clusterer.found = { articleId, from: fromStory, into: intoStory, score: 0.8 };
    await arrive([[aName('Something else'), 'Nothing that any other article says.']]);
    await assigner.assignNew();
    await factsRead();
    return urls;
  };

  it('is moved with what was found in it alone, and an editor can undo it', async () => {
    let before: (string | null)[] = [];
    const urls = await corrected(1, 2, async made => (before = await storiesOf(made)));
    const [floods, quakes] = [before[0], before[2]];
    expect(before).toEqual([floods, floods, quakes]);
    expect(await storiesOf(urls)).toEqual([floods, quakes, quakes]);
    expect(await killedIn(floods)).toEqual([17]);
    expect(await killedIn(quakes)).toContain(54);
    const injured = async (slug = ''): Promise<number> => (await factsOf(api.ask, slug)).figures.filter(({ metric }) => metric === 'INJURED').length; // prettier-ignore
    expect([await injured(floods ?? ''), await injured(quakes ?? '')]).toEqual([1, 1]);
    const [edit] = (await here.db.query(`select id, reason from edit where kind = 'ASSIGN' order by at desc limit 1`)) as {
      id: string;
      reason: string;
    }[];
    expect(edit?.reason).toBe('The machine found that the article tells this story (0.80).');
    await undoEdit(here.dataSource, { keyId: null, role: Role.EDITOR }, encodeNodeId('Edit', edit?.id ?? ''), 'It does not.');
    expect(await storiesOf(urls)).toEqual(before);
    expect(await killedIn(floods)).toEqual([17, 54]);
  });

  it('leaves the story open for what others say later', async () => {
    const urls = await corrected(1, 2);
    const [floods] = await storiesOf(urls);
    const [later = ''] = await arrive([flood(aName('four'), 54)]);
    const [[, story = ''] = []] = await idsOf(urls);
    const clusterer = new StoryClusterer();
    clusterer.restore(story, { title: flood('one', 17)[0], text: flood('one', 17)[1], publishedAt: new Date(), language: 'en' });
    await new Assigner(here.dataSource, clusterer).assignNew();
    await factsRead();
    expect(await storiesOf([later])).toEqual([floods]);
    expect(await killedIn(floods)).toEqual([17, 54]);
  });

  it('takes its headline along', async () => {
    const headlines: string[] = [];
    const urls = await corrected(0, 2);
    const [quakes, floods] = await storiesOf(urls);
    for (const slug of [floods, quakes]) {
      const { data } = await api.ask(`query ($slug: String!) { story(slug: $slug) { headline articles { nodes { title } } } }`, { slug });
      expect(data.story.articles.nodes.map(({ title }: { title: string }) => title)).toContain(data.story.headline);
      headlines.push(data.story.headline);
    }
    expect(headlines[0]).toMatch(FLOOD);
    expect(headlines[1]).toMatch(/^Earthquake/);
  });

  it('takes its story along where it was alone in it', async () => {
    let before: (string | null)[] = [];
    const urls = await corrected(2, 0, async made => (before = await storiesOf(made)));
    expect(await storiesOf(urls)).toEqual(Array(3).fill(before[0]));
    const { data } = await api.ask(`query ($slug: String!) { story(slug: $slug) { slug } }`, { slug: before[2] });
    expect(data.story.slug).toBe(before[0]);
  });

  it('stays where an editor did something to one of the stories', async () => {
    const { id } = await createKey(here.db, { name: 'desk', role: Role.EDITOR });
    let before: (string | null)[] = [];
    const urls = await corrected(1, 2, async made => {
      before = await storiesOf(made);
      await renameStory(here.dataSource, { keyId: id, role: Role.EDITOR }, {
        story: before[2] ?? '',
        headline: 'A quake',
        reason: 'Shorter.',
      } as never);
    });
    expect(await storiesOf(urls)).toEqual(before);
  });
});

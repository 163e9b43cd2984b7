import { beforeAll, expect, it } from '@jest/globals';
import { Role } from '../../../src/platform/api-key.entity';
import { encodeNodeId } from '../../../src/platform/ids';
import { createKey } from '../../../src/platform/access';
import { unassignArticles } from '../../../src/dossier/edit/edit.service';
import { Assigner } from '../../../src/ingestion/assign/assign-articles';
import { articleIdOf } from '../../../src/article/canonical-url';
import type { IngestRecord } from '../../../src/ingestion/record/record';
import { useApi } from '../../support/api';
import { useDatabase } from '../../support/database';
import { aName, store } from '../../support/makers';

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

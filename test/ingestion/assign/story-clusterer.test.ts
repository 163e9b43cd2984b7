import { describe, expect, it } from '@jest/globals';
import { clusterAll, ClusteredStream } from '../../../src/ingestion/assign/cluster-all';
import type { ArticleText } from '../../../src/ingestion/assign/article-text';
import { type Correction, StoryClusterer } from '../../../src/ingestion/assign/story-clusterer';

const article = (title: string, text: string | null = null, at = '2024-03-22T20:00:00Z', language = 'en'): ArticleText => ({
  title,
  text,
  publishedAt: new Date(at),
  language,
});

const ferry = [
  article(
    'Ferry sinks off Marlund, 30 missing',
    'The ferry Aurelia sank off the coast of Marlund on Friday with 84 people aboard. Rescuers in Port Hessel pulled 54 people from the water and searched for 30 others, the coast guard said.',
  ),
  article(
    'Thirty missing after ferry Aurelia goes down near Port Hessel',
    'Rescue boats searched through the night for 30 people after the ferry Aurelia sank off Marlund. The coast guard in Port Hessel said that 54 of the 84 people aboard had been saved.',
    '2024-03-22T22:00:00Z',
  ),
  article(
    'Marlund ferry disaster: captain of the Aurelia held',
    'Police in Port Hessel detained the captain of the ferry Aurelia, which sank on Friday off Marlund with 84 people aboard; 30 are missing.',
    '2024-03-23T09:00:00Z',
  ),
];
const budget = [
  article(
    'Parliament of Tarvia passes budget after all-night debate',
    'Lawmakers in Tarvia passed the budget by 61 votes to 58 on Saturday. Finance minister Olen Brask said that taxes on fuel would rise in July.',
    '2024-03-22T21:00:00Z',
  ),
  article(
    'Tarvia budget: fuel tax to rise in July, says minister Brask',
    'Fuel will cost more in Tarvia from July after parliament passed the budget of finance minister Olen Brask by 61 votes to 58.',
    '2024-03-23T08:00:00Z',
  ),
];

describe('articles form stories', () => {
  it('that tell the same event are one story, others another', () => {
    const [f1, b1, f2, b2, f3] = clusterAll([ferry[0], budget[0], ferry[1], budget[1], ferry[2]] as ArticleText[]);
    expect([f2, f3]).toEqual([f1, f1]);
    expect(b2).toBe(b1);
    expect(b1).not.toBe(f1);
  });

  it('two events of one kind in different places stay apart where such events are common', () => {
    const clusterer = new StoryClusterer();
    const usual = [
      'Ferry sinks in storm',
      'Coast guard saves people aboard a ferry',
      'Search for missing after ferry sank',
      'Ferry captain held by police',
    ];
    for (let day = 1; day <= 60; day++) {
      const title = usual[day % usual.length] as string;
      clusterer.restore(
        `earlier ${day}`,
        article(
          title,
          `On Friday the coast guard said that ${day} people aboard the ferry were missing off the coast.`,
          '2024-01-01T00:00:00Z',
        ),
      );
    }
    const other = article(
      'Ferry sinks off Kesteria, dozens saved',
      'The ferry Nordstern capsized near Kesteria on Friday. All 112 people aboard were saved by fishermen from Lower Vantry, the mayor said.',
      '2024-03-22T23:00:00Z',
    );
    const [first, second, third] = clusterAll([ferry[0], ferry[1], other] as ArticleText[], clusterer);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('titles alone, in other languages and scripts, find their story by names and numbers', () => {
    const stream = [
      ...ferry,
      ...budget,
      article('Aruna Quadri seeded 15th for table tennis in Tokyo'),
      article('Tokio: Aruna Quadri, 15.º cabeza de serie en tenis de mesa', null, '2024-03-22T21:00:00Z', 'es'),
      article('Токио: Аруна Куадри посеян 15-м', null, '2024-03-22T22:00:00Z', 'ru'),
    ];
    expect(new Set(clusterAll(stream).slice(-3)).size).toBe(1);
  });

  it('the same stream gives the same stories', () => {
    expect(clusterAll([...ferry, ...budget])).toEqual(clusterAll([...ferry, ...budget]));
  });
});

describe('a choice', () => {
  const placed = () => {
    const clusterer = new StoryClusterer();
    let next = 0;
    return { clusterer, place: (one: ArticleText) => clusterer.place(`${next}`, one, () => `story ${++next}`) };
  };

  it('keeps its score and its method', () => {
    const { place } = placed();
    const placements = [...ferry, ...budget].map(place);
    expect(placements[0]).toMatchObject({ storyId: 'story 1', isNew: true, score: 1, united: null });
    for (const { score, method } of placements) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(method).toMatch(/^stories-\d+$/);
    }
  });

  it('falls on a story that was entered again after a restart', () => {
    const { clusterer, place } = placed();
    clusterer.restore('ferry', ferry[0] as ArticleText);
    clusterer.restore('ferry', ferry[1] as ArticleText);
    expect(place(ferry[2] as ArticleText)).toMatchObject({ storyId: 'ferry', isNew: false });
  });

  it('never falls on a story that was taken out', () => {
    const { clusterer, place } = placed();
    clusterer.restore('ferry', ferry[0] as ArticleText);
    clusterer.forget('ferry');
    expect(place(ferry[1] as ArticleText).isNew).toBe(true);
  });

  it('falls on stories for which an article arrived lately, however old it is', () => {
    const { clusterer, place } = placed();
    place({ ...(ferry[0] as ArticleText), firstSeenAt: new Date('2024-03-22T20:01:00Z') });
    place({ ...(budget[0] as ArticleText), firstSeenAt: new Date('2026-05-01T00:00:00Z') });
    clusterer.forgetQuiet(new Date('2026-04-20T00:00:00Z'));
    expect(clusterer.size).toBe(1);
    expect(place(budget[1] as ArticleText)).toMatchObject({ storyId: 'story 2', isNew: false });
  });

  it('never needs more than a title, and an article without any words begins a story', () => {
    const { place } = placed();
    const empty = { title: null, text: null, publishedAt: null, language: null };
    expect(place(empty).isNew).toBe(true);
    expect(place(empty).isNew).toBe(true);
  });

  it('compares with few stories, however many are active', () => {
    const { clusterer } = placed();
    for (let i = 0; i < 500; i++) clusterer.restore(`${i}`, article(`Ferry sinks off Marlund, report ${i}`));
    expect(clusterer.compare(clusterer.read(ferry[0] as ArticleText)).length).toBeLessThanOrEqual(16);
  });
});

it('the most central article is the one that says what the others say', () => {
  const clusterer = new StoryClusterer();
  for (const one of [...ferry, ...budget]) clusterer.restore('any', one);
  const aside = article('Weather for the weekend', 'Rain is expected in Port Hessel.');
  expect(clusterer.mostCentral([aside, ...ferry])).toBeGreaterThan(0);
  expect(clusterer.mostCentral([])).toBe(-1);
});

describe('an article that was put into the wrong story', () => {
  const captain = ferry[2] as ArticleText;
  const lookedAtAgain = (ferryStory: ArticleText[]): (Correction | null)[] => {
    const clusterer = new StoryClusterer();
    for (const one of ferryStory) clusterer.restore('ferry', one);
    expect(clusterer.place('captain', captain, () => 'new').storyId).toBe('ferry');
    for (const title of ['Captain of the Aurelia held in Marlund', 'Marlund: police hold captain of ferry Aurelia', 'Ferry captain held'])
      clusterer.restore('captain', { ...captain, title });
    return Array.from({ length: 62 }, (_, day) => {
      clusterer.place(`other ${day}`, article(`Rain on day ${day}`), () => `rain ${day}`);
      return clusterer.reconsider();
    });
  };

  it('is moved once sixty others have come', () => {
    const corrections = lookedAtAgain(ferry.slice(0, 2));
    expect(corrections.slice(0, 59)).toEqual(Array(59).fill(null));
    expect(corrections[59]).toMatchObject({ articleId: 'captain', from: 'ferry', into: 'captain' });
    expect(corrections[59]?.score).toBeGreaterThan(0.5);
  });

  it('stays where the story is large', () => {
    const large = Array.from({ length: 20 }, (_, i) => ferry[i % 2] as ArticleText);
    expect(lookedAtAgain(large)).toEqual(Array(62).fill(null));
  });
});

it('the stories of a stream are told as they stand: united ones under one name, moved articles where they went', () => {
  const placements = [
    { storyId: 'a', united: null },
    { storyId: 'b', united: null },
    { storyId: 'c', united: { from: 'a', into: 'b', score: 1 } },
    { storyId: 'c', united: { from: 'b', into: 'c', score: 1 } },
    { storyId: 'd', united: null },
  ];
  const corrections = [null, null, null, null, { articleId: '3', from: 'c', into: 'd', score: 1 }];
  const clusterer = { place: () => placements.shift(), reconsider: () => corrections.shift() } as unknown as StoryClusterer;
  const stream = new ClusteredStream(clusterer);
  const places = ferry.concat(budget).map(one => stream.add(one));
  expect(places.map(place => stream.storyAt(place))).toEqual(['c', 'c', 'c', 'd', 'd']);
});

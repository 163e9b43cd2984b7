import type { ArticleText } from '../../src/ingestion/assign/article-text';
import { StoryClusterer } from '../../src/ingestion/assign/story-clusterer';
import { median, seeded, watchMemory } from '../measure';
import { answerTable, say } from '../say';

/** Prints the time for an article and the memory while more and more stories are active; whether the time hardly grows. */
export function benchSpeed(): boolean {
  const random = seeded(11);
  const clusterer = new StoryClusterer();
  const memory = watchMemory();
  const rows: (string | number)[][] = [
    ['active stories', 'ms an article (mean)', 'ms (median)', 'ms (99 of 100)', 'articles of a known story put there', 'memory grown, MB'],
  ];
  const means: number[] = [];
  let stories = 0;
  for (const active of [1_000, 10_000, 100_000]) {
    for (; stories < active; stories++) clusterer.restore(`story ${stories}`, articleOf(stories, random));
    say(`${active.toLocaleString('en')} stories are active.`);
    const times: number[] = [];
    let found = 0;
    const count = active === 100_000 ? 10_000 : 2_000;
    for (let i = 0; i < count; i++) {
      const story = Math.floor(random() * active);
      const article = articleOf(story, random);
      const started = performance.now();
      const { storyId } = clusterer.place(`${i} of ${active}`, article, () => `new ${i} of ${active}`);
      clusterer.reconsider();
      times.push(performance.now() - started);
      if (storyId === `story ${story}`) found++;
    }
    const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
    means.push(mean);
    times.sort((a, b) => a - b);
    rows.push([
      active,
      mean,
      median(times),
      times[Math.floor(times.length * 0.99)] as number,
      `${((100 * found) / count).toFixed(1)} %`,
      Math.round(memory.grownMegabytes()),
    ]);
  }
  answerTable(rows);
  return (means[2] as number) < 2 * (means[0] as number);
}

/** An article about one of many made-up events: names and words of its own among the words of all news, drawn as words are in language (Zipf). */
function articleOf(story: number, random: () => number): ArticleText {
  const own = seeded(story + 1);
  const names = Array.from({ length: 6 }, () => nameOf(Math.floor(own() * 400_000)));
  const topic = Array.from({ length: 30 }, () => wordOf(Math.floor(own() * 20_000)));
  const pick = (words: string[]): string => words[Math.floor(random() * words.length)] as string;
  const word = (): string => (random() < 0.15 ? pick(names) : random() < 0.4 ? pick(topic) : wordOf(Math.floor(30_000 ** random())));
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  return {
    title: words(9),
    text: Array.from({ length: 16 }, () => `${words(18)}.`).join(' '),
    publishedAt: new Date(1_700_000_000_000 + story * 1_000),
    language: 'en',
  };
}

function wordOf(rank: number): string {
  const syllables = ['ba', 'den', 'fir', 'gol', 'ha', 'jem', 'kor', 'lus', 'mi', 'ner', 'po', 'rin', 'sa', 'tol', 'vu', 'wes'];
  let text = '';
  for (let left = rank + 1; left > 0; left >>= 4) text += syllables[left & 15];
  return text;
}

function nameOf(number: number): string {
  const word = wordOf(number + 50_000);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

import { parseArgs } from 'node:util';
import { openGeneratedServer } from '../generate/generated-database';
import { sameStory } from '../generate/sizes';
import { median } from '../measure';
import { answer, answerTable, say } from '../say';
import { bodyOf } from './operations';
import { loadFor, percentile } from './round';
import { type Server, startApi } from './servers';

const usage = `npm run bench -- growth [--articles 10000,1000000] [--rounds 5] [--seconds 3] [--json]

Whether a story costs more where there is more beside it: StoryInOneRequest for a story of the same rows, in a small and in a large database, one
connection, no cache; two APIs that take turns.
  --articles  in the small and in the large database
  --rounds    of each; the medians are printed
  --seconds   a round
  --json      the numbers as JSON`;

const most = 1.3;

/** Measures what the size of the database costs a story. */
export async function benchGrowth(args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '10000,1000000' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return (answer(usage), true);
  const sizes = values.articles.split(',').map(Number);
  const server = await openGeneratedServer();
  const running: Server[] = [];
  try {
    for (const articles of sizes) running.push(await startApi((await server.open(articles)).url, { ANSWER_CACHE: '0' }));
    const body = bodyOf({ name: 'StoryInOneRequest', variables: { slug: sameStory.slug } });
    for (const { url } of running) await loadFor(1, url, body, 1);
    const medians: number[][] = sizes.map(() => []);
    for (let round = 1; round <= Number(values.rounds); round += 1) {
      for (const [at, { url }] of running.entries()) {
        const { latencies } = await loadFor(Number(values.seconds), url, body, 1);
        medians[at]?.push(percentile(latencies, 50));
      }
      say(`Round ${round}: ${medians.map(list => `${list.at(-1)?.toFixed(2)} ms`).join(', ')}`);
    }
    const [small = NaN, large = NaN] = medians.map(median);
    const growth = median((medians[1] ?? []).map((one, round) => one / (medians[0]?.[round] ?? NaN)));
    if (values.json) answer(JSON.stringify({ articles: sizes, p50: [small, large], growth }));
    else {
      answerTable([['articles', 'p50 ms'], ...sizes.map((articles, at) => [articles, median(medians[at] ?? [])])]);
      answer(`\n${growth.toFixed(2)} times as long (at most ${most}).`);
    }
    return growth <= most;
  } finally {
    for (const one of running) await one.stop();
    await server.close();
  }
}

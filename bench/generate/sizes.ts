/** How much is generated for so many articles. */
export interface Size {
  articles: number;
  /** What each story holds; the largest first. */
  stories: readonly StorySize[];
  /** Articles that no story holds. */
  loose: number;
}

/** What one story holds. */
export interface StorySize {
  slug: string;
  articles: number;
  events: number;
  statements: number;
  figures: number;
  claims: number;
}

/** The story that has the same rows in each size: what the benchmarks ask for. */
export const sameStory: StorySize = { slug: 'bench-story-200', articles: 200, events: 60, statements: 260, figures: 60, claims: 24 };

/** The story with the most articles. */
export const deepStory = 'bench-story-deep';

const largest = 5_000;
const facts = { events: 40_000, statements: 150_000, figures: 60_000, claims: 15_000 };

/** Stories of Zipf sizes. A tenth of the stories and facts where there are only 10,000 articles. */
export function sizeOf(articles: number): Size {
  const part = articles <= 10_000 ? 0.1 : 1;
  const count = 5_000 * part;
  const loose = Math.round(articles * 0.07);
  const sizes = zipfSizes(count - 1, articles - loose - sameStory.articles);
  const told = sizes.reduce((sum, size) => sum + size, 0);
  const kinds = ['events', 'statements', 'figures', 'claims'] as const;
  const shares = kinds.map(kind => spread(Math.round(facts[kind] * part) - sameStory[kind], sizes.length));
  const stories = sizes.map((size, at) => {
    const [events = 0, statements = 0, figures = 0, claims = 0] = shares.map(share => share[at] ?? 0);
    return { slug: at === 0 ? deepStory : `bench-story-of-rank-${at + 1}`, articles: size, events, statements, figures, claims };
  });
  return { articles, stories: [...stories, sameStory], loose: articles - told - sameStory.articles };
}

/** So many sizes that fall off by rank, the first as large as it may be, in all at most `total`. */
function zipfSizes(count: number, total: number): number[] {
  const sizes = (exponent: number): number[] =>
    Array.from({ length: count }, (_, rank) => Math.max(1, Math.floor(largest / (rank + 1) ** exponent)));
  const sum = (exponent: number): number => sizes(exponent).reduce((left, right) => left + right, 0);
  let [low, high] = [0, 8];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (sum(middle) > total) low = middle;
    else high = middle;
  }
  return sizes(high);
}

/** Spreads a total over ranks by the root of the rank. */
function spread(total: number, count: number): number[] {
  const weights = Array.from({ length: count }, (_, rank) => 1 / Math.sqrt(rank + 1));
  const sum = weights.reduce((left, right) => left + right, 0);
  let before = 0;
  let given = 0;
  return weights.map(weight => {
    before += weight;
    const upTo = Math.round((total * before) / sum);
    const own = upTo - given;
    given = upTo;
    return own;
  });
}

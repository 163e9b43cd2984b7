import type { Signals } from './signals';
import { dot, emptyVector, plus } from './vector';

/** The place of the article whose title and lead are nearest to what all have in common, the earlier of two alike; -1 when there is none. */
export function mostCentral(articles: Signals[]): number {
  const lead = articles.reduce((sum, article) => plus(sum, article.lead, TERMS), emptyVector);
  const title = articles.reduce((sum, article) => plus(sum, article.title, TERMS), emptyVector);
  let best = -1;
  let most = -1;
  articles.forEach((article, i) => {
    const likeness = dot(article.lead, lead) + dot(article.title, title);
    if (likeness > most + 1e-6) [best, most] = [i, likeness];
  });
  return best;
}

const TERMS = 256;

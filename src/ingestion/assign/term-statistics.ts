/**
 * In how many articles each term was seen so far, which is what makes a term common or rare. Ages by halving, so that the words of last year's news
 * do not weigh on today's and the memory stays bounded.
 */
export class TermStatistics {
  private readonly seen = new Map<number, number>();
  private articles = 0;

  /** Counts an article's terms, each once. */
  count(terms: Iterable<number>): void {
    this.articles++;
    for (const term of terms) this.seen.set(term, (this.seen.get(term) ?? 0) + 1);
    if (this.articles >= LIMIT) this.halve();
  }

  /**
   * The weight of a term: what is expected of it counts as much as so many articles, which weigh less the more were read.
   *
   * @param expected  the share of articles that a word of this kind is expected in
   */
  weight(term: number, expected: number): number {
    const share = ((this.seen.get(term) ?? 0) + PRIOR * expected) / (this.articles + PRIOR);
    return -Math.log(Math.min(1, share));
  }

  private halve(): void {
    this.articles /= 2;
    for (const [term, count] of this.seen) {
      if (count < 2) this.seen.delete(term);
      else this.seen.set(term, count / 2);
    }
  }
}

const LIMIT = 200_000;
const PRIOR = 200;

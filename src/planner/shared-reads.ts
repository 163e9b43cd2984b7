/**
 * Runs one read of each key at a time. Who asks while one is under way gets the next, together with all others who do, for that one begins after they asked:
 * nobody is told what was so before, and a thousand who ask at once cost two reads.
 */
export class SharedReads<T> {
  private readonly underWay = new Map<string, Promise<T>>();
  private readonly next = new Map<string, Promise<T>>();

  read(key: string, run: () => Promise<T>): Promise<T> {
    const waitedFor = this.next.get(key);
    if (waitedFor) return waitedFor;
    const running = this.underWay.get(key);
    if (!running) return this.begin(key, run);
    const following = running
      .catch(() => undefined)
      .then(() => {
        this.next.delete(key);
        return this.begin(key, run);
      });
    this.next.set(key, following);
    return following;
  }

  private begin(key: string, run: () => Promise<T>): Promise<T> {
    const running = run().finally(() => this.underWay.delete(key));
    this.underWay.set(key, running);
    return running;
  }
}

/** A document that cannot be read as a feed. Its message is the whole reason, for the outcome of the poll. */
export class FeedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FeedError';
  }
}

/** What clustering reads of an article. */
export interface ArticleText {
  title: string | null;
  text: string | null;
  publishedAt: Date | null;
  /** When it arrived, where that is known. */
  firstSeenAt?: Date;
  language: string | null;
}

/** What clustering reads of an article. */
export interface ArticleText {
  title: string | null;
  text: string | null;
  publishedAt: Date | null;
  language: string | null;
}

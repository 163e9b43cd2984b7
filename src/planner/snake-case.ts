/** The column or table of a field or type: `issuedAt` is `issued_at`, `StoryArticle` is `story_article`. */
export function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, letter => `_${letter}`).toLowerCase();
}

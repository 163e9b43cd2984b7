/** The plain language of a tag: "en" for "en-GB". An article that names none is taken for English, which then rules alone decide. */
export function languageOf(tag: string | null): string {
  return (tag ?? 'en').toLowerCase().split(/[-_]/)[0] || 'en';
}

/** The address of a page with what is asked of it; what is null or empty is left out. */
export function addressOf(path: string, asked: Readonly<Record<string, string | null | undefined>>, fragment = ''): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) search.set(name, value);
  const query = search.toString().replaceAll('%3A', ':');
  return `${path}${query && `?${query}`}${fragment && `#${fragment}`}`;
}

/** The page of a story. */
export function storyPath(slug: string): string {
  return `/stories/${encodeURIComponent(slug)}`;
}

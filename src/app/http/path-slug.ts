/** The slug in a path, which the first group of the pattern takes; as it stands where its escapes are none. */
export function slugIn(path: string, pattern: RegExp): string {
  const encoded = pattern.exec(path)?.[1] ?? '';
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

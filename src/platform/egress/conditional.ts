/** What a server said about the version of what it sent, to be handed back to it the next time. Both may be missing. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** The validators in an answer, just as the server wrote them. */
export function validatorsOf(headers: Readonly<Record<string, string>>): Validators {
  return { etag: usable(headers['etag']), lastModified: usable(headers['last-modified']) };
}

/** The headers that ask for an answer only if something has changed. */
export function conditionalHeaders({ etag, lastModified }: Partial<Validators>): Record<string, string> {
  const [ifNoneMatch, ifModifiedSince] = [usable(etag), usable(lastModified)];
  return {
    ...(ifNoneMatch && { 'if-none-match': ifNoneMatch }),
    ...(ifModifiedSince && { 'if-modified-since': ifModifiedSince }),
  };
}

/** Null for what cannot stand in a header, or is longer than any honest validator. */
function usable(value: string | null | undefined): string | null {
  const text = value?.trim() ?? '';
  return text && text.length <= 1_024 && /^[\t\x20-\x7e\x80-\xff]+$/.test(text) ? text : null;
}

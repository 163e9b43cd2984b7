const absolute = /^[a-z][a-z0-9+.-]*:/i;
// Browsers drop these wherever they stand in an address; so must whoever checks it.
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const dropped = /[\u0000-\u001f\u007f\u2028\u2029\ufeff]+/g;

/** The absolute http or https address that a reference means, or null. Without a base only an absolute one means anything. */
export function webUrl(reference: string, base?: string | null): string | null {
  const url = resolved(reference, base);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}

/** The address for a link that a reader may follow: http, https or mailto. */
export function linkUrl(reference: string, base?: string | null): string | null {
  const url = resolved(reference, base);
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

/** Whether a reference names a scheme. */
export function isAbsolute(reference: string): boolean {
  return absolute.test(reference.trim());
}

function resolved(reference: string, base: string | null | undefined): URL | null {
  const clean = reference.replace(dropped, '').trim();
  if (!clean) return null;
  if (/^https?:\/\//i.test(clean) || absolute.test(clean)) return URL.parse(clean);
  return base ? URL.parse(clean, base) : null;
}

/** For how many seconds an answer says that it stays as it is: `Cache-Control: max-age`, else `Expires`; null where it says nothing. */
export function freshSeconds(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const control = headers['cache-control'] ?? '';
  if (/\bno-(?:cache|store)\b/i.test(control)) return null;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1];
  const age = /^\s*(\d{1,9})\s*$/.exec(headers['age'] ?? '')?.[1] ?? '0';
  if (maxAge !== undefined) return positive(Number(maxAge) - Number(age));
  const expires = Date.parse(headers['expires'] ?? '');
  return Number.isNaN(expires) ? null : positive((expires - now.getTime()) / 1_000);
}

function positive(seconds: number): number | null {
  return seconds > 0 ? Math.round(seconds) : null;
}

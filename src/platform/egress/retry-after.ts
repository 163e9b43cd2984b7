/**
 * Reads a `Retry-After`: seconds, or an HTTP date.
 *
 * @returns whole seconds from now, 0 if the date has passed, null if it says nothing
 */
export function retryAfterSeconds(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  if (!/^[a-z]{3,9},? /i.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : Math.max(0, Math.ceil((time - now) / 1_000));
}

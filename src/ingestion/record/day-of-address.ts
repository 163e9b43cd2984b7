/**
 * The end of the day that the address of a page carries, or null where it carries none: `/2024/03/26/…`, `/2024-03-26/…`, `/news-2024-03-26`,
 * `/20240326/…`. Only whole path segments, or a date with hyphens that nothing but punctuation touches; any doubt is no date.
 */
export function dayOfAddress(url: string): Date | null {
  const path = URL.parse(url)?.pathname ?? '';
  const days = new Set<string>();
  for (const form of forms) {
    for (const [, year, month, day] of path.matchAll(form)) days.add(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
  }
  const [day] = days;
  if (days.size !== 1 || !day) return null;
  const start = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(start.getTime()) || !start.toISOString().startsWith(day)) return null;
  return new Date(start.getTime() + 86_400_000);
}

const forms = [
  /(?<=\/)((?:19|20)\d{2})\/(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(?=\/|$)/g,
  /(?<=\/)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\/|$)/g,
  /(?<![\dA-Za-z])((?:19|20)\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\dA-Za-z])/g,
];

/** Any space but a single blank; signs that show nothing count as space. */
const gap = / [\s\u200b]+|[^\S ][\s\u200b]*|\u200b[\s\u200b]*/g;

/** Collapses space, keeping lines and one empty line between them. */
export function tidyText(text: string): string {
  return text.replace(gap, narrowed).trim();
}

/** Collapses space to one line. */
export function oneLine(text: string): string {
  return text.replace(gap, ' ').trim();
}

function narrowed(space: string): string {
  const line = space.indexOf('\n');
  if (line < 0) return ' ';
  return space.indexOf('\n', line + 1) < 0 ? '\n' : '\n\n';
}

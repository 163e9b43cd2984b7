/** Where two answers first differ, and how; null where they are the same. */
export function difference(left: unknown, right: unknown, path = ''): string | null {
  if (Object.is(left, right)) return null;
  if (isObject(left) && isObject(right) && Array.isArray(left) === Array.isArray(right)) {
    const [mine, theirs] = [Object.keys(left), Object.keys(right)];
    if (mine.join() !== theirs.join()) return `${path || 'the answer'} has ${mine.join()} and ${theirs.join()}`;
    for (const key of mine) {
      const found = difference(left[key], right[key], `${path}.${key}`);
      if (found) return found;
    }
    return null;
  }
  return `${path} is ${JSON.stringify(left)?.slice(0, 200)} and ${JSON.stringify(right)?.slice(0, 200)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

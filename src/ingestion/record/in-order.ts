/**
 * Puts what others need before them. Things whose needs lead back to themselves have no place in the order; they come back apart.
 *
 * @param needs  the names of what a thing needs; names that nothing here bears do not count
 */
export function inOrder<T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  needs: (thing: T) => string[],
): { ordered: T[]; circular: T[] } {
  const byName = new Map<string, T[]>();
  for (const thing of things) byName.set(nameOf(thing), [...(byName.get(nameOf(thing)) ?? []), thing]);
  const ordered = new Set<T>();
  const circular = new Set<T>();

  for (const start of things) {
    const path: T[] = [start];
    const onPath = new Set<T>(path);
    while (path.length) {
      const thing = path[path.length - 1] as T;
      const open = needs(thing)
        .flatMap(name => byName.get(name) ?? [])
        .filter(needed => !ordered.has(needed) && !circular.has(needed));
      const next = open.find(needed => !onPath.has(needed));
      if (next !== undefined) {
        path.push(next);
        onPath.add(next);
        continue;
      }
      if (open.length) circular.add(thing);
      else if (!circular.has(thing)) ordered.add(thing);
      path.pop();
      onPath.delete(thing);
    }
  }
  return { ordered: [...ordered], circular: [...circular] };
}

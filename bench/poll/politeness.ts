import type { Visit } from './site.worker';

/** How polite visits were, host by host: how often one began before another had ended, and the shortest pause between two. */
export function politeness(visits: readonly Visit[]): { hosts: number; overlaps: number; smallestGapMs: number } {
  const byHost = new Map<string, Visit[]>();
  for (const visit of visits) byHost.set(visit.host, [...(byHost.get(visit.host) ?? []), visit]);
  let overlaps = 0;
  let smallestGapMs = Infinity;
  for (const ofHost of byHost.values()) {
    ofHost.sort((a, b) => a.from - b.from);
    ofHost.slice(1).forEach(({ from }, at) => {
      const gap = from - (ofHost[at]?.to ?? 0);
      if (gap < 0) overlaps += 1;
      smallestGapMs = Math.min(smallestGapMs, gap);
    });
  }
  return { hosts: byHost.size, overlaps, smallestGapMs };
}

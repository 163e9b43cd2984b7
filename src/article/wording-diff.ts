import { diffWordsWithSpace } from 'diff';

/** Where a change of wording is. */
export type WordingPart = 'TITLE' | 'SUMMARY' | 'TEXT';

/** A run of words that stands for another in a later wording. */
export interface WordingChange {
  part: WordingPart;
  removed: string;
  added: string;
}

/** What an article says at a time. */
export interface Wording {
  title: string;
  summary: string | null;
  text: string | null;
}

/** A comparison that takes longer, in milliseconds, is given up: then the whole part counts as changed. */
const PATIENCE = 200;

/** How many changes are kept; of more, the first. */
const MOST = 200;

/** What differs between two wordings of an article, word by word (Myers), in the order of the text. */
export function wordingDiff(before: Wording, after: Wording): WordingChange[] {
  const parts: [WordingPart, string, string][] = [
    ['TITLE', before.title, after.title],
    ['SUMMARY', before.summary ?? '', after.summary ?? ''],
    ['TEXT', before.text ?? '', after.text ?? ''],
  ];
  return parts.flatMap(([part, old, now]) => (old === now ? [] : changesOf(part, old, now))).slice(0, MOST);
}

function changesOf(part: WordingPart, old: string, now: string): WordingChange[] {
  const pieces = diffWordsWithSpace(old, now, { timeout: PATIENCE });
  if (!pieces) return [{ part, removed: old, added: now }];
  const changes: WordingChange[] = [];
  let open: WordingChange | undefined;
  for (const { value, added, removed } of pieces) {
    if (!added && !removed) {
      open = undefined;
      continue;
    }
    if (!open) changes.push((open = { part, removed: '', added: '' }));
    if (removed) open.removed += value;
    else open.added += value;
  }
  return changes;
}

import type { Storage as EditorStorage } from '@graphiql/toolkit';

const PREFIX = 'newsgraph:';

const ownKeys = (): string[] => Object.keys(localStorage).filter(key => key.startsWith(PREFIX));

/** The browser's storage under a prefix of ours, so that another GraphiQL once served from the same address leaves no tabs here. */
export const playgroundStorage: EditorStorage = {
  getItem: key => localStorage.getItem(PREFIX + key),
  setItem: (key, value) => localStorage.setItem(PREFIX + key, value),
  removeItem: key => localStorage.removeItem(PREFIX + key),
  get length() {
    return ownKeys().length;
  },
  clear: () => ownKeys().forEach(key => localStorage.removeItem(key)),
};

/** Says whether this browser has no tabs of its own yet: only then may the first ready tab fill the editors. */
export function isFirstVisit(): boolean {
  return playgroundStorage.getItem('graphiql:tabState') === null;
}

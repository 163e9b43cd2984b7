import type { DataSource } from 'typeorm';
import { Refusal, shown } from '../platform/errors';
import { decodeNodeId } from '../platform/ids';
import { cursorOfPlace, placeOfCursor } from './change-cursor';
import { changeTail, lineOfLog } from './change-tail';

/** What someone follows. */
export interface Following {
  /** A slug or an id; null for all stories. */
  story: string | null;
  /** Begin behind this cursor; null begins with what comes from now on. */
  since: string | null;
}

/** How many entries one reading brings. */
export const feedPageSize = 100;

/**
 * Follows the log: first what came since the cursor, then what comes, in order, none missed and none twice. It reads page by page, the next one only
 * when the last one is consumed, so a slow consumer costs one page of memory, however far it lags behind. A story that is merged into another is
 * followed there.
 *
 * @param read  reads the page behind a cursor, of at most `feedPageSize` entries
 * @throws Refusal  NOT_FOUND for an unknown story, CURSOR_INVALID, and what `read` throws, before the first page is asked for
 */
export async function followChanges<T extends { cursor: string }>(
  database: DataSource,
  { story, since }: Following,
  read: (since: string) => Promise<readonly T[]>,
): Promise<AsyncGenerator<T, void>> {
  if (since !== null) placeOfCursor(since);
  const first = story === null ? null : await findStory(database, story);
  const start = since ?? cursorOfPlace(await lineOfLog(database));
  await read(start);
  return endable(signal => follow(database, { story, since: start }, first, read, signal));
}

/**
 * The key of the story that a selector means now, through all mergers.
 *
 * @throws Refusal  NOT_FOUND
 */
export async function findStory(database: DataSource, selector: string): Promise<string> {
  const id = decodeNodeId(selector);
  const [row] = await database.query<{ id: string | null }[]>(
    `select newsgraph_story_now(coalesce((select story_id from story_alias where alias = $1), $2)) as id`,
    [selector.replaceAll('\0', '\ufffd'), id?.type === 'Story' ? id.uuid : null],
  );
  if (row?.id) return row.id;
  throw new Refusal('NOT_FOUND', `There is no story ${shown(selector)}: give the slug or the id of one.`);
}

async function* follow<T extends { cursor: string }>(
  database: DataSource,
  { story, since }: { story: string | null; since: string },
  first: string | null,
  read: (since: string) => Promise<readonly T[]>,
  signal: AbortSignal,
): AsyncGenerator<T, void> {
  const tail = changeTail(database);
  let cursor = since;
  let followed = first;
  await tail.join();
  try {
    while (!signal.aborted) {
      const turn = tail.next(followed);
      const giveUp = (): void => turn.giveUp();
      signal.addEventListener('abort', giveUp, { once: true });
      try {
        const page = await read(cursor);
        for (const entry of page) {
          cursor = entry.cursor;
          yield entry;
        }
        const now = story === null ? null : await currentStory(database, story);
        const behind = page.length === feedPageSize || now !== followed;
        followed = now;
        if (!behind && !signal.aborted) await turn.woken;
      } finally {
        signal.removeEventListener('abort', giveUp);
        turn.giveUp();
      }
    }
  } finally {
    await tail.leave();
  }
}

const resolving = new WeakMap<DataSource, Map<string, Promise<string>>>();

/** `findStory`, asked once for all who ask at the same time. */
function currentStory(database: DataSource, selector: string): Promise<string> {
  const underWay = resolving.get(database) ?? new Map<string, Promise<string>>();
  resolving.set(database, underWay);
  const known = underWay.get(selector);
  if (known) return known;
  const found = findStory(database, selector).finally(() => underWay.delete(selector));
  underWay.set(selector, found);
  return found;
}

/** A generator that `return` ends while it waits, which one that waits for a promise would do only once that is kept. */
function endable<T>(make: (signal: AbortSignal) => AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  const ending = new AbortController();
  const inner = make(ending.signal);
  return {
    next: () => inner.next(),
    return: () => (ending.abort(), inner.return()),
    throw: error => (ending.abort(), inner.throw(error)),
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await this.return();
    },
  };
}

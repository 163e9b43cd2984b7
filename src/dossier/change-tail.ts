import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { poolOf } from '../platform/database';
import { listen, type Listener } from '../platform/pubsub';
import type { ChangePlace } from './change-cursor';

/** Wakes whoever waits for changes of one story, or of any. */
export interface ChangeTail {
  /** Before the first wait; `leave` after the last. */
  join(): Promise<void>;
  leave(): Promise<void>;
  /** The next change of a story (null: of any) that shows in the log. Ask for it before you read, so that nothing falls in between. */
  next(storyId: string | null): Turn;
}

/** One wait. It ends when something changed, or when it is given up. */
export interface Turn {
  woken: Promise<void>;
  giveUp(): void;
}

const pageSize = 1_000;
const shortestPauseMs = 10;
const longestPauseMs = 500;
const safetyMs = 15_000;
const anyStory = '';

const tails = new WeakMap<DataSource, ChangeTail>();

/** The tail of the log of a database: one in a process, however many wait. */
export function changeTail(database: DataSource): ChangeTail {
  const known = tails.get(database);
  if (known) return known;
  const made = new Tail(database);
  tails.set(database, made);
  return made;
}

/**
 * Reads on in the log when PostgreSQL announces changes, and wakes those who wait for the stories of what it finds. An entry shows only once no older
 * transaction runs any more, which nothing announces, so while entries are held back it looks again, after short pauses. While nobody waits it holds
 * no connection; while nothing happens it does nothing but look every 15 seconds, in case an announcement was lost.
 */
class Tail implements ChangeTail {
  private readonly waiting = new Map<string, Set<() => void>>();
  private members = 0;
  private ready: Promise<unknown> = Promise.resolve();
  private listener: Listener | undefined;
  private safety: NodeJS.Timeout | undefined;
  private place: ChangePlace | undefined;
  private wanted = false;
  private looking: Promise<void> | undefined;

  constructor(private readonly database: DataSource) {}

  async join(): Promise<void> {
    this.members += 1;
    if (this.members === 1) this.ready = this.ready.catch(() => undefined).then(() => this.start());
    try {
      await this.ready;
    } catch (error) {
      this.members -= 1;
      throw error;
    }
  }

  async leave(): Promise<void> {
    this.members -= 1;
    if (this.members > 0) return;
    this.ready = this.ready.catch(() => undefined).then(() => (this.members > 0 ? undefined : this.stop()));
    await this.ready;
  }

  next(storyId: string | null): Turn {
    const key = storyId ?? anyStory;
    const others = this.waiting.get(key) ?? new Set();
    this.waiting.set(key, others);
    let wake = (): void => undefined;
    const woken = new Promise<void>(resolve => (wake = resolve));
    others.add(wake);
    const giveUp = (): void => {
      others.delete(wake);
      if (others.size === 0 && this.waiting.get(key) === others) this.waiting.delete(key);
      wake();
    };
    return { woken, giveUp };
  }

  private async start(): Promise<void> {
    if (this.listener) return;
    const listener = await listen(poolOf(this.database), 'newsgraph_change', () => this.look());
    this.listener = listener;
    this.place = await lineOfLog(this.database);
    this.safety = setInterval(() => this.look(), safetyMs).unref();
    this.look();
  }

  private async stop(): Promise<void> {
    clearInterval(this.safety);
    const { listener } = this;
    this.listener = undefined;
    this.place = undefined;
    await this.looking;
    await listener?.leave();
  }

  private look(): void {
    if (!this.place) return;
    this.wanted = true;
    this.looking ??= this.lookOn().finally(() => {
      this.looking = undefined;
      if (this.wanted) this.look();
    });
  }

  private async lookOn(): Promise<void> {
    let pause = shortestPauseMs;
    while (this.wanted && this.place) {
      this.wanted = false;
      const { moved, more, heldBack } = await this.readOn(this.place).catch(() => ({ moved: false, more: false, heldBack: true }));
      if (moved) pause = shortestPauseMs;
      if (more) this.wanted = true;
      else if (heldBack) {
        await sleep(pause, undefined, { ref: false });
        pause = Math.min(pause * 2, longestPauseMs);
        this.wanted = true;
      }
    }
  }

  private async readOn({ era, transaction, id }: ChangePlace): Promise<{ moved: boolean; more: boolean; heldBack: boolean }> {
    const rows = await this.database.query<(ChangePlace & { story: string; shows: boolean })[]>(
      `select era, transaction, id, story_id as story, (era < newsgraph_log_era() or transaction < newsgraph_settled_below()) as shows
       from change where (era, transaction, id) > ($1, $2, $3) order by era, transaction, id limit ${pageSize}`,
      [era, transaction, id],
    );
    const shown = rows.filter(({ shows }) => shows);
    const last = shown.at(-1);
    if (last && this.place) this.place = { era: last.era, transaction: last.transaction, id: last.id };
    if (last) for (const key of new Set([anyStory, ...shown.map(({ story }) => story)])) this.wake(key);
    return { moved: shown.length > 0, more: shown.length === pageSize, heldBack: shown.length < rows.length };
  }

  private wake(key: string): void {
    const waiters = this.waiting.get(key);
    this.waiting.delete(key);
    for (const wake of waiters ?? []) wake();
  }
}

/** Where the log ends as far as it shows: what comes later comes behind it. */
export async function lineOfLog(database: DataSource): Promise<ChangePlace> {
  const [line] = await database.query<ChangePlace[]>(
    `select newsgraph_log_era() as era, newsgraph_settled_below() as transaction, 0::bigint as id`,
  );
  if (!line) throw new Error('the database does not say where its log ends');
  return line;
}

import { HostClosed, type Farewell, type HostGate, type Leave, type Waiting } from './host-gate';

/** How polite a gate is. */
export interface GateOptions {
  /** The pause between the end of one request and the start of the next, in milliseconds. */
  gapMs?: number;
  now?: () => number;
}

/** A host that says 429 and not for how long is left alone for a minute, then twice as long each time it says so again, up to an hour. */
const firstPause = 60_000;
const longestPause = 3_600_000;
/** However far in the future a `Retry-After` lies. */
const longestRetryAfter = 86_400_000;
const sweepEvery = 60_000;
const longestTimer = 2_147_483_647;

/** Keeps one process polite. Hosts that owe us no pause any more are forgotten, so memory follows the hosts of the last hour. */
export function createMemoryHostGate({ gapMs = 1_000, now = Date.now }: GateOptions = {}): HostGate {
  const hosts = new Map<string, Host>();
  let swept = now();

  function sweep(): void {
    const time = now();
    if (time - swept < sweepEvery) return;
    swept = time;
    for (const [name, host] of hosts) if (host.isForgettable()) hosts.delete(name);
  }

  return {
    enter(name, waiting) {
      sweep();
      const host = hosts.get(name) ?? new Host(name, gapMs, now);
      hosts.set(name, host);
      return host.enter(waiting);
    },
  };
}

interface Waiter {
  latest: number;
  admit: (leave: Leave) => void;
  refuse: (reason: unknown) => void;
}

class Host {
  private occupied = false;
  private openAt = 0;
  private pushbacks = 0;
  private readonly queue = new Set<Waiter>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly name: string,
    private readonly gapMs: number,
    private readonly now: () => number,
  ) {}

  isForgettable(): boolean {
    return !this.occupied && !this.queue.size && this.openAt + (this.pushbacks ? longestPause : 0) <= this.now();
  }

  enter({ latest, signal }: Waiting): Promise<Leave> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const turn = this.earliestTurn();
      if (turn > latest) return reject(new HostClosed(this.name, new Date(turn)));
      const giveUp = () => waiter.refuse(signal?.reason);
      const tooLate = setTimeout(() => waiter.refuse(this.closed()), Math.min(longestTimer, Math.max(0, latest - this.now()) + 1));
      const settle = () => {
        clearTimeout(tooLate);
        signal?.removeEventListener('abort', giveUp);
        this.queue.delete(waiter);
      };
      const waiter: Waiter = {
        latest,
        admit: leave => (settle(), resolve(leave)),
        refuse: reason => (settle(), reject(reason as Error)),
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.queue.add(waiter);
      this.advance();
    });
  }

  /** When the next to come could have a turn, if requests took no time. */
  private earliestTurn(): number {
    return Math.max(this.now(), this.openAt) + (this.queue.size + (this.occupied ? 1 : 0)) * this.gapMs;
  }

  private closed(): HostClosed {
    return new HostClosed(this.name, new Date(this.earliestTurn()));
  }

  private advance(): void {
    clearTimeout(this.timer);
    for (const waiter of this.queue) if (waiter.latest < this.openAt) waiter.refuse(this.closed());
    const [first] = this.queue;
    if (this.occupied || !first) return;
    const wait = this.openAt - this.now();
    if (wait > 0) {
      this.timer = setTimeout(() => this.advance(), Math.min(longestTimer, Math.ceil(wait)));
      return;
    }
    this.occupied = true;
    let left = false;
    first.admit(farewell => {
      if (left) return;
      left = true;
      this.leave(farewell);
    });
  }

  private leave({ pushedBack, retryAfter }: Farewell): void {
    this.occupied = false;
    this.pushbacks = pushedBack ? this.pushbacks + 1 : 0;
    const ownPause = Math.min(longestPause, firstPause * 2 ** Math.min(10, this.pushbacks - 1));
    const pause = pushedBack ? Math.min(longestRetryAfter, retryAfter === null ? ownPause : retryAfter * 1_000) : 0;
    this.openAt = Math.max(this.openAt, this.now() + Math.max(this.gapMs, pause) + 1); // the clock counts whole milliseconds
    this.advance();
  }
}

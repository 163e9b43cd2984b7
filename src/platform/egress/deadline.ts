/** A stretch of working time that several steps share. Waiting between the steps costs nothing of it. */
export interface Deadline {
  /** Runs a step; ends it with what `late` makes when the time is used up, or with the caller's reason when the caller gives up. */
  run<T>(step: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

/** Makes a deadline of so many milliseconds; the caller's own signal ends every step, too. */
export function createDeadline(milliseconds: number, late: () => Error, caller?: AbortSignal): Deadline {
  let left = milliseconds;
  return {
    async run(step) {
      caller?.throwIfAborted();
      const controller = new AbortController();
      const started = performance.now();
      const timer = setTimeout(() => controller.abort(late()), Math.max(0, left));
      const giveUp = () => controller.abort(caller?.reason);
      caller?.addEventListener('abort', giveUp, { once: true });
      try {
        return await unlessAborted(step(controller.signal), controller.signal);
      } finally {
        clearTimeout(timer);
        caller?.removeEventListener('abort', giveUp);
        left -= performance.now() - started;
      }
    },
  };
}

/** What a promise brings, or the signal's reason if that comes first: for work that cannot be stopped, only abandoned. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const giveUp = () => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

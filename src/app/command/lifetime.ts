import type { Log } from '../../platform/log';
import { untilAskedToEnd } from '../../platform/signals';
import { say } from './progress';

/** Names what has to be done at the end; the last named is done first. */
export type AtEnd = (step: () => Promise<unknown>) => void;

/** The longest that an orderly end may take, in milliseconds. */
const patience = 10_000;

/** Begins something that lives until this process is asked to end, and then ends it in order; also where the beginning fails or is interrupted. */
export async function live(log: Log, begin: (atEnd: AtEnd) => Promise<void>): Promise<void> {
  const steps: (() => Promise<unknown>)[] = [];
  const asked = untilAskedToEnd();
  let ending = false;
  const begun = begin(step => steps.unshift(step)).then(() => asked);
  begun.catch(err => ending && log.debug({ err }, 'interrupted'));
  try {
    say(`Stopping (${await Promise.race([asked, begun])}) …`);
  } finally {
    ending = true;
    const overdue = setTimeout(leave, patience, log);
    for (const step of steps) await step().catch(err => log.error({ err }, 'a step of the orderly end failed'));
    clearTimeout(overdue);
  }
  say('Stopped.');
}

function leave(log: Log): void {
  log.fatal(`did not end within ${patience / 1_000} s: leaving`);
  process.exit(1);
}

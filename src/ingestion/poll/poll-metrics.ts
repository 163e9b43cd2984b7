import { Counter, Histogram, Registry } from 'prom-client';

/** What the polling of this process has done since it began. */
export const pollRegistry = new Registry();

const registers = [pollRegistry];

/** Polls by their outcome. */
export const pollsTotal = new Counter({
  name: 'newsgraph_polls_total',
  help: 'Polls made by this process, by outcome.',
  labelNames: ['outcome'],
  registers,
});

/** Items by what became of them. */
export const itemsTotal = new Counter({
  name: 'newsgraph_items_total',
  help: 'Items of feeds read by this process: seen, new, set aside.',
  labelNames: ['fate'],
  registers,
});

/** How long polls take. */
export const pollSeconds = new Histogram({
  name: 'newsgraph_poll_duration_seconds',
  help: 'From the start of a poll to its stored outcome.',
  buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
  registers,
});

/** How long requests wait for their turn at a host. */
export const hostWaitSeconds = new Histogram({
  name: 'newsgraph_host_wait_seconds',
  help: 'How long a request waited for its turn at its host.',
  buckets: [0.001, 0.01, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60],
  registers,
});

/** Pages of articles that were fetched, by what came of it. */
export const pagesTotal = new Counter({
  name: 'newsgraph_pages_total',
  help: 'Pages of articles fetched by this process, by outcome.',
  labelNames: ['outcome'],
  registers,
});

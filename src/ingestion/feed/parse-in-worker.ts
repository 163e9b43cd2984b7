import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectFolder } from '../../platform/project-folder';
import { FeedError } from './feed-error';
import type { FeedDocument, ParsedFeed } from './parsed-feed';
import type { FeedAnswer, FeedQuestion } from './parse-feed.worker';

/** Reads feeds beside the main thread. */
export interface FeedParser {
  /** @throws FeedError  if the document cannot be read, also for want of time or memory */
  parse(bytes: Uint8Array, document?: FeedDocument): Promise<ParsedFeed>;
  /** Ends the threads; what is being read is refused. */
  close(): Promise<void>;
}

/** How feeds are read beside the main thread. */
export interface FeedParserOptions {
  threads?: number;
  /** How long one document may take. */
  deadlineMs?: number;
  /** How much memory one thread may use. */
  megabytes?: number;
}

interface Task extends FeedQuestion {
  resolve: (parsed: ParsedFeed) => void;
  reject: (error: Error) => void;
}

/**
 * Makes a small pool of threads that read feeds with `parseFeed`. A document that takes too long, or too much memory, ends its thread and nothing else;
 * the next document gets a new one. Threads start when they are first needed and keep no process alive.
 */
export function createFeedParser({ threads = 1, deadlineMs = 10_000, megabytes = 256 }: FeedParserOptions = {}): FeedParser {
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let closed = false;

  function next(): void {
    if (!waiting.length) return;
    const worker = idle.pop() ?? (all.size < threads ? start() : undefined);
    if (worker) run(worker, waiting.shift() as Task);
  }

  function start(): Worker {
    const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    worker.unref();
    all.add(worker);
    return worker;
  }

  function run(worker: Worker, task: Task): void {
    const timer = setTimeout(() => end(new FeedError(`The document took longer than ${deadlineMs / 1_000} seconds to read.`)), deadlineMs);
    const onMessage = (answer: FeedAnswer): void => {
      settle();
      idle.push(worker);
      if ('parsed' in answer) task.resolve(answer.parsed);
      else task.reject('refused' in answer ? new FeedError(answer.refused) : new Error(answer.failed));
      next();
    };
    const onError = (error: NodeJS.ErrnoException): void =>
      end(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new FeedError(`The document took more than ${megabytes} MB of memory to read.`) : error,
      );
    const onExit = (): void => end(new FeedError('The document was not read: its reader was stopped.'));

    function settle(): void {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    }
    function end(error: Error): void {
      settle();
      all.delete(worker);
      worker.on('error', () => undefined);
      void worker.terminate();
      task.reject(error);
      next();
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage({ bytes: task.bytes, document: task.document } satisfies FeedQuestion);
  }

  return {
    parse: (bytes, document = {}) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new FeedError('The document was not read: its reader was stopped.'));
        waiting.push({ bytes, document, resolve, reject });
        next();
      }),
    close: async () => {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(new FeedError('The document was not read: its reader was stopped.'));
      await Promise.all([...all].map(worker => worker.terminate()));
    },
  };
}

/** The compiled worker, also when this file itself runs from its source. */
function workerFile(): string {
  const name = 'parse-feed.worker.js';
  return __filename.endsWith('.js') ? join(__dirname, name) : join(projectFolder(), 'dist', 'src', 'ingestion', 'feed', name);
}

import { parseArgs } from 'node:util';
import { openGeneratedServer } from '../generate/generated-database';
import { answer, answerTable, say } from '../say';
import { bodyOf, complete, operations, tagsOf } from './operations';
import { residentMegabytes } from './processor-time';
import { loadFor, loadTimes } from './round';
import { type Server, startApi } from './servers';

const usage = `npm run bench -- memory [--articles 100000] [--requests 100000] [--cache on] [--json]

The memory that the API holds: after its start, while 32 connections ask all operations, and over many requests.
  --articles  in the database
  --requests  how many in the long run (pages of articles)
  --cache     on or off
  --json      the numbers as JSON`;

const connections = 32;
const mostMegabytes = 180;
/** What the long run may add: less than a kilobyte for a hundred requests. */
const mostGrowth = 8;

/** Measures the memory of the API. */
export async function benchMemory(args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '100000' },
      requests: { type: 'string', default: '100000' },
      cache: { type: 'string', default: 'on' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return (answer(usage), true);
  const server = await openGeneratedServer();
  let api: Server | undefined;
  try {
    const { database, url } = await server.open(Number(values.articles));
    api = await startApi(url, values.cache === 'on' ? {} : { ANSWER_CACHE: '0' });
    const memory = watch(api.pid);
    const rows: [what: string, now: number, peak: number][] = [['after the start', ...memory.take()]];
    const tags = await tagsOf(api.url);
    const asked = await Promise.all(operations.map(operation => complete(operation, database, tags)));
    for (const operation of asked) {
      await loadFor(2, api.url, bodyOf(operation), connections);
      rows.push([`${operation.command}, ${connections} connections`, ...memory.take()]);
    }
    const page = asked.find(({ command }) => command === 'page');
    const parts = 5;
    for (let part = 1; page && part <= parts; part += 1) {
      await loadTimes(Number(values.requests) / parts, api.url, bodyOf(page), connections);
      rows.push([`${((Number(values.requests) * part) / parts).toLocaleString('en')} requests`, ...memory.take()]);
      say(`${rows.at(-1)?.[0]}: ${rows.at(-1)?.[1].toFixed(0)} MB`);
    }
    memory.stop();
    const [peak, growth] = [Math.max(...rows.map(([, , most]) => most)), (rows.at(-1)?.[1] ?? NaN) - (rows.at(-parts)?.[1] ?? NaN)];
    if (values.json) answer(JSON.stringify({ rows, peak, growth }));
    else {
      answerTable([['when', 'MB', 'most MB'], ...rows]);
      answer(
        `\nAt most ${peak.toFixed(0)} MB (${mostMegabytes} allowed); from the first to the last fifth of the long run ${growth.toFixed(0)} MB more (${mostGrowth} allowed).`,
      );
    }
    return peak <= mostMegabytes && growth <= mostGrowth;
  } finally {
    await api?.stop();
    await server.close();
  }
}

/** Looks at a process again and again; `take` tells what it holds now, and the most since the last `take`. */
function watch(pid: number): { take(): [now: number, peak: number]; stop(): void } {
  let peak = 0;
  const look = (): number => {
    const now = residentMegabytes(pid) ?? NaN;
    peak = Math.max(peak, now);
    return now;
  };
  const timer = setInterval(look, 100).unref();
  return {
    take() {
      const now = look();
      const most = peak;
      peak = 0;
      return [now, most];
    },
    stop: () => clearInterval(timer),
  };
}

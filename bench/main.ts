import { benchCluster } from './cluster/bench-cluster';
import { benchGenerate } from './generate/bench-generate';
import { benchIngest } from './ingest/bench-ingest';
import { benchPoll } from './poll/bench-poll';
import { benchReads } from './reads/bench-reads';
import { benchGrowth } from './reads/growth';
import { benchMemory } from './reads/memory';
import { operations } from './reads/operations';
import { benchStart } from './reads/start';
import { benchSubscribers } from './reads/subscribers';
import { say } from './say';

/** Measures one thing; returns whether it is what it should be. */
type Benchmark = (args: string[]) => Promise<boolean>;

const benchmarks: Record<string, Benchmark> = {
  cluster: benchCluster,
  generate: benchGenerate,
  growth: benchGrowth,
  ingest: benchIngest,
  memory: benchMemory,
  poll: benchPoll,
  reads: benchReads,
  start: benchStart,
  subscribers: benchSubscribers,
  ...Object.fromEntries(operations.map(({ command }) => [command, (args: string[]) => benchReads([command, ...args])])),
};

const [name = '', ...args] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (benchmark) {
  benchmark(args).then(
    reached => (process.exitCode = reached ? 0 : 1),
    (error: Error) => {
      say(error.stack ?? error.message);
      process.exitCode = 1;
    },
  );
} else {
  say(`Which benchmark? npm run bench -- ${Object.keys(benchmarks).join(' | ')}; each with --help.`);
  process.exitCode = 1;
}

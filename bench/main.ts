import { benchCluster } from './cluster/bench-cluster';
import { benchIngest } from './ingest/bench-ingest';
import { benchPoll } from './poll/bench-poll';
import { say } from './say';

/** Measures one thing; returns whether it is what it should be. */
type Benchmark = (args: string[]) => Promise<boolean>;

const benchmarks: Record<string, Benchmark> = { cluster: benchCluster, ingest: benchIngest, poll: benchPoll };

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

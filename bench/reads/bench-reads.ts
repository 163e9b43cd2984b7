import { parseArgs } from 'node:util';
import { openGeneratedServer } from '../generate/generated-database';
import { answer, answerTable, say } from '../say';
import { compare, type Side } from './comparison';
import { difference } from './difference';
import { bodyOf, complete, type Operation, operations, tagsOf } from './operations';
import { post } from './post';
import { type Server, startApi, startLimit } from './servers';

const usage = `npm run bench -- reads [operation …] [--articles 100000] [--connections 1,8,32] [--rounds 5] [--seconds 3] [--cache off] [--json]

The public operations, against one hand-written SQL statement each that a bare HTTP server sends on. Both must answer the same; they take turns.
  operation      ${operations.map(({ command }) => command).join(', ')}; all where none is given (\`npm run bench -- story\` is the same as \`reads story\`)
  --articles     in the database: 10000, 100000 or 1000000
  --connections  how many at once, with commas between
  --rounds       of each side; the medians are printed
  --seconds      a round
  --cache        on or off: the cache of answers (the limit has none)
  --json         the numbers as JSON`;

/** An operation at a number of connections. */
interface Comparison {
  operation: string;
  connections: number;
  /** How many times fewer requests a second than the limit. */
  ratio: number;
  most: number;
  ours: Side;
  limit: Side;
}

/** Measures reading against the limit. */
export async function benchReads(args: string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      articles: { type: 'string', default: '100000' },
      connections: { type: 'string', default: '1,8,32' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      cache: { type: 'string', default: 'off' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return (answer(usage), true);
  const asked = positionals.length > 0 ? operations.filter(({ command }) => positionals.includes(command)) : operations;
  if (asked.length < positionals.length) throw new Error(`There is no such operation: ${positionals.join(' ')}.\n\n${usage}`);
  const cache = values.cache === 'on' ? 'on' : 'off';
  const server = await openGeneratedServer();
  const running: Server[] = [];
  try {
    const generated = await server.open(Number(values.articles));
    const api = await startApi(generated.url, cache === 'on' ? {} : { ANSWER_CACHE: '0' });
    running.push(api);
    const tags = await tagsOf(api.url);
    const limit = await startLimit(generated.url, tags);
    running.push(limit);
    const complemented = await Promise.all(asked.map(operation => complete(operation, generated.database, tags)));
    for (const operation of complemented) await requireSame(operation, api, limit);
    say(
      `Both answer the same to ${asked.map(({ command }) => command).join(', ')} (${server.version}, ${values.articles} articles, cache ${cache}).`,
    );
    const results: Comparison[] = [];
    for (const connections of values.connections.split(',').map(Number)) {
      for (const operation of complemented) {
        const sizes = { connections, rounds: Number(values.rounds), seconds: Number(values.seconds) };
        const { ratio, ours, limit: theirs } = await compare(generated, bodyOf(operation), api, limit, sizes);
        results.push({ operation: operation.command, connections, ratio, most: operation.most[cache], ours, limit: theirs });
        say(`${operation.command}, ${connections} connections: ${ratio.toFixed(2)} (at most ${operation.most[cache]})`);
      }
    }
    if (values.json) answer(JSON.stringify({ articles: Number(values.articles), cache, results }));
    else report(results);
    return results.every(({ ratio, most }) => ratio <= most);
  } finally {
    for (const one of running) await one.stop();
    await server.close();
  }
}

async function requireSame(operation: Operation, api: Server, limit: Server): Promise<void> {
  const body = bodyOf(operation);
  const [ours, theirs] = await Promise.all([api, limit].map(async ({ url }) => JSON.parse(await post(url, body)) as unknown));
  const found = difference(ours, theirs);
  if (found) throw new Error(`The API and the limit answer ${operation.command} differently: ${found}`);
}

function report(results: readonly Comparison[]): void {
  const both = (of: (side: Side) => number | null, { ours, limit }: Comparison): string =>
    [ours, limit].map(side => shown(of(side))).join(' / '); // prettier-ignore
  answerTable([
    [
      'operation',
      'conn.',
      'ratio',
      'at most',
      'requests/s',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'CPU ms node',
      'CPU ms postgres',
      'SQL',
      'kB',
      'MB of memory',
    ],
    ...results.map(one => [
      one.operation,
      one.connections,
      one.ratio.toFixed(2),
      one.most,
      both(side => side.perSecond, one),
      both(side => side.p50, one),
      both(side => side.p95, one),
      both(side => side.p99, one),
      both(side => side.nodeMs, one),
      both(side => side.postgresMs, one),
      both(side => side.statements, one),
      both(side => side.bytes / 1_000, one),
      both(side => side.megabytes, one),
    ]),
  ]);
  answer('\nOurs / the limit. The ratio is the median over the rounds of the requests a second of the limit divided by ours.');
}

function shown(value: number | null): string {
  if (value === null) return 'n/a';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

import type { GeneratedDatabase } from '../generate/generated-database';
import { median } from '../measure';
import { post } from './post';
import { processorTime, type ProcessorTime, residentMegabytes } from './processor-time';
import { loadFor, percentile } from './round';
import type { Server } from './servers';
import { statementsPerRequest } from './statement-count';

/** One side of a comparison, over all rounds: medians. */
export interface Side {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Milliseconds of processor time a request. */
  nodeMs: number | null;
  postgresMs: number | null;
  statements: number | null;
  bytes: number;
  megabytes: number | null;
}

/** Lets the API and the limit take turns at one request; `ratio` is the median over the rounds of how many times more requests the limit answered. */
export async function compare(
  { database, url }: GeneratedDatabase,
  body: string,
  api: Server,
  limit: Server,
  { connections, rounds, seconds }: { connections: number; rounds: number; seconds: number },
): Promise<{ ratio: number; ours: Side; limit: Side }> {
  const time = await processorTime(database);
  const sides = [api, limit].map(server => ({ server, rounds: [] as Measured[] }));
  for (const { server } of sides) await loadFor(1, server.url, body, connections);
  for (let round = 0; round < rounds; round += 1) {
    for (const { server, rounds: measured } of sides) measured.push(await measure(time, server, body, connections, seconds));
  }
  const [ours, theirs] = await Promise.all(
    sides.map(async ({ server, rounds: measured }): Promise<Side> => {
      const middle = (of: keyof Measured): number => median(measured.map(one => one[of] ?? NaN));
      const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
      return {
        perSecond: middle('perSecond'),
        p50: middle('p50'),
        p95: middle('p95'),
        p99: middle('p99'),
        nodeMs: orNull(middle('nodeMs')),
        postgresMs: orNull(middle('postgresMs')),
        statements: null,
        bytes: Buffer.byteLength(await post(server.url, body)),
        megabytes: residentMegabytes(server.pid),
      };
    }),
  );
  if (!ours || !theirs) throw new Error('a side is missing');
  ours.statements = await statementsPerRequest(url, api.url, body);
  theirs.statements = await statementsPerRequest(url, limit.url, body);
  const ratios = sides[1]?.rounds.map(({ perSecond }, round) => perSecond / (sides[0]?.rounds[round]?.perSecond ?? NaN)) ?? [];
  return { ratio: median(ratios), ours, limit: theirs };
}

/** One round of one side. */
type Measured = Pick<Side, 'perSecond' | 'p50' | 'p95' | 'p99' | 'nodeMs' | 'postgresMs'>;

async function measure(time: ProcessorTime, { url, pid }: Server, body: string, connections: number, seconds: number): Promise<Measured> {
  const [node, postgres] = [time.node(pid), time.postgres()];
  const { requests, perSecond, latencies } = await loadFor(seconds, url, body, connections);
  const spent = (before: number | null, after: number | null): number | null =>
    before === null || after === null ? null : (after - before) / requests;
  return {
    perSecond,
    p50: percentile(latencies, 50),
    p95: percentile(latencies, 95),
    p99: percentile(latencies, 99),
    nodeMs: spent(node, time.node(pid)),
    postgresMs: spent(postgres, time.postgres()),
  };
}

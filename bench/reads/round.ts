import autocannon from 'autocannon';

/** What came of one round of requests. */
export interface Round {
  requests: number;
  perSecond: number;
  /** Milliseconds, sorted. */
  latencies: number[];
}

/** Sends the same request over and over for some seconds. */
export function loadFor(seconds: number, url: string, body: string, connections: number): Promise<Round> {
  return cannon({ duration: seconds }, url, body, connections);
}

/** Sends the same request so many times. */
export function loadTimes(amount: number, url: string, body: string, connections: number): Promise<Round> {
  return cannon({ amount }, url, body, connections);
}

function cannon(until: Pick<autocannon.Options, 'duration' | 'amount'>, url: string, body: string, connections: number): Promise<Round> {
  return new Promise((resolve, reject) => {
    const latencies: number[] = [];
    const started = performance.now();
    const headers = { 'content-type': 'application/json' };
    const options = { url: `${url}/graphql`, method: 'POST' as const, headers, body, connections, timeout: 60, ...until };
    const instance = autocannon(options, (error: Error | null, result) => {
      if (error) return reject(error);
      if (result.errors > 0 || result.non2xx > 0)
        return reject(new Error(`${url}: ${result.errors} failed, ${result.non2xx} were refused`));
      const seconds = (performance.now() - started) / 1_000;
      latencies.sort((left, right) => left - right);
      resolve({ requests: latencies.length, perSecond: latencies.length / seconds, latencies });
    });
    instance.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  });
}

/** The latency that so many of a hundred requests stayed below. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
}

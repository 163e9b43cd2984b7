import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApolloServerPlugin } from '@apollo/server';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Context } from '../../platform/context';
import { readOnly, type Route, send } from './exchange';
import type { Heard } from './http-server';

/** What is measured, and how it is asked for. */
export interface Metrics {
  heard: Heard;
  /** Counts and times an operation that ran. */
  ran: (operationName: string | null | undefined, failed: boolean, seconds: number) => void;
  /** Counts and times the operations that run in the GraphQL server. */
  plugin: ApolloServerPlugin<Context>;
  route: Route;
}

const lotSize = 200;
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Measures the process, the answers by route and the operations by name, in the text form of Prometheus. Anyone may name an operation as they like,
 * so only the names of the public operations become labels; any other counts as `other`.
 *
 * @param others  what other parts of the process measure, shown beside it
 */
export function createMetrics(operationsFolder: string, others: readonly Registry[] = []): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 }); // each look wakes the process
  const registers = [registry];
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Answers sent, by route and status.',
    labelNames: ['route', 'status'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From request to end of answer.',
    labelNames: ['route'],
    buckets,
    registers,
  });
  const operations = new Counter({
    name: 'graphql_operations_total',
    help: 'Operations run, by name and outcome.',
    labelNames: ['operation', 'outcome'],
    registers,
  });
  const operationSeconds = new Histogram({
    name: 'graphql_operation_duration_seconds',
    help: 'From reading an operation to its result.',
    labelNames: ['operation'],
    buckets,
    registers,
  });
  const names = publicOperationNames(operationsFolder);
  const all = Registry.merge([registry, ...others]);

  const operationsRun = inLots((operation: string, failed: boolean, seconds: number) => {
    operations.inc({ operation, outcome: failed ? 'error' : 'success' });
    operationSeconds.observe({ operation }, seconds);
  });
  const answersSent = inLots((route: string, status: number, seconds: number) => {
    requests.inc({ route, status });
    requestSeconds.observe({ route }, seconds);
  });
  const ran: Metrics['ran'] = (operationName, failed, seconds) => {
    operationsRun.add(operationName && names.has(operationName) ? operationName : 'other', failed, seconds);
  };

  return {
    ran,
    heard: answersSent.add,
    plugin: {
      async requestDidStart() {
        const started = performance.now();
        return {
          async willSendResponse({ operationName, response: { body } }) {
            ran(operationName, body.kind === 'single' && Boolean(body.singleResult.errors?.length), (performance.now() - started) / 1_000);
          },
        };
      },
    },
    route: readOnly(async exchange => {
      operationsRun.enter();
      answersSent.enter();
      send(exchange, 200, { 'content-type': all.contentType, 'cache-control': 'no-store' }, await all.metrics());
    }),
  };
}

/** Enters what is measured when there is much of it, or when someone looks: one by one it costs a small request a tenth of its time. */
function inLots<A extends unknown[]>(enterOne: (...measured: A) => void): { add: (...measured: A) => void; enter: () => void } {
  let waiting: A[] = [];
  const enter = (): void => {
    const lot = waiting;
    waiting = [];
    for (const measured of lot) enterOne(...measured);
  };
  return {
    add: (...measured) => void (waiting.push(measured) >= lotSize && enter()),
    enter,
  };
}

function publicOperationNames(folder: string): ReadonlySet<string> {
  const texts = readdirSync(folder).map(file => readFileSync(join(folder, file), 'utf8'));
  return new Set(texts.flatMap(text => [...text.matchAll(/^(?:query|mutation|subscription)\s+(\w+)/gm)].map(match => match[1]!)));
}

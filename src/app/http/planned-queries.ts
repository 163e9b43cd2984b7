import { getOperationAST } from 'graphql';
import type { Reader } from '../../platform/replicas';
import type { PlannedAnswer } from '../../planner/planned-answer';
import type { Asked } from './graphql-request';
import type { Engine } from './graphql-server';
import type { Metrics } from './metrics';
import { createDocuments } from './operation-document';

/** Answers what is asked, from a replica where one is given, or leaves it: undefined. */
export type PlannedQueries = (asked: Asked, reader?: Reader) => Promise<PlannedAnswer | undefined>;

/**
 * Answers queries that are planned as a whole without the pipeline of the GraphQL server, which would have nothing to do for them. Whatever is not such
 * a query, or is not right, is left to that server, and so answered in one way only.
 */
export function createPlannedQueries({ schema, answer }: Engine, metrics: Pick<Metrics, 'ran'>): PlannedQueries {
  const documents = createDocuments(schema);
  return async ({ query, variables, operationName }, reader) => {
    const document = answer && documents(query);
    if (!answer || !document || !('kind' in document)) return undefined;
    const operation = getOperationAST(document, operationName ?? undefined);
    if (!operation) return undefined;
    const started = performance.now();
    const answered = await answer({ document, operation, variables, reader });
    if (answered) metrics.ran(operation.name?.value, answered.errors.length > 0, (performance.now() - started) / 1_000);
    return answered;
  };
}

import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { Reader } from '../platform/replicas';
import { answerByPlans, type FormatError, type PlannedAnswer } from './planned-answer';
import type { Planner } from './planner';

/** Marks an answer whose data is text already. */
const DATA = Symbol('data as text');

/** Answers queries that are planned as a whole, in Apollo's pipeline; everything else runs through graphql-js. */
export function plannedReads<C extends { reads?: Reader }>(
  planner: Planner,
  formatError: FormatError = formatted => formatted,
): ApolloServerPlugin<C> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation(request) {
          const { operation, document, request: sent, response } = request as GraphQLRequestContext<C> & Required<GraphQLRequestContext<C>>;
          const question = { document, operation, variables: sent.variables, reader: request.contextValue.reads };
          const answer = operation && (await answerByPlans(planner, question, formatError));
          return answer ? { http: response.http, body: { kind: 'single', singleResult: resultOf(answer) } } : null;
        },
      };
    },
  };
}

/** Writes an answer; data that is text already is put in as it stands. */
export function stringifyResult(result: { data?: unknown; errors?: unknown }): string {
  const text = (result.data as { [DATA]?: string } | null | undefined)?.[DATA];
  if (text === undefined) return JSON.stringify(result);
  const errors = result.errors ? `"errors":${JSON.stringify(result.errors)},` : '';
  return `{${errors}"data":${text}}`;
}

function resultOf({ errors, data }: PlannedAnswer): { data: Record<string, unknown> | null } {
  const marked = data && ({ [DATA]: data.map(String).join('') } as Record<string, unknown>);
  return errors.length > 0 ? ({ errors, data: marked } as { data: Record<string, unknown> | null }) : { data: marked };
}

import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getVariableValues,
  GraphQLError,
  type GraphQLFormattedError,
  isNonNullType,
  Kind,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import type { Planner, Root } from './planner';
import type { Variables } from './sql';

/** Marks an answer whose data is text already. */
const DATA = Symbol('data as text');

/** How an error becomes what the client reads; the same function serves the server and the planned reads. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * Answers a query that is planned as a whole: one statement for each root field, all at once, and PostgreSQL's JSON goes out as it came.
 * Everything else runs through graphql-js.
 */
export function plannedReads<C extends object>(planner: Planner, formatError: FormatError = formatted => formatted): ApolloServerPlugin<C> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation(request) {
          const { operation, document, request: sent, response } = request as GraphQLRequestContext<C> & Required<GraphQLRequestContext<C>>;
          const { coerced } = getVariableValues(planner.schema, operation?.variableDefinitions ?? [], sent.variables ?? {});
          if (!operation || !coerced) return null;
          const roots = rootsOf(planner, operation, document, coerced);
          if (!roots) return null;
          const failures: (GraphQLFormattedError | undefined)[] = roots.map(() => undefined);
          const texts = await Promise.all(
            roots.map(async (root, place) => {
              if ('typeName' in root) return JSON.stringify(root.typeName);
              try {
                return await planner.run(root.plan(), coerced);
              } catch (error) {
                failures[place] = located(error, root, formatError);
                return isNonNullType(root.field.type) ? undefined : null;
              }
            }),
          );
          const errors = failures.filter(failure => failure !== undefined);
          const data = texts.includes(undefined)
            ? null
            : { [DATA]: `{${roots.map(({ key }, place) => `"${key}":${texts[place] ?? 'null'}`).join()}}` };
          const singleResult = errors.length > 0 ? { errors, data } : { data };
          return { http: response.http, body: { kind: 'single', singleResult: singleResult as { data: Record<string, unknown> } } };
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

/** The root fields, if they are planned. A fault in the operation itself is left to graphql-js to report. */
function rootsOf(
  planner: Planner,
  operation: OperationDefinitionNode,
  document: DocumentNode | undefined,
  variables: Variables,
): ReturnType<Planner['roots']> {
  try {
    return planner.roots(operation, fragmentsOf(document), variables);
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

function located(error: unknown, root: Root, formatError: FormatError): GraphQLFormattedError {
  const placed = locatedError(error instanceof Error ? error : new GraphQLError(String(error)), root.nodes, [root.key]);
  const code = placed.extensions['code'] ?? 'INTERNAL_SERVER_ERROR';
  const plain = placed.toJSON();
  return formatError({ ...plain, extensions: { ...plain.extensions, code } }, placed);
}

function fragmentsOf(document: { definitions: readonly { kind: string }[] } | undefined): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document?.definitions ?? []) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      const fragment = definition as FragmentDefinitionNode;
      fragments[fragment.name.value] = fragment;
    }
  }
  return fragments;
}

import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLFormattedError,
  isNonNullType,
  Kind,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import type { Reader } from '../platform/replicas';
import type { Planner, Root, Roots } from './planner';
import type { Variables } from './sql';

/** How an error becomes what the client reads; the same function serves the server and the planned reads. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** JSON as text, or as its bytes in UTF-8. */
export type JsonPiece = string | Buffer;

/** An answer whose data was never a JavaScript object. */
export interface PlannedAnswer {
  errors: readonly GraphQLFormattedError[];
  /** The data as JSON, to be sent one piece after another; null where a field that must not be null failed. */
  data: readonly JsonPiece[] | null;
}

/** A valid operation and the variables that came with it. */
export interface Question {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Variables | null | undefined;
  /** A replica, where that is good enough. */
  reader?: Reader;
}

/**
 * Answers a query that is planned as a whole: one statement for each root field, all at once, and PostgreSQL's JSON goes out as it came. Undefined where
 * graphql-js must run the operation, or report what is wrong with it.
 */
export async function answerByPlans(
  planner: Planner,
  { document, operation, variables, reader }: Question,
  formatError: FormatError,
): Promise<PlannedAnswer | undefined> {
  const coerced = planner.variablesOf(operation).coerce(variables ?? {});
  const roots = coerced && rootsOf(planner, operation, document, coerced);
  if (!roots) return undefined;
  const failures: (GraphQLFormattedError | undefined)[] = roots.map(() => undefined);
  const read = async (root: Roots[number], place: number): Promise<JsonPiece | null | undefined> => {
    if ('typeName' in root) return JSON.stringify(root.typeName);
    try {
      return await planner.run(root.plan(), coerced, reader);
    } catch (error) {
      failures[place] = located(error, root, formatError);
      return isNonNullType(root.field.type) ? undefined : null;
    }
  };
  const [only] = roots;
  const values = only && roots.length === 1 ? [await read(only, 0)] : await Promise.all(roots.map(read));
  const errors = failures.filter(failure => failure !== undefined);
  if (values.includes(undefined)) return { errors, data: null };
  const members = roots.flatMap(({ key }, place): JsonPiece[] => [`${place === 0 ? '' : ','}"${key}":`, values[place] ?? 'null']);
  return { errors, data: ['{', ...members, '}'] };
}

/** The whole answer as a client reads it, in pieces. */
export function piecesOf({ errors, data }: PlannedAnswer): JsonPiece[] {
  const faults = errors.length > 0 ? `"errors":${JSON.stringify(errors)},` : '';
  return [`{${faults}"data":`, ...(data ?? ['null']), '}'];
}

/** The root fields, if they are planned. A fault in the operation itself is left to graphql-js to report. */
function rootsOf(planner: Planner, operation: OperationDefinitionNode, document: DocumentNode, variables: Variables): Roots | undefined {
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

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

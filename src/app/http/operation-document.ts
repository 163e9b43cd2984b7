import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';

/** The text of an operation, read and checked; or what is wrong with it. */
export type Reading = DocumentNode | readonly GraphQLError[];

const mostKept = 500;

/** Reads operations, and keeps the last ones, so that many who send the same text share what is known about it: the plan among other things. */
export function createDocuments(schema: GraphQLSchema): (text: string) => Reading {
  const kept = new Map<string, Reading>();
  return text => {
    const reading = kept.get(text) ?? read(schema, text);
    kept.delete(text);
    kept.set(text, reading);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    return reading;
  };
}

function read(schema: GraphQLSchema, text: string): Reading {
  try {
    const document = parse(text);
    const errors = validate(schema, document).map(error => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
    return errors.length > 0 ? errors : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [coded(error, 'GRAPHQL_PARSE_FAILED')];
    throw error;
  }
}

/** The same error with the code by which clients tell it apart. */
export function coded(error: GraphQLError, code: string): GraphQLError {
  const { nodes, source, positions, path, originalError, extensions } = error;
  return new GraphQLError(error.message, { nodes, source, positions, path, originalError, extensions: { ...extensions, code } });
}

import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import { shapeOf } from './argument';
import type { Variables } from './sql';

/** The variables that a valid operation declares. Their types and defaults are looked up once, where `getVariableValues` does so for each request. */
export class DeclaredVariables {
  private readonly declared: readonly { name: string; type: GraphQLInputType; fallback: unknown }[];

  constructor(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode) {
    this.declared = variableDefinitions.map(({ variable, type: written, defaultValue }) => {
      const type = typeFromAST(schema, written as never) as unknown as GraphQLInputType;
      return { name: variable.name.value, type, fallback: defaultValue && valueFromAST(defaultValue, type) };
    });
  }

  /** The values as they are read (CoerceVariableValues of the specification); undefined where one is wrong, for graphql-js to say what. */
  coerce(given: Readonly<Record<string, unknown>>): Variables | undefined {
    const coerced: Record<string, unknown> = {};
    let faults = 0;
    for (const { name, type, fallback } of this.declared) {
      if (!Object.hasOwn(given, name)) {
        if (fallback !== undefined) coerced[name] = fallback;
        else if (isNonNullType(type)) return undefined;
        continue;
      }
      coerced[name] = coerceInputValue(given[name], type, () => (faults += 1));
    }
    return faults > 0 ? undefined : coerced;
  }

  /** Says which plan serves these values. */
  shape(variables: Variables): string {
    return this.declared.map(({ name, type }) => shapeOf(variables[name], type)).join();
  }
}

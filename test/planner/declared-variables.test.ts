import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, getVariableValues, type OperationDefinitionNode, parse } from 'graphql';
import { DeclaredVariables } from '../../src/planner/declared-variables';

const schema = buildSchema(`
  enum Kind { A B }
  input Inner { at: Int! = 3, kinds: [Kind!] }
  input Filter { text: String, inner: Inner, all: [Inner] }
  type Query { list(slug: String!, first: Int, kinds: [Kind!], filter: Filter): Int }`);
const operation = parse(`query ($slug: String!, $first: Int = 20, $kinds: [Kind!], $filter: Filter = { text: "x" }, $deep: Boolean!) {
  list(slug: $slug, first: $first, kinds: $kinds, filter: $filter) @include(if: $deep) }`).definitions[0] as OperationDefinitionNode;
const declared = new DeclaredVariables(schema, operation);

const leaf = fc.oneof(fc.constantFrom(null, 'A', 'B', 'C', '', true, false, 7, 2.5, 3e10), fc.string({ maxLength: 3 }));
const inner = fc.oneof(
  leaf,
  fc.record({ at: leaf, kinds: fc.oneof(leaf, fc.array(leaf, { maxLength: 2 })), other: leaf }, { requiredKeys: [] }),
);
const filter = fc.oneof(
  leaf,
  fc.record({ text: leaf, inner, all: fc.oneof(inner, fc.array(inner, { maxLength: 2 })) }, { requiredKeys: [] }),
);
const given = fc.record(
  { slug: leaf, first: leaf, kinds: fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })), filter, deep: leaf, unknown: leaf },
  { requiredKeys: [] },
);

describe('the variables of an operation', () => {
  it('are read as graphql-js reads them, or refused where it refuses them', () => {
    let [read, refused] = [0, 0];
    fc.assert(
      fc.property(given, values => {
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], values);
        expect(declared.coerce(values)).toEqual(coerced);
        if (coerced) read += 1;
        else refused += 1;
      }),
      { numRuns: 3_000 },
    );
    expect(refused).toBeGreaterThan(100);
    expect(read + refused).toBeGreaterThanOrEqual(3_000);
  });

  it.each([
    [
      { slug: 's', deep: true },
      { slug: 's', first: 20, filter: { text: 'x' }, deep: true },
    ],
    [
      { slug: 's', deep: false, first: null, filter: { inner: {} } },
      { slug: 's', deep: false, first: null, filter: { inner: { at: 3 } } },
    ],
    [
      { slug: 's', deep: true, kinds: 'A' },
      { slug: 's', deep: true, first: 20, kinds: ['A'], filter: { text: 'x' } },
    ],
    [{ deep: true }, undefined],
    [{ slug: 's', deep: 'yes' }, undefined],
  ])('%j become %j', (values, expected) => {
    expect(declared.coerce(values)).toEqual(expected);
  });
});

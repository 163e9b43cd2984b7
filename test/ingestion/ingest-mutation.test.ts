import 'reflect-metadata';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { graphql, type GraphQLSchema, isInputObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { buildApiSchema } from '../../src/app/schema';
import { readRecords } from '../../src/ingestion/record/read-records';
import { Role } from '../../src/platform/api-key.entity';
import { useDatabase } from '../support/database';
import { wholeStory } from './batch-makers';

const here = useDatabase();
let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await buildApiSchema();
});

/** The operation, with a field of the result that needs no reading of rows instead of the one that does. */
const operation = readFileSync('schema/operations/Ingest.graphql', 'utf8').replace('node { __typename id }', '');

async function send(records: unknown[]) {
  const contextValue = { database: here.dataSource, caller: { keyId: null, role: Role.INGESTOR } };
  return graphql({ schema, source: operation, variableValues: { input: { records } }, contextValue });
}

describe('the mutation', () => {
  it('stores a batch and tells what became of each record', async () => {
    const { data, errors } = await send(wholeStory('mutation'));
    expect(errors).toBeUndefined();
    expect(data?.ingest).toMatchObject({ created: 9, updated: 0, unchanged: 0, rejected: 0 });
    expect((await send(wholeStory('mutation'))).data?.ingest).toMatchObject({ created: 0, unchanged: 9 });
  });

  it('rejects only the record that lacks something', async () => {
    const { data } = await send([
      { source: { slug: 'nameless', kind: 'NEWS_OUTLET' } },
      { source: { slug: 'named', name: 'Named', kind: 'NEWS_OUTLET' } },
      {},
    ]);
    expect(data?.ingest).toMatchObject({
      created: 1,
      rejected: 2,
      results: [
        {
          index: 0,
          kind: 'SOURCE',
          outcome: 'REJECTED',
          problems: [{ path: 'records[0].source.name', message: 'The field name is missing: every source needs it.' }],
        },
        { index: 1, kind: 'SOURCE', outcome: 'CREATED', problems: [] },
        { index: 2, kind: null, outcome: 'REJECTED', problems: [{ path: 'records[2]' }] },
      ],
    });
  });

  it('refuses more than 1,000 records with a code', async () => {
    const { errors } = await send(Array.from({ length: 1001 }, () => ({ source: { slug: 'many' } })));
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each(['source', 'actor', 'story', 'article', 'event', 'statement', 'figure', 'claim', 'position'])(
    'takes exactly the fields of a %s that a file may hold',
    kind => {
      const type = schema.getType(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}RecordInput`);
      const { bad } = readRecords([{ [kind]: { nonsense: 1 } }]);
      const listed = /its fields are (.*)\.$/.exec(
        bad[0]?.problems.find(problem => problem.path.endsWith('.nonsense'))?.message ?? '',
      )?.[1];
      if (!isInputObjectType(type)) throw new Error(`There is no input for a ${kind}.`);
      expect(listed?.split(', ').sort()).toEqual(Object.keys(type.getFields()).sort());
    },
  );
});

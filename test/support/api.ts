import { ApolloServer } from '@apollo/server';
import { beforeAll } from '@jest/globals';
import type { GraphQLFormattedError } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { plans } from '../../src/app/plans';
import { buildApiSchema } from '../../src/app/schema';
import { anyone } from '../../src/platform/access';
import type { Caller, Context } from '../../src/platform/context';
import { poolOf } from '../../src/platform/database';
import { plannedReads, stringifyResult } from '../../src/planner/apollo-plugin';
import { KeptAnswers } from '../../src/planner/kept-answers';
import { resolveByPlans } from '../../src/planner/object-mode';
import { Planner } from '../../src/planner/planner';

/** An answer as a client reads it. What it holds is up to the operation that a test asks, so its data is loose here. */
export interface Answer {
  data: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into answers of any form
  errors?: GraphQLFormattedError[];
}

/** Asks an operation and reads the text of the answer. */
export type Ask = (query: string, variables?: Record<string, unknown>, operationName?: string, caller?: Caller) => Promise<Answer>;

/** The API over one database, without HTTP: planned (`raw`) and kept in memory, planned and read anew, and through graphql-js (`object`): all must say the same. */
export interface Api {
  readonly ask: Ask;
  readonly askAnew: Ask;
  readonly askThroughObjects: Ask;
  readonly planner: Planner;
}

/** Gives a test file the API over its database. */
export function useApi(here: { readonly dataSource: DataSource }): Api {
  let api: Api | undefined;
  const ready = (): Api => {
    if (!api) throw new Error('The API exists only while tests run.');
    return api;
  };
  beforeAll(async () => {
    api = await openApi(here.dataSource);
  });
  return {
    ask: (...question) => ready().ask(...question),
    askAnew: (...question) => ready().askAnew(...question),
    askThroughObjects: (...question) => ready().askThroughObjects(...question),
    get planner() {
      return ready().planner;
    },
  };
}

async function openApi(database: DataSource): Promise<Api> {
  const schema = await buildApiSchema();
  const planner = new Planner(schema, poolOf(database), plans, new KeptAnswers(8 * 1_048_576));
  const forgetful = new Planner(schema, poolOf(database), plans);
  resolveByPlans(planner);
  const plannedBy = (by: Planner): ApolloServer<Context> =>
    new ApolloServer<Context>({ schema, plugins: [plannedReads(by)], includeStacktraceInErrorResponses: false });
  const completed = new ApolloServer<Context>({ schema, includeStacktraceInErrorResponses: false });
  const askOf =
    (server: ApolloServer<Context>): Ask =>
    async (query, variables, operationName, caller = anyone) => {
      const contextValue = { database, caller };
      const { body } = await server.executeOperation({ query, variables, operationName }, { contextValue });
      if (body.kind !== 'single') throw new Error('an answer in parts');
      return JSON.parse(stringifyResult(body.singleResult)) as Answer;
    };
  return { ask: askOf(plannedBy(planner)), askAnew: askOf(plannedBy(forgetful)), askThroughObjects: askOf(completed), planner };
}

/** The text of a public operation. */
export function operation(name: string): string {
  return readFileSync(join(__dirname, '../../schema/operations', `${name}.graphql`), 'utf8');
}

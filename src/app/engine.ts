import type { DataSource } from 'typeorm';
import { plannedReads, stringifyResult } from '../planner/apollo-plugin';
import { resolveByPlans } from '../planner/object-mode';
import { answerByPlans } from '../planner/planned-answer';
import { KeptAnswers } from '../planner/kept-answers';
import { Planner } from '../planner/planner';
import { poolOf } from '../platform/database';
import type { Log } from '../platform/log';
import { masking } from '../platform/masking';
import type { Engine } from './http/graphql-server';
import { plans } from './plans';
import { buildApiSchema } from './schema';

/**
 * The API's schema with planned reads, over one database.
 *
 * @param answerCache  room for answers that are kept in memory, in MiB
 */
export async function createEngine(database: DataSource, log: Log, answerCache = 0): Promise<Engine> {
  const schema = await buildApiSchema();
  const planner = new Planner(schema, poolOf(database), plans, answerCache > 0 ? new KeptAnswers(answerCache * 1_048_576) : undefined);
  resolveByPlans(planner);
  const formatError = masking(log);
  return {
    schema,
    answer: question => answerByPlans(planner, question, formatError),
    plugins: [plannedReads(planner, formatError)],
    stringifyResult,
  };
}

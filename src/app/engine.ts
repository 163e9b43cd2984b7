import type { DataSource } from 'typeorm';
import { plannedReads, stringifyResult } from '../planner/apollo-plugin';
import { resolveByPlans } from '../planner/object-mode';
import { answerByPlans } from '../planner/planned-answer';
import { KeptAnswers } from '../planner/kept-answers';
import { Planner } from '../planner/planner';
import { redisAnswers } from '../planner/redis-answers';
import { poolOf } from '../platform/database';
import type { Log } from '../platform/log';
import { masking } from '../platform/masking';
import type { SharedRedis } from '../platform/redis/redis';
import { answerNamespace } from '../platform/redis/redis-namespace';
import type { Engine } from './http/graphql-server';
import { plans } from './plans';
import { buildApiSchema } from './schema';

/**
 * The API's schema with planned reads, over one database.
 *
 * @param answerCache  room for answers that are kept in memory, in MiB; 0 keeps none anywhere
 * @param redis  holds answers for all processes, behind the memory
 */
export async function createEngine(database: DataSource, log: Log, answerCache = 0, redis?: SharedRedis | null): Promise<Engine> {
  const schema = await buildApiSchema();
  const pool = poolOf(database);
  const shared = redis ? redisAnswers(redis, await answerNamespace(pool)) : undefined;
  const planner = new Planner(schema, pool, plans, answerCache > 0 ? new KeptAnswers(answerCache * 1_048_576, shared) : undefined);
  resolveByPlans(planner);
  const formatError = masking(log);
  return {
    schema,
    answer: question => answerByPlans(planner, question, formatError),
    plugins: [plannedReads(planner, formatError)],
    stringifyResult,
  };
}

import type { DataSource } from 'typeorm';
import { plannedReads, stringifyResult } from '../planner/apollo-plugin';
import { resolveByPlans } from '../planner/object-mode';
import { Planner } from '../planner/planner';
import { poolOf } from '../platform/database';
import type { Log } from '../platform/log';
import { masking } from '../platform/masking';
import type { Engine } from './http/graphql-server';
import { plans } from './plans';
import { buildApiSchema } from './schema';

/** The API's schema with planned reads, over one database. */
export async function createEngine(database: DataSource, log: Log): Promise<Engine> {
  const schema = await buildApiSchema();
  const planner = new Planner(schema, poolOf(database), plans);
  resolveByPlans(planner);
  return { schema, plugins: [plannedReads(planner, masking(log))], stringifyResult };
}

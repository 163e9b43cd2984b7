import type { ApolloServer } from '@apollo/server';
import type { DataSource } from 'typeorm';
import { anyone } from '../../platform/access';
import type { Context } from '../../platform/context';
import type { Reader } from '../../platform/replicas';
import { type ErrorCode, Refusal } from '../../platform/errors';
import type { Ask } from '../../web/ask';
import type { Engine } from './graphql-server';

/**
 * Asks in process what anyone may ask over HTTP: the same server, the same planned reads, the same answers.
 *
 * @param reads  gives a replica, where that is good enough
 */
export function createAsk(
  server: ApolloServer<Context>,
  { stringifyResult = JSON.stringify }: Engine,
  database: DataSource,
  reads?: () => Reader,
): Ask {
  return async <T>(query: string, variables: Record<string, unknown>): Promise<T> => {
    const contextValue: Context = { database, caller: anyone, reads: reads?.() };
    const { body } = await server.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('An operation gave an answer in parts, which nothing here asks for.');
    const [error] = body.singleResult.errors ?? [];
    if (error?.extensions?.code && error.extensions.code !== 'INTERNAL_SERVER_ERROR')
      throw new Refusal(error.extensions.code as ErrorCode, error.message, { extensions: error.extensions });
    if (error) throw new Error(error.message);
    return (JSON.parse(stringifyResult(body.singleResult)) as { data: T }).data;
  };
}

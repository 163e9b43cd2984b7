import { afterAll, beforeAll } from '@jest/globals';
import { buildSchema, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import pino from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import { startApi } from '../../src/app/http/api';
import type { HttpServer } from '../../src/app/http/http-server';
import { authChecker } from '../../src/platform/access';
import { Role } from '../../src/platform/api-key.entity';
import type { Config } from '../../src/platform/config';
import type { Context } from '../../src/platform/context';
import { Refusal } from '../../src/platform/errors';
import { useDatabase } from '../support/database';

/** Everything that is served, over an API of a few fields, for tests that are about serving and not about news. */
export interface SmallApi {
  readonly url: string;
  readonly dataSource: DataSource;
  readonly db: EntityManager;
  /** Lines of the log so far. */
  readonly logged: Record<string, unknown>[];
  get(path: string, init?: RequestInit): Promise<Response>;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** Starts it before the tests of a file, and stops it after them. */
export function useSmallApi(settings: Partial<Config> = {}): SmallApi {
  const here = useDatabase();
  const logged: Record<string, unknown>[] = [];
  let http: HttpServer | undefined;

  beforeAll(async () => {
    const log = pino({ level: 'debug', base: undefined }, { write: line => logged.push(JSON.parse(line) as Record<string, unknown>) });
    const config = { host: '127.0.0.1', port: 0, rateLimit: 0, trustedProxies: 0, ...settings };
    http = await startApi({ engine: { schema: smallSchema() }, database: here.dataSource, config, log });
  });
  afterAll(() => http?.close());

  return {
    logged,
    get url() {
      return http!.url;
    },
    get dataSource() {
      return here.dataSource;
    },
    get db() {
      return here.db;
    },
    get: (path, init) => fetch(http!.url + path, init),
    post: (body, headers = {}) =>
      fetch(`${http!.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

function smallSchema(): GraphQLSchema {
  const schema = buildSchema(`
    type Query { greeting(name: String! = "you"): String!, count(to: Int!): Int!, broken: String, refused: String, database: Int! }
    type Mutation { write: String! }
  `);
  const resolvers: Record<string, Record<string, GraphQLFieldResolver<unknown, Context>>> = {
    Query: {
      greeting: (_, { name }) => `Good morning, ${name}`,
      count: (_, { to }) => to,
      broken: () => {
        throw new Error('the pipe burst', { cause: new Error('secret: frost') });
      },
      refused: () => {
        throw new Refusal('NOT_FOUND', 'There is no such story.');
      },
      database: async (_, __, { database }) => (await database.query<{ one: number }[]>('select 1 as one'))[0]!.one,
    },
    Mutation: {
      write: async (root, args, context, info) => {
        await authChecker({ root, args, context, info }, [Role.EDITOR]);
        return `written by ${context.caller.role}`;
      },
    },
  };
  for (const [type, fields] of Object.entries(resolvers)) {
    for (const [field, resolve] of Object.entries(fields))
      (schema.getType(type) as GraphQLObjectType).getFields()[field]!.resolve = resolve;
  }
  return schema;
}

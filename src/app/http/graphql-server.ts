import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { type FormattedExecutionResult, GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Context } from '../../platform/context';
import type { Log } from '../../platform/log';
import { masking } from '../../platform/masking';
import type { PlannedAnswer, Question } from '../../planner/planned-answer';

/** What runs operations: a schema, and what answers some of them faster than graphql-js. */
export interface Engine {
  schema: GraphQLSchema;
  /** Answers a query that is planned as a whole; undefined for any other. */
  answer?: (question: Question) => Promise<PlannedAnswer | undefined>;
  plugins?: ApolloServerPlugin<Context>[];
  stringifyResult?: (result: FormattedExecutionResult) => string;
}

/** Makes the server that runs operations, without a way in: see `graphqlRoute`. It behaves the same whatever NODE_ENV says. */
export async function createGraphqlServer({ schema, plugins = [], stringifyResult }: Engine, log: Log): Promise<ApolloServer<Context>> {
  const server = new ApolloServer<Context>({
    schema,
    stringifyResult: stringifyResult ?? JSON.stringify,
    formatError: masking(log),
    logger: log,
    nodeEnv: 'production',
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      logsTheUnexpected(log),
      sendsSubscriptionsElsewhere,
      answersWellFormedRequestsWith200,
      ...plugins,
    ],
  });
  await server.start();
  return server;
}

/** Where a plugin breaks, Apollo answers with an error of its own and keeps the cause to itself. */
function logsTheUnexpected(log: Log): ApolloServerPlugin<Context> {
  return {
    async unexpectedErrorProcessingRequest({ error: err, requestContext: { operationName } }) {
      log.error({ err, operation: operationName ?? undefined }, 'an operation broke');
    },
  };
}

/** HTTP has one answer for each request, and a subscription has many. */
const sendsSubscriptionsElsewhere: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
        const message = 'A subscription goes over WebSocket, at the same address by the protocol graphql-transport-ws.';
        throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
      },
    };
  },
};

const requestErrors: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * Those who accept application/json only take any status but 200 for the word of a proxy, so the specification (GraphQL over HTTP, section 6.4.1) has
 * every well-formed request answered with it. application/graphql-response+json keeps the 400.
 */
const answersWellFormedRequestsWith200: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response: { http, body } }) {
        if (http.status !== 400 || request.http?.headers.get('accept') !== 'application/json') return;
        if (body.kind === 'single' && body.singleResult.errors?.every(error => requestErrors.has(error.extensions?.code)))
          http.status = 200;
      },
    };
  },
};

import type { IncomingMessage, Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Duplex } from 'node:stream';
import { type ExecutionArgs, type ExecutionResult, getOperationAST, getVariableValues, GraphQLError, type GraphQLSchema } from 'graphql';
import { type Context as Connection, handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import type { DataSource } from 'typeorm';
import { type WebSocket, WebSocketServer } from 'ws';
import { anyone } from '../../platform/access';
import type { Caller, Context } from '../../platform/context';
import type { Egress } from '../../platform/egress/egress';
import { Refusal } from '../../platform/errors';
import type { Log } from '../../platform/log';
import { masking } from '../../platform/masking';
import type { Admission } from './admission';
import { coded, createDocuments } from './operation-document';

/** What operations over WebSocket need. */
export interface WebSocketOptions {
  schema: GraphQLSchema;
  database: DataSource;
  egress?: Egress;
  admission: Admission;
  log: Log;
}

/** All connections. */
export interface WebSockets {
  /** Closes them; clients come back by themselves, with the cursor of what they got last. */
  close(): Promise<void>;
}

/** What is known of one connection. */
interface Extra {
  request: IncomingMessage;
  socket: WebSocket;
  caller: Caller;
}

type OwnConnection = Connection<Record<string, unknown>, Extra>;

const largestMessage = 1024 * 1024;
const mostOperations = 100;
const heartbeatMs = 20_000;
const farewellMs = 1_000;

/** Close codes: those of the protocol, and of the WebSocket registry. */
const codes = { goingAway: 1001, tryAgainLater: 1013, badRequest: 4400, unauthorised: 4401 };

/**
 * Operations over WebSocket at `/graphql`, by the protocol graphql-transport-ws: subscriptions above all, with the authentication, limits and errors
 * of HTTP. The key comes in the header `Authorization` or, from browsers, which cannot set one, in the payload of `connection_init`.
 */
export function acceptWebSockets(http: Server, options: WebSocketOptions): WebSockets {
  const { log } = options;
  const protocol = createProtocol(options);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    handleProtocols: protocols => handleProtocols(protocols),
  });
  const silent = new WeakSet<WebSocket>();
  const open = new Set<Promise<void>>();
  let closing = false;

  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      socket.ping();
    }
  }, heartbeatMs).unref();

  function accept(socket: WebSocket, request: IncomingMessage): void {
    socket.on('pong', () => void silent.delete(socket));
    socket.on('error', error => log.debug({ reason: error.message }, 'a WebSocket broke'));
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: text => new Promise(resolve => (socket.readyState === socket.OPEN ? socket.send(text, () => resolve()) : resolve())),
        close: (code, reason) => socket.close(code, reason),
        onMessage: hear => void socket.on('message', data => void hear(textOf(data)).catch(error => closeFor(socket, error, log))),
      },
      { request, socket, caller: anyone },
    );
    const ended = new Promise<void>(resolve => {
      socket.once(
        'close',
        (code, reason) =>
          void closed(code, String(reason))
            .catch(() => undefined)
            .finally(resolve),
      );
    });
    open.add(ended);
    void ended.then(() => open.delete(ended));
  }

  http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    if (closing) return refuse(stream, '503 Service Unavailable', 'The server stops.');
    if (request.url?.replace(/\?.*$/, '') !== '/graphql') return refuse(stream, '404 Not Found', 'WebSockets are accepted at /graphql.');
    sockets.handleUpgrade(request, stream, head, socket => accept(socket, request));
  });

  return {
    async close() {
      closing = true;
      clearInterval(heartbeat);
      for (const socket of sockets.clients) socket.close(codes.goingAway, 'The server stops: come back with your cursor.');
      const allEnded = (): Promise<unknown> => Promise.all(open);
      await Promise.race([allEnded(), sleep(farewellMs, undefined, { ref: false })]);
      for (const socket of sockets.clients) socket.terminate();
      await allEnded();
    },
  };
}

function createProtocol({ schema, database, egress, admission, log }: WebSocketOptions) {
  const readDocument = createDocuments(schema);
  const present = masking(log);
  const presentAll = (errors: readonly GraphQLError[]): GraphQLError[] =>
    errors.map(error => present(error.toJSON(), error)) as unknown as GraphQLError[]; // the library sends them as they are

  /** The operation to run, or why it is not. */
  async function admit(
    connection: OwnConnection,
    { query, variables, operationName }: SubscribePayload,
  ): Promise<ExecutionArgs | GraphQLError[]> {
    const { caller, request } = connection.extra;
    await admission.count(request, caller);
    if (Object.keys(connection.subscriptions).length > mostOperations)
      throw new Refusal(
        'RATE_LIMITED',
        `More than ${mostOperations} operations run on one connection: complete some, or open another one.`,
      );
    const document = readDocument(query);
    if (!('kind' in document)) return [...document];
    const operation = getOperationAST(document, operationName);
    if (!operation) {
      const message = operationName ? `Unknown operation named "${operationName}".` : 'The document holds several operations: name one.';
      return [coded(new GraphQLError(message), 'OPERATION_RESOLUTION_FAILURE')];
    }
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
    if (errors) return errors.map(error => coded(error, 'BAD_USER_INPUT'));
    const contextValue: Context = { database, caller, egress };
    return { schema, document, operationName, variableValues: variables, contextValue };
  }

  return makeServer<Record<string, unknown>, Extra>({
    async onConnect({ connectionParams, extra }) {
      const given = extra.request.headers.authorization ?? connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
      extra.caller = await admission.identify(extra.request, typeof given === 'string' ? given : undefined);
    },
    async onSubscribe(connection, _, payload) {
      try {
        return await admit(connection, payload);
      } catch (error) {
        if (error instanceof Refusal) return [error];
        throw error;
      }
    },
    onNext(_, __, ___, ____, result): ExecutionResult | undefined {
      return result.errors && { ...result, errors: presentAll(result.errors) };
    },
    onError({ extra }, _, __, errors) {
      const broken = errors.some(({ extensions }) => extensions['code'] === undefined);
      if (broken) extra.socket.close(codes.tryAgainLater, 'Something went wrong on our side: come back with your cursor.');
      return presentAll(errors);
    },
  });
}

function closeFor(socket: WebSocket, error: unknown, log: Log): void {
  if (error instanceof Error && error.message.startsWith('Unexpected message')) return socket.close(codes.badRequest, short(error.message));
  if (!(error instanceof Refusal)) {
    log.error({ err: error }, 'a WebSocket message failed');
    return socket.close(codes.tryAgainLater, 'Something went wrong on our side.');
  }
  socket.close(error.extensions.code === 'UNAUTHENTICATED' ? codes.unauthorised : codes.tryAgainLater, short(error.message));
}

/** The protocol has room for 123 bytes. */
function short(reason: string): string {
  return Buffer.from(reason)
    .subarray(0, 120)
    .toString()
    .replace(/\ufffd+$/, '');
}

function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  return Buffer.isBuffer(data) ? data.toString() : Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data).toString();
}

function refuse(stream: Duplex, status: string, sentence: string): void {
  const text = `${sentence}\n`;
  stream.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}

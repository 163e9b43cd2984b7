import { afterAll } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { EgressRefusal, type EgressReason } from '../../../src/platform/egress/refusal';

const open: { server: Server | TcpServer; sockets: Set<Socket> }[] = [];

afterAll(async () => {
  await Promise.all(
    open.splice(0).map(({ server, sockets }) => {
      for (const socket of sockets) socket.destroy();
      return new Promise(resolve => server.close(resolve));
    }),
  );
});

/** A web server on loopback until the end of the file; resolves to its host with port. */
export function serve(answer: RequestListener, address = '127.0.0.1', port = 0): Promise<string> {
  return listen(createServer(answer), address, port);
}

/** A server that speaks HTTP as badly as the test likes. */
export function serveRaw(talk: (socket: Socket) => void, address = '127.0.0.1'): Promise<string> {
  const server = createTcpServer(socket => {
    socket.on('error', () => {});
    socket.once('data', () => talk(socket));
  });
  return listen(server, address, 0);
}

/** The refusal that a fetch ends with. */
export async function refusalOf(fetching: Promise<unknown>): Promise<EgressRefusal> {
  const outcome = await fetching.catch((error: unknown) => error);
  if (outcome instanceof EgressRefusal) return outcome;
  throw new Error(`not refused: ${String(outcome)}`);
}

/** The reason that a fetch is refused for. */
export async function reasonOf(fetching: Promise<unknown>): Promise<EgressReason> {
  return (await refusalOf(fetching)).reason;
}

/** Writes to a socket again and again until it is gone. */
export function drip(socket: Socket, text: string | Uint8Array, everyMs: number): void {
  const timer = setInterval(() => socket.write(text), everyMs);
  socket.on('close', () => clearInterval(timer));
}

async function listen(server: Server | TcpServer, address: string, port: number): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  open.push({ server, sockets });
  await new Promise<void>(resolve => server.listen(port, address, resolve));
  return `${address}:${(server.address() as AddressInfo).port}`;
}

import type { LookupFunction } from 'node:net';
import { buildConnector, Client, type Dispatcher } from 'undici';
import { refusalOf } from './failure';
import { inflate } from './inflate';
import type { Sent } from './redirect';
import { EgressRefusal, shownUrl } from './refusal';
import type { ResolvedAddress } from './resolve';

/** The limits of one exchange. */
export interface ExchangeLimits {
  /** As sent over the wire, that is compressed. */
  maxBytes: number;
  maxInflatedBytes: number;
  /** Rather than refuse what is longer, take its beginning. */
  cut: boolean;
  /** The longest silence, in milliseconds: before the connection, before the head, between two pieces of the body. */
  idleMs: number;
}

/** One answer of one server. The body is empty unless the status is a success. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** Where to connect to, and the last check once connected. */
export interface Destination {
  addresses: ResolvedAddress[];
  permitted: (address: string) => boolean;
}

const maxHeadBytes = 65_536;

/**
 * Sends one request over a connection of its own, made to one of the addresses that were checked, and reads the answer.
 *
 * A connection for each request costs a handshake, yet with one request a second to a host, and minutes between two polls, hardly one would be
 * used twice; and nothing can be left over on it.
 */
export async function exchange(sent: Sent, destination: Destination, limits: ExchangeLimits, signal: AbortSignal): Promise<Answer> {
  const client = new Client(sent.url.origin, {
    connect: connectorTo(destination, limits.idleMs),
    pipelining: 0,
    maxHeaderSize: maxHeadBytes,
    headersTimeout: limits.idleMs,
    bodyTimeout: limits.idleMs,
  });
  try {
    const response = await client.request({
      path: `${sent.url.pathname}${sent.url.search}`,
      method: sent.method,
      headers: sent.headers,
      body: sent.body,
      signal,
    });
    response.body.on('error', () => {}); // whoever reads it sees it; if no one does, it is of no interest
    const headers = flat(response.headers);
    const status = response.statusCode;
    const readable = status >= 200 && status <= 299 && status !== 204 && sent.method !== 'HEAD';
    const wire = readable ? await readBody(response, headers, sent.url, limits) : new Uint8Array();
    const body = await inflate(wire, headers['content-encoding'], limits);
    return { status, headers, body };
  } catch (error) {
    throw refusalOf(error, sent.url, signal);
  } finally {
    await client.destroy().catch(() => {});
  }
}

async function readBody(
  { body }: Dispatcher.ResponseData,
  headers: Record<string, string>,
  url: URL,
  { maxBytes, cut }: ExchangeLimits,
): Promise<Uint8Array> {
  const tooLarge = () =>
    new EgressRefusal(
      'TOO_LARGE',
      `${shownUrl(url)} is longer than ${maxBytes} bytes. Leave it out, or ask its operator for a shorter one.`,
    );
  if (!cut && Number(headers['content-length']) > maxBytes) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    size += part.length;
    parts.push(part);
    if (size <= maxBytes) continue;
    if (cut) break;
    throw tooLarge();
  }
  return Buffer.concat(parts, Math.min(size, maxBytes));
}

/** Connects to the addresses that were checked and to no other; then looks once more at where it has come to. */
function connectorTo({ addresses, permitted }: Destination, timeout: number): buildConnector.connector {
  const lookup: LookupFunction = (_hostname, options, done) => {
    if (options.all) return done(null, addresses);
    const [first] = addresses;
    done(null, first?.address ?? '', first?.family);
  };
  const connect = buildConnector({ lookup, autoSelectFamily: true, timeout, maxCachedSessions: 0 });
  return (options, done) =>
    connect(options, (error, socket) => {
      if (error) return done(error, null);
      const address = socket?.remoteAddress ?? '';
      if (socket && permitted(address)) return done(null, socket);
      socket?.destroy();
      done(new EgressRefusal('ADDRESS', `The connection to ${options.hostname} came to ${address}, which is not permitted.`), null);
    });
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

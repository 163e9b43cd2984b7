import { describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { useSmallApi } from './api-of-two-fields';

const here = useSmallApi();
const limited = useSmallApi({ rateLimit: 3, trustedProxies: 1 });

interface Talk {
  socket: WebSocket;
  say(message: unknown): void;
  /** The next message, or the code with which the connection was closed. */
  hear(): Promise<Record<string, unknown> | number>;
}

/** Talks the protocol word by word. */
function talk(url: string, headers: Record<string, string> = {}): Promise<Talk> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  const heard: (Record<string, unknown> | number)[] = [];
  let tell = (): void => undefined;
  const take = (what: Record<string, unknown> | number): void => (heard.push(what), tell());
  socket.on('message', (data: Buffer) => take(JSON.parse(data.toString()) as Record<string, unknown>));
  socket.on('close', code => take(code));
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () =>
      resolve({
        socket,
        say: message => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
        async hear() {
          while (heard.length === 0) await new Promise<void>(resolve => (tell = resolve));
          return heard.shift()!;
        },
      }),
    );
  });
}

const ask = (id: string, query: string): unknown => ({ id, type: 'subscribe', payload: { query } });

describe('WebSocket', () => {
  it('is counted by the limit of HTTP: the connection and each operation', async () => {
    const { say, hear, socket } = await talk(limited.url, { 'x-forwarded-for': '10.0.0.1' });
    say({ type: 'connection_init' });
    expect(await hear()).toMatchObject({ type: 'connection_ack' });
    for (const id of ['1', '2']) {
      say(ask(id, '{ greeting }'));
      expect([await hear(), await hear()]).toMatchObject([
        { id, payload: { data: { greeting: 'Good morning, you' } } },
        { id, type: 'complete' },
      ]);
    }
    say(ask('3', '{ greeting }'));
    expect(await hear()).toMatchObject({ id: '3', type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
    socket.close();
    const again = await talk(limited.url, { 'x-forwarded-for': '10.0.0.1' });
    again.say({ type: 'connection_init' });
    expect(await again.hear()).toBe(1013);
  });

  it('masks what broke, and lets refusals through', async () => {
    const { say, hear, socket } = await talk(here.url);
    say({ type: 'connection_init' });
    await hear();
    say(ask('1', '{ broken refused }'));
    const { payload } = (await hear()) as { payload: { errors: { message: string; extensions: { code: string } }[] } };
    expect(payload.errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR', 'NOT_FOUND']);
    expect(JSON.stringify(payload)).not.toMatch(/pipe|frost/);
    socket.close();
  });

  it.each([
    ['nonsense', 4400],
    [{ type: 'next', id: '1', payload: {} }, 4400],
    [ask('1', '{ greeting }'), 4401],
    ['x'.repeat(2_000_000), 1009],
  ])('closes on what the protocol does not allow (%#)', async (message, code) => {
    const { say, hear } = await talk(here.url);
    say(message);
    expect(await hear()).toBe(code);
  });

  it('is to be had at /graphql only', async () => {
    const socket = new WebSocket(`${here.url.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws');
    const error = await new Promise<Error>(resolve => socket.once('error', resolve));
    expect(error.message).toContain('404');
  });

  it('needs the protocol by its name', async () => {
    const socket = new WebSocket(`${here.url.replace('http', 'ws')}/graphql`);
    expect(await new Promise<number>(resolve => socket.once('close', resolve))).toBe(4406);
  });
});

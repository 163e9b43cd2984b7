import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWebhooks } from '../../src/dossier/webhook-sender';
import { Role } from '../../src/platform/api-key.entity';
import type { Caller } from '../../src/platform/context';
import { createEgress } from '../../src/platform/egress/egress';
import { createMemoryHostGate } from '../../src/platform/egress/memory-host-gate';
import { createLog } from '../../src/platform/log';
import { useApi } from '../support/api';
import { useDatabase } from '../support/database';
import { makeStory } from '../support/makers';
import { untilSettled } from '../support/settled';
import { placeOf, placesBehind, until, writeAtOnce } from './change-writers';

const here = useDatabase();
const api = useApi(here);
const editor: Caller = { keyId: null, role: Role.EDITOR };

interface Visit {
  path: string;
  delivery: string;
  signature: string;
  body: string;
}

let receiver: Server;
let origin = '';
let visits: Visit[] = [];
let answer: (visit: Visit) => number = () => 204;
const taken = (): Visit[] => visits.filter(({ delivery }, index) => visits.findIndex(visit => visit.delivery === delivery) === index);

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const { 'x-newsgraph-delivery': delivery, 'x-newsgraph-signature': signature } = request.headers;
      const visit = { path: request.url ?? '', delivery: String(delivery), signature: String(signature), body };
      const status = answer(visit);
      if (status < 300) visits.push(visit);
      if (status === 0) response.destroy();
      else response.writeHead(status).end();
    });
  });
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterAll(() => new Promise(resolve => receiver.close(resolve)));
beforeEach(() => {
  visits = [];
  answer = () => 204;
});

function work(settings: { patienceMs?: number } = {}): { stop(): Promise<void> } {
  const egress = createEgress({ allow: [origin.replace('http://', '')], gate: createMemoryHostGate({ gapMs: 0 }) });
  return startWebhooks(here.dataSource, {
    egress,
    log: createLog('silent'),
    firstPauseMs: 20,
    longestPauseMs: 100,
    lookMs: 30,
    ...settings,
  });
}

async function register(input: Record<string, unknown>): Promise<{ webhook: { id: string; cursor: string }; secret: string }> {
  const text = `mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) { secret webhook { id url cursor story { slug } } } }`;
  const { data, errors } = await api.ask(text, { input }, undefined, editor);
  expect(errors).toBeUndefined();
  return data.registerWebhook;
}

async function remove(id: string): Promise<void> {
  await api.ask(`mutation ($id: ID!) { deleteWebhook(id: $id) { deletedId } }`, { id }, undefined, editor);
}

const deliveriesOf = async (id: string, failed = false): Promise<Record<string, unknown>[]> => {
  const text = `query ($failed: Boolean) { webhooks { id attempts deliveries(first: 100, failed: $failed) { id state attempts status problem kind cursor nextAttemptAt } } }`;
  const { data, errors } = await api.ask(text, { failed }, undefined, editor);
  expect(errors).toBeUndefined();
  return data.webhooks.find((webhook: { id: string }) => webhook.id === id).deliveries;
};

const placesTaken = (): string[] => taken().map(({ body }) => placeOf((JSON.parse(body) as { cursor: string }).cursor));

describe('a webhook', () => {
  it('whose receiver fails half the time still gets each change, in order, from two workers, each once by its idempotency id', async () => {
    const slugs = [(await makeStory(here.db)).slug, (await makeStory(here.db)).slug];
    await untilSettled(here.db);
    const whole = await register({ url: `${origin}/whole` });
    const part = await register({ url: `${origin}/part`, story: slugs[1] });
    answer = () => (Math.random() < 0.5 ? 204 : Math.random() < 0.3 ? 0 : 503);
    const workers = [work(), work()];
    await writeAtOnce(here.url, slugs, { transactions: 3 });
    await untilSettled(here.db);
    const log = await placesBehind(here.db, whole.webhook.cursor, null);
    const ofPart = await placesBehind(here.db, part.webhook.cursor, slugs[1] ?? '');
    await until(() => taken().length >= log.length + ofPart.length, 20_000);
    await Promise.all(workers.map(worker => worker.stop()));
    const all = visits;
    visits = all.filter(({ path }) => path === '/whole');
    expect(placesTaken()).toEqual(log);
    visits = all.filter(({ path }) => path === '/part');
    expect(placesTaken()).toEqual(ofPart);
    expect(log.length).toBeGreaterThan(20);
    const deliveries = await deliveriesOf(part.webhook.id);
    expect(deliveries).toHaveLength(Math.min(100, ofPart.length));
    expect(deliveries.filter(({ state }) => state !== 'DELIVERED')).toEqual([]);
    await remove(whole.webhook.id);
    await remove(part.webhook.id);
  }, 45_000);

  it('is signed, so that its receiver knows who sent it and when', async () => {
    const { webhook, secret } = await register({ url: origin });
    const worker = work();
    const { slug } = await makeStory(here.db);
    await until(() => visits.length >= 2);
    await worker.stop();
    await remove(webhook.id);
    const [{ signature, body, delivery }] = visits as [Visit];
    const [, seconds = '', mac = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
    const expected = createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
    expect(timingSafeEqual(Buffer.from(mac, 'hex'), expected)).toBe(true);
    expect(Math.abs(Number(seconds) - Date.now() / 1_000)).toBeLessThan(30);
    expect(JSON.parse(body)).toMatchObject({
      delivery,
      webhook: webhook.id,
      cursor: expect.any(String),
      story: { slug, id: expect.stringMatching(/^story_/) },
      change: { kind: 'STORY_REVISED', at: expect.any(String), node: { __typename: 'Story', id: expect.stringMatching(/^story_/) } },
    });
  });

  it('is given up change by change when its patience is over, and replayed from a cursor under the same ids', async () => {
    const { slug } = await makeStory(here.db);
    await untilSettled(here.db);
    const { webhook } = await register({ url: origin, story: slug, since: await firstCursor() });
    answer = () => 500;
    const hopeless = work({ patienceMs: 0 });
    let dead: Record<string, unknown>[] = [];
    for (let tries = 0; tries < 200 && dead.length < 2; tries += 1) {
      await sleep(30);
      dead = (await deliveriesOf(webhook.id, true)).filter(({ state }) => state === 'DEAD');
    }
    await hopeless.stop();
    expect(dead).toMatchObject([{ status: 500, problem: 'The receiver answered 500.' }, { attempts: 1 }]);
    answer = () => 200;
    const worker = work();
    const replay = `mutation ($input: ReplayWebhookInput!) { replayWebhook(input: $input) { webhook { id cursor } } }`;
    for (const expected of [2, 4]) {
      expect((await api.ask(replay, { input: { id: webhook.id } }, undefined, editor)).errors).toBeUndefined();
      await until(() => visits.length >= expected);
      await sleep(50);
    }
    await worker.stop();
    const ids = dead.map(({ id }) => id).reverse();
    expect(visits.map(({ delivery }) => delivery)).toEqual([...ids, ...ids]);
    expect(await deliveriesOf(webhook.id, true)).toEqual([]);
    await remove(webhook.id);
  });

  it('never reaches addresses that are not public', async () => {
    const { slug } = await makeStory(here.db);
    await untilSettled(here.db);
    const { webhook } = await register({ url: origin, story: slug, since: await firstCursor() });
    const strict = startWebhooks(here.dataSource, { egress: createEgress(), log: createLog('silent'), lookMs: 30 });
    let failed: Record<string, unknown>[] = [];
    for (let tries = 0; tries < 100 && failed.length === 0; tries += 1) {
      await sleep(30);
      failed = await deliveriesOf(webhook.id, true);
    }
    await strict.stop();
    await remove(webhook.id);
    expect(failed).toMatchObject([{ state: 'RETRYING', status: null, nextAttemptAt: expect.any(String) }]);
    expect(visits).toEqual([]);
  });
});

async function firstCursor(): Promise<string> {
  const { data } = await api.ask(`{ changes(first: 1) { edges { cursor } } }`);
  return String(data.changes.edges[0].cursor).replace(/~.*/, '~0~0~0');
}

describe('registering a webhook', () => {
  const text = `mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) { webhook { id } } }`;

  it('is for editors', async () => {
    expect((await api.ask(text, { input: { url: origin } })).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    const ingestor: Caller = { keyId: null, role: Role.INGESTOR };
    expect((await api.ask('{ webhooks { id } }', {}, undefined, ingestor)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it.each([
    [{ url: 'ftp://example.org/' }, 'BAD_USER_INPUT'],
    [{ url: 'nonsense' }, 'BAD_USER_INPUT'],
    [{ url: 'https://example.org/', secret: 'short' }, 'BAD_USER_INPUT'],
    [{ url: 'https://example.org/', story: 'no-such-story' }, 'NOT_FOUND'],
    [{ url: 'https://example.org/', since: 'nonsense' }, 'CURSOR_INVALID'],
  ])('refuses %j with %s', async (input, code) => {
    expect((await api.ask(text, { input }, undefined, editor)).errors).toMatchObject([{ extensions: { code } }]);
  });
});

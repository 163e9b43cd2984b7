import { describe, expect, it } from '@jest/globals';
import { createEgress } from '../../../src/platform/egress/egress';
import { createMemoryHostGate } from '../../../src/platform/egress/memory-host-gate';
import { retryAfterSeconds } from '../../../src/platform/egress/retry-after';
import { refusalOf, serve } from './servers';

const allow = ['127.0.0.0/8'];

describe('a host', () => {
  it('never sees two requests at once, nor two with less than the gap between, in the order they came; other hosts do not wait', async () => {
    const visits = new Map<string, { path: string; from: number; to: number }[]>();
    const first = await serve(answer, '127.0.0.1');
    const port = Number(first.split(':')[1]);
    const hosts = [first, await serve(answer, '127.0.0.2', port), await serve(answer, '127.0.0.3', port)];
    const egress = createEgress({ allow, gate: createMemoryHostGate({ gapMs: 60 }) });
    const started = performance.now();
    await Promise.all(Array.from({ length: 18 }, (_, index) => egress.fetch(`http://${hosts[index % 3]}/${index}`)));
    expect(performance.now() - started).toBeLessThan(1_500);
    expect([...visits.keys()].sort()).toEqual([...hosts].sort());
    for (const list of visits.values()) {
      const pauses = list.slice(1).map(({ from }, index) => from - (list[index]?.to ?? 0));
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(60);
      expect(list.map(({ path }) => Number(path.slice(1)))).toEqual(list.map(({ path }) => Number(path.slice(1))).sort((a, b) => a - b));
    }

    function answer(
      request: { url?: string; headers: { host?: string } },
      response: { end: (text: string) => void; on: (event: 'finish', done: () => void) => void },
    ): void {
      const visit = { path: request.url ?? '', from: performance.now(), to: Infinity };
      visits.set(request.headers.host ?? '', [...(visits.get(request.headers.host ?? '') ?? []), visit]);
      response.on('finish', () => (visit.to = performance.now()));
      setTimeout(() => response.end('ok'), 20);
    }
  });

  it('that says for how long it wants to be left alone is, while others are not', async () => {
    let asked = 0;
    const visits: number[] = [];
    const host = await serve((_request, response) => {
      visits.push(performance.now());
      response.writeHead(asked++ ? 200 : 429, { 'retry-after': '1' }).end();
    });
    const other = await serve((_request, response) => response.end(), '127.0.0.2');
    const egress = createEgress({ allow, gate: createMemoryHostGate({ gapMs: 10 }) });
    expect(await egress.fetch(`http://${host}/`)).toMatchObject({ status: 429, retryAfter: 1 });
    const started = performance.now();
    await egress.fetch(`http://${other}/`);
    expect(performance.now() - started).toBeLessThan(500);
    expect((await egress.fetch(`http://${host}/`)).status).toBe(200);
    expect((visits[1] ?? 0) - (visits[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  it('that wants to be left alone longer than we wait is refused at once, with the time to come back, and so are those who wait', async () => {
    let time = 1_000_000;
    let asked = 0;
    const host = await serve((_request, response) => {
      asked += 1;
      setTimeout(() => response.writeHead(503, { 'retry-after': '3600' }).end(), 50);
    });
    const now = () => time;
    const egress = createEgress({ allow, now, gate: createMemoryHostGate({ now, gapMs: 10 }) });
    const [answer, queued] = await Promise.all([egress.fetch(`http://${host}/`), refusalOf(egress.fetch(`http://${host}/feed`))]);
    expect([answer.retryAfter, queued.reason]).toEqual([3600, 'HOST_BUSY']);
    const later = await refusalOf(egress.fetch(`http://${host}/feed`));
    expect(Math.abs((later.retryAt?.getTime() ?? 0) - time - 3_600_000)).toBeLessThan(100);
    expect(asked).toBe(1);
    time += 3_700_000;
    expect((await egress.fetch(`http://${host}/`)).status).toBe(503);
  });

  it('that says 429 and not for how long is left alone longer each time, until it answers', async () => {
    let time = 0;
    const gate = createMemoryHostGate({ now: () => time, gapMs: 1_000 });
    const pauses = [];
    for (const pushedBack of [true, true, true, false, true]) {
      const leave = await gate.enter('a.example', { latest: time });
      await leave({ pushedBack, retryAfter: null });
      const closed = await gate.enter('a.example', { latest: time }).catch((error: { retryAt: Date }) => error.retryAt.getTime());
      pauses.push(Math.round((Number(closed) - time) / 1_000));
      time = Number(closed);
    }
    expect(pauses).toEqual([60, 120, 240, 1, 60]);
  });

  it('goes on to the next when one who waits gives up or has waited too long', async () => {
    const gate = createMemoryHostGate({ gapMs: 5 });
    const soon = () => Date.now() + 1_000;
    const leave = await gate.enter('a.example', { latest: soon() });
    const controller = new AbortController();
    const givenUp = gate.enter('a.example', { latest: soon(), signal: controller.signal });
    const impatient = gate.enter('a.example', { latest: Date.now() + 30 });
    const patient = gate.enter('a.example', { latest: soon() });
    controller.abort(new Error('stopping'));
    await expect(givenUp).rejects.toThrow('stopping');
    await expect(impatient).rejects.toMatchObject({ name: 'HostClosed' });
    await leave({ pushedBack: false, retryAfter: null });
    await leave({ pushedBack: true, retryAfter: 100 });
    expect(await patient).toBeInstanceOf(Function);
  });
});

it('Retry-After is read as seconds or as a date', () => {
  const now = Date.parse('2024-03-22T20:00:00Z');
  const read = (header?: string) => retryAfterSeconds(header, now);
  expect(['120', ' 5 ', '0'].map(read)).toEqual([120, 5, 0]);
  expect(['Fri, 22 Mar 2024 20:01:30 GMT', 'Friday, 22-Mar-24 20:00:01 GMT', 'Fri Mar 22 20:00:02 2024 GMT'].map(read)).toEqual([90, 1, 2]);
  expect(read('Fri, 22 Mar 2024 19:00:00 GMT')).toBe(0);
  expect(['soon', '-5', '1.5', '', '2024-03-22'].map(read)).toEqual([null, null, null, null, null]);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { begin, type Going, run } from './run-command';

const folder = mkdtempSync(join(tmpdir(), 'newsgraph-start-'));
const env = { NEWSGRAPH_DATA: join(folder, 'data'), NEWSGRAPH_SAMPLE: 'off', PORT: '0' };
let first: Going;
let url: string;

beforeAll(async () => {
  first = begin(['start'], env);
  [, url = ''] = await first.hear(/GraphQL +(http:\S+)\/graphql/);
}, 60_000);

afterAll(async () => {
  await first.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('newsgraph start', () => {
  it('tells what it does, where to look and how to make the first key', async () => {
    await first.hear(/Database: runs [^]*Migrations: \d+ run [^]*Server: listens at /);
    await first.hear(/Playground +http:\S+\/graphql[^]*Health +http:\S+\/healthz/);
    await first.hear(/npm run --silent newsgraph -- key create --role INGESTOR --name my-job/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('says to a second one with the same data that the first runs, and where', async () => {
    const { code, err } = await run(['start'], env);
    expect(code).toBe(1);
    expect(err).toContain(`Newsgraph already runs at ${url}`);
  });

  it('lets other commands use its database while it runs', async () => {
    const { out } = await run(['db', 'url'], env);
    const client = new Client({ connectionString: out.trim() });
    await client.connect();
    await client.end();
    const key = (await run(['key', 'create', '--role', 'INGESTOR', '--name', 'job'], env)).out.trim();
    const answer = await fetch(`${url}/graphql?query={__typename}`, { headers: { authorization: `Bearer ${key}` } });
    expect(answer.status).toBe(200);
  });

  it('stops at SIGTERM with everything it has, and what is kept can be used without it', async () => {
    expect(await first.end('SIGTERM')).toMatchObject({ code: 0 });
    const listed = await run(['key', 'list'], env);
    expect(listed.out).toMatch(/INGESTOR .* job\n$/);
    const { out, err } = await run(['db', 'url'], env);
    expect(out).toMatch(/^postgres:/);
    expect(err).toMatch(/runs only while `newsgraph start` does/);
  });

  it('says before anything else that its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, err } = await run(['start'], { ...env, PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(err).toMatch(/^Port \d+ on 127\.0\.0\.1 is in use by another program\./);
  });

  it('stops in good order where it is interrupted while it begins', async () => {
    const going = begin(['start'], env);
    await going.hear(/Database: /);
    expect((await going.end('SIGINT')).err).toMatch(/Stopped\.\n$/);
    expect((await run(['key', 'list'], env)).code).toBe(0);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callerOf, createKey, listKeys } from '../../../src/platform/access';
import { Role } from '../../../src/platform/api-key.entity';
import { useDatabase } from '../../support/database';
import { databasePrefix, onServer, urlOfDatabase } from '../../support/test-server';
import { begin, run } from './run-command';

const here = useDatabase();
const onOurs = () => ({ DATABASE_URL: here.url });

describe('the command line', () => {
  it.each([
    ['start'],
    ['serve'],
    ['work'],
    ['ingest'],
    ['migrate'],
    ['schema'],
    ['key', 'create'],
    ['key', 'list'],
    ['key', 'revoke'],
    ['db', 'url'],
  ])('shows with --help how %s %s is typed', async (...command) => {
    const { code, out } = await run([...command.filter(Boolean), '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/Examples?:\n.*newsgraph/);
  });

  it.each([
    [[], /Commands:/],
    [['strat'], /unknown command 'strat'/],
    [['ingest'], /missing required argument 'file'/],
    [['migrate', '--down', 'all'], /whole number/],
    [['key', 'create', '--name', 'job'], /'--role <role>' not specified/],
    [['key', 'create', '--name', 'job', '--role', 'BOSS'], /INGESTOR, EDITOR, ADMIN/],
  ])('ends with 2 where it is wrongly used: %j', async (args, message) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('names every setting that is wrong', async () => {
    const { code, err } = await run(['migrate'], { PORT: 'high', POOL_SIZE: '0' });
    expect(code).toBe(2);
    expect(err).toMatch(/PORT is "high".*\n.*POOL_SIZE is "0"/);
  });

  it('says where no PostgreSQL answers, without a stack unless it is asked for', async () => {
    const nowhere = { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/news' };
    const { code, err } = await run(['key', 'list'], nowhere);
    expect(code).toBe(1);
    expect(err).toMatch(/No PostgreSQL answers at 127\.0\.0\.1:1\. Check DATABASE_URL/);
    expect(err).not.toMatch(/\n\s+at /);
    expect((await run(['key', 'list'], { ...nowhere, LOG_LEVEL: 'debug' })).err).toMatch(/\n\s+at /);
  });

  it('prints the address of the database in use', async () => {
    expect(await run(['db', 'url'], onOurs())).toEqual({ code: 0, out: `${here.url}\n`, err: '' });
  });
});

describe('newsgraph schema', () => {
  it('prints the schema of the API, which holds all that the public operations ask for', async () => {
    const { code, out } = await run(['schema']);
    expect(code).toBe(0);
    expect(Object.keys(buildSchema(out).getQueryType()!.getFields())).toEqual(
      expect.arrayContaining(['story', 'stories', 'search', 'node']),
    );
  });
});

describe('newsgraph key', () => {
  it('makes a key and prints it alone, lists it without its secret, and ends it', async () => {
    const created = await run(['key', 'create', '--role', 'EDITOR', '--name', 'desk'], onOurs());
    expect(created).toMatchObject({ code: 0, out: expect.stringMatching(/^ng_[\w-]{43}\n$/) as unknown });
    expect(await callerOf(here.db, `Bearer ${created.out.trim()}`)).toMatchObject({ role: 'EDITOR' });

    const listed = await run(['key', 'list'], onOurs());
    expect(listed.out).toMatch(/^[0-9a-f-]{36} {2}EDITOR .* in use {2}desk\n$/);
    expect(listed.out).not.toContain(created.out.trim().slice(3));

    expect((await run(['key', 'revoke', 'desk'], onOurs())).code).toBe(0);
    expect((await listKeys(here.db))[0]?.revokedAt).toBeInstanceOf(Date);
    const again = await run(['key', 'revoke', 'desk'], onOurs());
    expect([again.code, again.out]).toEqual([1, '']);
    expect(again.err).toMatch(/No key that is in use has the id or the name "desk"/);
  });
});

describe('newsgraph migrate', () => {
  const name = `${databasePrefix()}${randomBytes(6).toString('hex')}`;
  const env = () => ({ DATABASE_URL: urlOfDatabase(name) });
  beforeAll(() => onServer(`create database ${name} template template0 encoding 'UTF8'`));
  afterAll(() => onServer(`drop database if exists ${name} with (force)`));

  it('brings an empty database up to date, which other commands ask for, and takes the last step back', async () => {
    for (const command of [['key', 'list'], ['serve'], ['work']]) {
      const refused = await run(command, { ...env(), PORT: '0' });
      expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/run `newsgraph migrate` first/) as unknown });
    }
    const both = await Promise.all([run(['migrate'], env()), run(['migrate'], env())]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.map(({ out }) => out).sort()).toEqual([
      'all migrations were run before\n',
      expect.stringMatching(/^run: Foundation.*\n.*\n/),
    ]);
    expect((await run(['migrate', '--down', '1'], env())).out).toMatch(/^taken back: \w+\n$/);
    expect((await run(['migrate'], env())).out).toMatch(/^run: \w+\n$/);
  });
});

describe('newsgraph serve and work', () => {
  let other: Server;
  beforeAll(done => void (other = createServer().listen(0, '127.0.0.1', () => done())));
  afterAll(done => void other.close(() => done()));

  it('serve the API and stop at SIGTERM', async () => {
    const serving = begin(['serve'], { ...onOurs(), PORT: '0' });
    const [, url] = await serving.hear(/answers at (http:\S+\/graphql)/);
    const response = await fetch(`${url}?query=${encodeURIComponent('{ __typename }')}`);
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    expect(await ingestOne(url!)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    const { secret } = await createKey(here.db, { name: 'job', role: Role.INGESTOR });
    expect(await ingestOne(url!, secret)).toEqual({ data: { ingest: { created: 1 } } });
    expect(await serving.end('SIGTERM')).toMatchObject({ code: 0, err: expect.stringMatching(/Stopped\.\n$/) as unknown });
  });

  it('say what the worker does, and stop at SIGINT', async () => {
    const working = begin(['work'], onOurs());
    await working.hear(/The worker polls what is due/);
    expect(await working.end('SIGINT')).toMatchObject({ code: 0 });
  });

  it('need a database that runs, and say so', async () => {
    const { code, err } = await run(['serve'], { NEWSGRAPH_DATA: '/nowhere/newsgraph' });
    expect(code).toBe(1);
    expect(err).toMatch(/set DATABASE_URL, or run `newsgraph start` first/);
  });

  it('say which port is in use, and how to take another', async () => {
    const { port } = other.address() as AddressInfo;
    const { code, err } = await run(['serve'], { ...onOurs(), PORT: String(port) });
    expect(code).toBe(1);
    expect(err).toContain(`Port ${port} on 127.0.0.1 is in use by another program.`);
    expect(err).toContain('PORT=0');
  });
});

async function ingestOne(url: string, key?: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({
      query: 'mutation ($input: IngestInput!) { ingest(input: $input) { created } }',
      variables: { input: { records: [{ source: { slug: 'courier', name: 'The Courier', kind: 'NEWS_OUTLET', role: 'PUBLISHER' } }] } },
    }),
  });
  return response.json();
}

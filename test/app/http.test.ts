import { describe, expect, it } from '@jest/globals';
import { request as httpRequest } from 'node:http';
import { useSmallApi } from './api-of-two-fields';

const here = useSmallApi();
const graphqlJson = 'application/graphql-response+json; charset=utf-8';
const json = 'application/json; charset=utf-8';
const ask = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;
const read = (response: Response) =>
  response.json() as Promise<{ data?: unknown; errors?: { message: string; extensions: Record<string, unknown> }[] }>;

describe('GraphQL over HTTP', () => {
  it('answers a POST with variables', async () => {
    const response = await here.post({
      query: 'query Greet($name: String!) { greeting(name: $name) }',
      variables: { name: 'Ada' },
      operationName: 'Greet',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(graphqlJson);
    expect(await read(response)).toEqual({ data: { greeting: 'Good morning, Ada' } });
  });

  it('answers a GET from a plain link, also in a browser', async () => {
    const response = await here.get(ask('{ greeting }'), { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(json);
    expect(await read(response)).toEqual({ data: { greeting: 'Good morning, you' } });
  });

  it('answers HEAD like GET, without the body', async () => {
    const response = await here.get(ask('{ greeting }'), { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(10);
    expect(await response.text()).toBe('');
  });

  it.each([
    [undefined, json],
    ['*/*', json],
    ['application/json', json],
    ['application/graphql-response+json, application/json;q=0.9', graphqlJson],
    ['application/json;q=0.5, application/graphql-response+json', graphqlJson],
    ['application/json, multipart/mixed', json],
  ])('for Accept %s sends %s', async (accept, type) => {
    const response = await here.get(ask('{ greeting }'), { headers: accept ? { accept } : {} });
    expect(response.headers.get('content-type')).toBe(type);
  });

  it('says 406 to who accepts neither form, before anything is run', async () => {
    const response = await here.post({ query: '{ greeting }' }, { accept: 'text/csv' });
    expect(response.status).toBe(406);
  });

  it.each([
    ['a syntax error', { query: '{ greeting' }, 'GRAPHQL_PARSE_FAILED'],
    ['a field that does not exist', { query: '{ farewell }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable of the wrong type', { query: 'query ($to: Int!) { count(to: $to) }', variables: { to: 'many' } }, 'BAD_USER_INPUT'],
    ['an operation that is not in the document', { query: 'query One { greeting }', operationName: 'Two' }, 'OPERATION_RESOLUTION_FAILURE'],
  ])('says 400 to %s, and 200 to who accepts application/json only', async (_, body, code) => {
    const response = await here.post(body);
    expect(response.status).toBe(400);
    expect((await read(response)).errors).toMatchObject([{ extensions: { code } }]);
    expect((await here.post(body, { accept: 'application/json' })).status).toBe(200);
  });

  it.each([
    ['faulty JSON', '{"query":', /not JSON/],
    ['an empty body', '', /empty/],
    ['a body without a query', '{"variables":{}}', /non-empty `query`/],
    ['a batch', '[{"query":"{ greeting }"}]', /batching/],
  ])('says 400 to %s in either form', async (_, body, message) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const response = await here.post(body, { accept });
      expect(response.status).toBe(400);
      expect((await read(response)).errors?.[0]?.message).toMatch(message);
    }
  });

  it('says 415 to a body that does not say it is JSON', async () => {
    expect((await here.post('{ greeting }', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('refuses a mutation by GET, and names the method for it', async () => {
    const response = await here.get(ask('mutation { write }'));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it('refuses other methods, and names those that work', async () => {
    const response = await here.get('/graphql', { method: 'PUT', body: '{}' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
  });

  it('says 413 to more than 10 MB, whether the length is told or not', async () => {
    const body = JSON.stringify({ query: '{ greeting }', variables: { filler: 'x'.repeat(11 * 1024 * 1024) } });
    const told = await here.post(body);
    expect(told.status).toBe(413);
    expect((await read(told)).errors?.[0]?.message).toMatch(/larger than 10 MB/);
    expect(await statusOfChunked(`${here.url}/graphql`, body)).toBe(413);
  });

  it('answers introspection', async () => {
    expect(await read(await here.post({ query: '{ __schema { queryType { name } } }' }))).toEqual({
      data: { __schema: { queryType: { name: 'Query' } } },
    });
  });

  it('may be read from any page: a preflight is answered, and answers are open', async () => {
    const preflight = await here.get('/graphql', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://news.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Authorization, Content-Type/);
    expect((await here.post({ query: '{ greeting }' })).headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('what goes wrong', () => {
  it('is told with its code where it is a refusal', async () => {
    const { data, errors } = await read(await here.post({ query: '{ refused }' }));
    expect(data).toEqual({ refused: null });
    expect(errors).toMatchObject([{ message: 'There is no such story.', extensions: { code: 'NOT_FOUND' } }]);
  });

  it('is masked where it is our fault, and the log has it with its cause', async () => {
    const response = await here.post({ query: '{ broken }' });
    const text = await response.text();
    expect(text).not.toMatch(/pipe|frost|at .*\.ts/);
    const { errors } = JSON.parse(text) as Awaited<ReturnType<typeof read>>;
    const { code, id } = errors![0]!.extensions;
    expect(code).toBe('INTERNAL_SERVER_ERROR');
    expect(errors![0]!.message).toBe(`Something went wrong on our side. The log has it under ${String(id)}.`);
    expect(here.logged.find(line => line.id === id)).toMatchObject({
      err: { stack: expect.stringMatching(/pipe burst[^]*frost/) as unknown },
    });
  });

  it('is the fault of the asker where an argument that may not be null is', async () => {
    const response = await here.post({ query: 'query ($name: String) { greeting(name: $name) }', variables: { name: null } });
    expect((await read(response)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('the other addresses', () => {
  it('say that the process is alive and the database ready', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await here.get(path)).status).toBe(200);
  });

  it('say what a database lacks that is not ready', async () => {
    const [last] = await here.db.query<{ name: string; timestamp: string }[]>(
      'select name, timestamp from migration order by id desc limit 1',
    );
    await here.db.query('delete from migration where name = $1', [last!.name]);
    const response = await here.get('/readyz');
    await here.db.query('insert into migration (name, timestamp) values ($1, $2)', [last!.name, last!.timestamp]);
    expect(response.status).toBe(503);
    expect(await response.text()).toMatch(/pending \(1\)/);
  });

  it('measure answers by route and operations by public name, whatever else people call theirs', async () => {
    await here.post({ query: 'query StoryList { greeting }' });
    await here.post({ query: 'query MineAlone { greeting }' });
    await here.get('/no/such/mine-alone');
    const text = await (await here.get('/metrics')).text();
    expect(text).toMatch(/http_requests_total\{route="\/graphql",status="200"\} \d+/);
    expect(text).toMatch(/http_requests_total\{route="other",status="404"\} 1/);
    expect(text).toMatch(/graphql_operations_total\{operation="StoryList",outcome="success"\} 1/);
    expect(text).toMatch(/graphql_operations_total\{operation="other",outcome="error"\} \d+/);
    expect(text).toMatch(/process_cpu_seconds_total/);
    expect(text).not.toMatch(/mine-?alone/i);
  });

  it('show a person the playground at the address of the API, and a page with links at the root', async () => {
    const playground = await here.get('/graphql', { headers: { accept: 'text/html,application/xhtml+xml' } });
    expect([200, 503]).toContain(playground.status); // 503 says how to build it
    const front = await here.get('/');
    expect(front.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await front.text()).toContain('href="/graphql"');
  });

  it('say with a sentence that there is nothing, and what methods there are', async () => {
    const nothing = await here.get('/storys');
    expect(nothing.status).toBe(404);
    expect(await nothing.text()).toBe('There is nothing at /storys: the API is at /graphql.\n');
    const wrong = await here.get('/healthz', { method: 'DELETE' });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toBe('GET, HEAD');
  });

  it('carry an id in every answer, the caller’s own if it has one', async () => {
    expect((await here.get('/healthz')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect((await here.get('/healthz', { headers: { 'x-request-id': 'desk-7' } })).headers.get('x-request-id')).toBe('desk-7');
    expect(here.logged).toContainEqual(expect.objectContaining({ id: 'desk-7', path: '/healthz', status: 200 }));
  });
});

function statusOfChunked(url: string, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      url,
      { method: 'POST', headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' } },
      response => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

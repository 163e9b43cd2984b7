import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { limitOperation } from './statements';

/**
 * The limit: the same POST requests, each answered by one prepared statement whose JSON goes out as it came. No GraphQL, no checks.
 * Started as a process of its own with the URL of the database, the size of the pool and the tags of the cursors.
 */
const [url = '', poolSize = '10', tags = '{}'] = process.argv.slice(2);
const options = '-c timezone=UTC -c plan_cache_mode=force_generic_plan -c enable_memoize=off -c jit=off -c random_page_cost=1.1';
const pool = new Pool({ connectionString: url, max: Number(poolSize), idleTimeoutMillis: 0, options, application_name: 'limit' });
const operationOf = limitOperation(JSON.parse(tags) as Record<string, string>);

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { operationName, variables = {} } = JSON.parse(Buffer.concat(chunks).toString()) as {
      operationName: string;
      variables?: Record<string, unknown>;
    };
    const operation = operationOf(operationName, variables);
    if (!operation) return void response.writeHead(404).end();
    const { field, name, text, values } = operation;
    pool.query<[string | null]>({ name, text, values: values(variables), rowMode: 'array' }).then(
      ({ rows }) => {
        const body = Buffer.from(`{"data":{"${field}":${rows[0]?.[0] ?? 'null'}}}`);
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body);
      },
      (error: Error) => {
        process.stderr.write(`${error.message}\n`);
        response.writeHead(500).end(JSON.stringify({ errors: [{ message: error.message }] }));
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
process.on('disconnect', () => process.exit());

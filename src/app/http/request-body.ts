import type { IncomingMessage } from 'node:http';

/** The most bytes that a request may carry. */
export const bodyLimit = 10 * 1024 * 1024;

/** Says why a request cannot be answered, with the status that says the same. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = 'HttpRefusal';
  }
}

/**
 * Reads a body of JSON.
 *
 * @throws HttpRefusal  415 for what is not JSON in UTF-8, 413 for more than the limit, 400 for faulty JSON
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  checkType(request);
  const text = (await readBody(request)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = text.trim() ? (error as Error).message : 'it is empty';
    throw new HttpRefusal(400, `The body of the request is not JSON: ${reason}.`);
  }
}

function checkType({ headers }: IncomingMessage): void {
  if (headers['content-type'] === 'application/json' && headers['content-encoding'] === undefined) return;
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';').map(part => part.trim().toLowerCase());
  const advice = 'Send a body of JSON with the header Content-Type: application/json.';
  if (type !== 'application/json') {
    throw new HttpRefusal(
      415,
      type ? `The body is of the type ${JSON.stringify(type)}. ${advice}` : `The request does not say what its body is. ${advice}`,
    );
  }
  const charset = parameters
    .find(parameter => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  if (charset && charset !== 'utf-8' && charset !== 'utf8')
    throw new HttpRefusal(415, `The body is in ${JSON.stringify(charset)}; JSON is sent in UTF-8.`);
  const encoding = headers['content-encoding'];
  if (encoding && encoding !== 'identity')
    throw new HttpRefusal(415, `The body is compressed (${encoding}); send it as it is.`, { 'accept-encoding': 'identity' });
}

/**
 * Reads a body as it is. What is too large is still read to its end, within reason: a client that is cut off while it sends does not read the answer.
 *
 * @throws HttpRefusal  413 for more than the limit
 */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = () =>
    new HttpRefusal(413, `The body is larger than ${bodyLimit / 1024 / 1024} MB: send fewer records at a time.`, { connection: 'close' });
  if (Number(request.headers['content-length']) > 5 * bodyLimit) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    let ended = false;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) chunks.push(chunk);
      else chunks = [];
      if (size > 5 * bodyLimit) reject(tooLarge());
    });
    request.once('end', () => {
      ended = true;
      if (size > bodyLimit) reject(tooLarge());
      else resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
    });
    request.once('error', reject);
    request.once('close', () => ended || reject(new HttpRefusal(400, 'The request ended before its body did.')));
  });
}

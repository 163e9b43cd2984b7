import { describe, expect, it } from '@jest/globals';
import { createKey, revokeKey } from '../../src/platform/access';
import { Role } from '../../src/platform/api-key.entity';
import { useSmallApi } from './api-of-two-fields';

const here = useSmallApi();
const limited = useSmallApi({ rateLimit: 2, trustedProxies: 1 });

type Answer = { data: unknown; errors?: { message: string; extensions: Record<string, unknown> }[] };
const write = async (authorization?: string): Promise<Answer> =>
  (await (await here.post({ query: 'mutation { write }' }, authorization ? { authorization } : {})).json()) as Answer;

describe('a key', () => {
  it('is needed for writing, and whoever has none is told which and how to make it', async () => {
    const { errors } = await write();
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(errors![0]!.message).toMatch(/role EDITOR .*newsgraph -- key create --role EDITOR/);
  });

  it('lets its holder write with the role that is asked for, or a higher one', async () => {
    for (const role of [Role.EDITOR, Role.ADMIN]) {
      const { secret } = await createKey(here.db, { name: `desk ${role}`, role });
      expect(await write(`Bearer ${secret}`)).toEqual({ data: { write: `written by ${role}` } });
    }
  });

  it('with too low a role is refused, and told both roles', async () => {
    const { secret } = await createKey(here.db, { name: 'job', role: Role.INGESTOR });
    const { errors } = await write(`Bearer ${secret}`);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(errors![0]!.message).toMatch(/EDITOR .* yours has the role INGESTOR/);
  });

  it.each(['Bearer nonsense', 'Basic YTpi', `Bearer ng_${'a'.repeat(43)}`])(
    'that is none (%s) is refused, also for reading',
    async authorization => {
      const response = await here.post({ query: '{ greeting }' }, { authorization });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    },
  );

  it('that was revoked before it was ever seen is refused', async () => {
    const { id, secret } = await createKey(here.db, { name: 'left the desk', role: Role.ADMIN });
    await revokeKey(here.db, id);
    const response = await here.post({ query: '{ greeting }' }, { authorization: `Bearer ${secret}` });
    expect(response.status).toBe(401);
    expect(await response.text()).toMatch(/revoked/);
  });
});

describe('the limit on requests', () => {
  const from = (address: string, headers: Record<string, string> = {}) =>
    limited.post({ query: '{ greeting }' }, { 'x-forwarded-for': `1.2.3.4, ${address}`, ...headers });

  it('is told in every answer, and whoever passes it is told when to come again', async () => {
    const first = await from('10.0.0.1');
    expect(first.status).toBe(200);
    expect(first.headers.get('ratelimit-policy')).toBe('"anonymous";q=2;w=60');
    expect(first.headers.get('ratelimit')).toBe('"anonymous";r=1;t=30');
    await from('10.0.0.1');
    const third = await from('10.0.0.1');
    expect(third.status).toBe(429);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(25);
    expect(await third.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect((await from('10.0.0.2')).status).toBe(200);
  });

  it('is ten times as high for a key, and counted for the key', async () => {
    const { secret } = await createKey(limited.db, { name: 'job', role: Role.INGESTOR });
    const response = await from('10.0.0.1', { authorization: `Bearer ${secret}` });
    expect(response.status).toBe(200);
    expect(response.headers.get('ratelimit-policy')).toBe('"key";q=20;w=60');
  });

  it('slows down who guesses keys', async () => {
    const guess = () => from('10.0.0.3', { authorization: `Bearer ng_${'g'.repeat(43)}` });
    expect([(await guess()).status, (await guess()).status, (await guess()).status]).toEqual([401, 401, 429]);
  });

  it('does not hold for those who ask whether the server is well', async () => {
    for (let count = 0; count < 5; count += 1) expect((await limited.get('/healthz')).status).toBe(200);
  });
});

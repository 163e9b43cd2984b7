import { describe, expect, it } from '@jest/globals';
import { anyone, callerOf, createKey, listKeys, rememberCallers, revokeKey } from '../../src/platform/access';
import { ApiKey, Role } from '../../src/platform/api-key.entity';
import { useDatabase } from '../support/database';

const here = useDatabase();

describe('keys', () => {
  it('leave no trace of their secret in the database', async () => {
    const { id, secret } = await createKey(here.db, { name: 'job', role: Role.INGESTOR });
    expect(secret).toMatch(/^ng_[\w-]{43}$/);
    expect(JSON.stringify(await here.db.findOneBy(ApiKey, { id }))).not.toContain(secret.slice(3));
    expect(await callerOf(here.db, `bearer ${secret}`)).toEqual({ keyId: id, role: Role.INGESTOR });
  });

  it('are not needed by who sends no header', async () => {
    expect(await callerOf(here.db, undefined)).toEqual(anyone);
  });

  it('are listed in the order they were made, revoked ones too', async () => {
    const first = await createKey(here.db, { name: 'first', role: Role.EDITOR });
    const second = await createKey(here.db, { name: 'second', role: Role.EDITOR });
    await revokeKey(here.db, 'first');
    const listed = (await listKeys(here.db)).filter(({ id }) => id === first.id || id === second.id);
    expect(listed.map(({ name, revokedAt }) => [name, revokedAt !== null])).toEqual([
      ['first', true],
      ['second', false],
    ]);
  });

  it('are revoked by name only where one has it, and by id always', async () => {
    const [one] = [
      await createKey(here.db, { name: 'twin', role: Role.EDITOR }),
      await createKey(here.db, { name: 'twin', role: Role.EDITOR }),
    ];
    await expect(revokeKey(here.db, 'twin')).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } });
    expect((await revokeKey(here.db, one!.id)).id).toBe(one!.id);
    await expect(revokeKey(here.db, one!.id)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  });

  it('cost no SQL for 10 seconds once seen, and are looked at again after that', async () => {
    let time = 0;
    const caller = rememberCallers(here.db, () => time);
    const { id, secret } = await createKey(here.db, { name: 'seen', role: Role.EDITOR });
    const header = `Bearer ${secret}`;
    expect(await caller(header)).toEqual({ keyId: id, role: Role.EDITOR });
    await revokeKey(here.db, id);
    time = 9_999;
    expect(await caller(header)).toEqual({ keyId: id, role: Role.EDITOR });
    time = 10_001;
    await expect(caller(header)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  });
});

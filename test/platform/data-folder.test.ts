import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlreadyRunning, claimDataFolder, holderOf } from '../../src/platform/embedded/data-folder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsgraph-claim-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the claim on a data folder', () => {
  it('keeps everyone else out until it is released', async () => {
    const claim = await claimDataFolder(folder);
    await expect(claimDataFolder(folder, 100)).rejects.toThrow('already runs but does not say where yet');
    claim.announce('http://127.0.0.1:4000');
    await expect(claimDataFolder(folder)).rejects.toThrow(AlreadyRunning);
    await expect(claimDataFolder(folder)).rejects.toThrow(
      `Newsgraph already runs at http://127.0.0.1:4000 (process ${process.pid}, data in ${folder})`,
    );
    claim.release();
    (await claimDataFolder(folder)).release();
    expect(holderOf(folder)).toBeNull();
  });

  it('waits for one that is about to end', async () => {
    const claim = await claimDataFolder(folder);
    setTimeout(() => claim.release(), 100);
    (await claimDataFolder(folder)).release();
  });

  it.each([
    ['a process that is gone', { pid: 2 ** 22 + 1, birth: null, address: 'http://127.0.0.1:4000' }],
    ['a process whose id another one got', { pid: process.pid, birth: '1', address: 'http://127.0.0.1:4000' }],
  ])('is not held by %s', async (_who, holder) => {
    writeFileSync(join(folder, 'lock.json'), JSON.stringify(holder));
    (await claimDataFolder(folder)).release();
  });

  it('is not held by a lock file that was cut short', async () => {
    writeFileSync(join(folder, 'lock.json'), '{"pid":');
    (await claimDataFolder(folder)).release();
  });
});

import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';

it('the checked-in types are those of the public operations', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/codegen.mjs', '--check'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

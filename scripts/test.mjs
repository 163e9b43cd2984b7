import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { command, root } from './project.mjs';
import { runInstead } from './run.mjs';

await command(async () => {
  await ensureInstalled();
  await ensureBuilt();
  runInstead([join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...process.argv.slice(2)], root);
});

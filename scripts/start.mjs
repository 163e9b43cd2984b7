import { ensureInstalled } from './install.mjs';
import { command } from './project.mjs';

await command(async () => {
  await ensureInstalled();
  process.argv.splice(2, 0, 'start');
  await import('../bin/newsgraph.mjs');
});

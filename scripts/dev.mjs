import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { pinnedNode, root, say } from './project.mjs';

let server = null;
let timer = null;
let turn = Promise.resolve();

await ensureInstalled();
await restart();
for (const folder of ['src', 'migrations', 'schema']) watch(join(root, folder), { recursive: true }, soon);
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stop().then(() => process.exit(0)));

/** Editors write a file in several steps. */
function soon() {
  clearTimeout(timer);
  timer = setTimeout(() => (turn = turn.then(restart)), 150);
}

async function restart() {
  try {
    await ensureBuilt();
  } catch (error) {
    return say(error.message);
  }
  await stop();
  server = spawn(pinnedNode, [join(root, 'bin', 'newsgraph.mjs'), 'start', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
}

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise(resolve => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}

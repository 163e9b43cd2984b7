#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath, pathToFileURL } from 'node:url';

const self = fileURLToPath(import.meta.url);
const root = dirname(dirname(self));
const main = join(root, 'dist', 'src', 'main.js');
const neededNode = 24;

try {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  if (existsSync(join(root, 'src', 'main.ts')) && existsSync(join(root, 'node_modules', '@swc', 'core'))) {
    const { ensureBuilt } = await import('../scripts/build.mjs');
    await ensureBuilt();
  }
  if (!existsSync(main)) throw new Error(`Newsgraph is not installed or not built in ${root}. There, run: npm ci && npm run build`);
  if (process.env.npm_lifecycle_event) endWithParent();
  process.env.NODE_ENV ??= 'production'; // React renders pages three times as fast then
  await runMain();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** In this process if its Node.js will do, else in one of the pinned Node.js. */
async function runMain() {
  if (Number.parseInt(process.versions.node, 10) >= neededNode) {
    if (process.env.LOG_LEVEL === 'debug') process.setSourceMapsEnabled(true); // they take 30 MB
    await import(pathToFileURL(main).href);
  } else {
    const { runInstead } = await import('../scripts/run.mjs');
    runInstead([self, ...process.argv.slice(2)]);
  }
}

/** npm passes SIGTERM to the shell between it and us, which dies of it and tells nobody. */
function endWithParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  timer.unref();
}

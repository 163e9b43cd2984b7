import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The pinned Node.js, once installed. */
export const pinnedNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** Says what is going on, beside what a command prints as its answer. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs the steps of a command; what goes wrong is said in a sentence, without a stack. */
export async function command(steps) {
  try {
    await steps();
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}

/** Whether this module is the command itself, not part of another. */
export function isCommand(module) {
  return Boolean(process.argv[1]) && realpathSync(process.argv[1]) === realpathSync(module.filename);
}

/** Shows that a long step is alive where nothing else moves. */
export async function withProgress(text, step) {
  const started = Date.now();
  say(`${text} …`);
  const timer = setInterval(() => say(`  … ${Math.round((Date.now() - started) / 1000)} s`), 10_000);
  try {
    return await step();
  } finally {
    clearInterval(timer);
  }
}

/** A stamp of each file below some folders (or of files themselves): when it changed and how long it is. */
export function stampsOf(paths, wanted = () => true) {
  const stamps = {};
  const visit = path => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
    else if (stat && wanted(path)) stamps[relative(root, path)] = `${stat.mtimeMs}:${stat.size}`;
  };
  for (const path of paths) visit(join(root, path));
  return stamps;
}

/** Reads a file of JSON, or null where there is none that can be read. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Lets only one process at a time install or build; the others wait and then find it done. */
export async function alone(step) {
  const lock = join(root, 'dist', '.setup.lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (let told = false; !take(lock); told = true) {
    if (!told) say('Another process installs or builds in this folder: waiting for it …');
    await sleep(200);
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await step();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > 1_000 && existsSync(lock) && !isAlive(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
  return false;
}

function isAlive(pid) {
  if (!pid || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

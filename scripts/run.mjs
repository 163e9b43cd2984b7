import { spawn } from 'node:child_process';
import { pinnedNode, root } from './project.mjs';

/** Runs a script with the pinned Node.js in our place: its input and output are ours, it hears our signals, and we end as it ends. */
export function runInstead(args, cwd = process.cwd()) {
  const child = spawn(pinnedNode, args, { cwd, stdio: 'inherit' });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  child.once('error', error => {
    process.stderr.write(`The pinned Node.js does not run (${error.message}). Install again in ${root}: npm ci\n`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    if (!signal) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

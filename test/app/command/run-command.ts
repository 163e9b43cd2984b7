import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** How a command ended. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** A command that goes on. */
export interface Going {
  child: ChildProcess;
  /** Waits until it has said something, and returns what matched. */
  hear(pattern: RegExp): Promise<RegExpExecArray>;
  end(signal?: NodeJS.Signals): Promise<Ended>;
}

/** Starts `newsgraph` as a person would, with nothing in its environment but what a test names. */
export function begin(args: string[], env: Record<string, string> = {}, input?: string): Going {
  const { PATH = '', HOME = '', USER = '', LANG = '' } = process.env;
  const child = spawn(process.execPath, [resolve('bin/newsgraph.mjs'), ...args], {
    env: { PATH, HOME, USER, LANG, ...env },
    stdio: 'pipe',
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined); // it may end without reading
  child.stdin.end(input);
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  return {
    child,
    async hear(pattern) {
      for (;;) {
        const match = pattern.exec(out + err);
        if (match) return match;
        if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode} and said: ${out}${err}`);
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
    end(signal) {
      if (signal) child.kill(signal);
      return ended;
    },
  };
}

/** Runs a command to its end. */
export function run(args: string[], env: Record<string, string> = {}, input?: string): Promise<Ended> {
  return begin(args, env, input).end();
}

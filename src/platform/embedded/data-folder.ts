import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { birthOf, isAlive } from './process-identity';

/** Who holds a data folder, as its lock file tells. */
export interface Holder {
  pid: number;
  birth: string | null;
  /** Where it answers, once it does. */
  address: string | null;
}

/** The right to be the only process that works with a data folder. */
export interface Claim {
  /** Tells those who come later where this process answers. */
  announce(address: string): void;
  release(): void;
}

/** Someone else works with the data folder; the message says who, and where it answers. */
export class AlreadyRunning extends Error {
  constructor(
    readonly holder: Holder,
    dataFolder: string,
  ) {
    const where = holder.address ? `at ${holder.address}` : 'but does not say where yet';
    super(`Newsgraph already runs ${where} (process ${holder.pid}, data in ${dataFolder}). Use that one, or stop it first.`);
    this.name = 'AlreadyRunning';
  }
}

/**
 * Claims a data folder for this process. The lock of a process that died is no obstacle. If another holds the folder and has not announced its
 * address, waits for that, or for its end (then claims), as long as `patience` says.
 *
 * @param patience  in milliseconds
 * @throws AlreadyRunning
 */
export async function claimDataFolder(dataFolder: string, patience = 30_000): Promise<Claim> {
  mkdirSync(dataFolder, { recursive: true });
  const deadline = Date.now() + patience;
  for (;;) {
    const claim = tryToClaim(dataFolder);
    if (claim) return claim;
    const holder = holderOf(dataFolder);
    if (holder && (holder.address || Date.now() > deadline)) throw new AlreadyRunning(holder, dataFolder);
    await sleep(50);
  }
}

/** The living process that holds a data folder, or null. */
export function holderOf(dataFolder: string): Holder | null {
  const holder = readHolder(lockFile(dataFolder));
  return holder && isAlive(holder.pid) && (holder.birth === null || holder.birth === birthOf(holder.pid)) ? holder : null;
}

function tryToClaim(dataFolder: string): Claim | null {
  const file = lockFile(dataFolder);
  const self: Holder = { pid: process.pid, birth: birthOf(process.pid), address: null };
  if (!createFile(file, self) && !takeOver(dataFolder, file, self)) return null;
  return {
    announce(address) {
      writeFileSync(`${file}.new`, JSON.stringify({ ...self, address }));
      renameSync(`${file}.new`, file);
    },
    release() {
      const holder = readHolder(file);
      if (holder?.pid === self.pid && holder.birth === self.birth) rmSync(file, { force: true });
    },
  };
}

/** Replaces the lock of a dead process. A second file makes sure that only one of several newcomers does so. */
function takeOver(dataFolder: string, file: string, self: Holder): boolean {
  if (holderOf(dataFolder)) return false;
  const guard = `${file}.takeover`;
  if (!createFile(guard, self)) {
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 5_000) rmSync(guard, { force: true }); // its maker died within those few microseconds
    return false;
  }
  try {
    if (holderOf(dataFolder)) return false;
    rmSync(file, { force: true });
    return createFile(file, self);
  } finally {
    rmSync(guard, { force: true });
  }
}

function lockFile(dataFolder: string): string {
  return join(dataFolder, 'lock.json');
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** Appears with its content at once, so that nobody reads half of it and takes its maker for dead. */
function createFile(file: string, holder: Holder): boolean {
  const draft = `${file}.${holder.pid}`;
  writeFileSync(draft, JSON.stringify(holder));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

import { createHash, randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter, serverAccount, type Account } from './server-account';
import { copyBinaries, installedBinaries, type Binaries } from './server-binaries';

/** Where a server lives, and who runs it. */
export interface ServerPlace {
  account: Account | null;
  binaries: Binaries;
  /** Holds the cluster, its password, its port and its log; belongs to the account. */
  folder: string;
}

/**
 * Finds a place for the server of a data folder: within it, or, where PostgreSQL's user cannot enter (below /root), in a folder of the system's.
 * The same holds for the binaries, which are then copied once.
 */
export function serverPlace(dataFolder: string): ServerPlace {
  const inside = join(dataFolder, 'postgres');
  const account = serverAccount(inside);
  const installed = installedBinaries();
  if (!account) return { account, binaries: installed, folder: madeFolder(inside, account) };
  const folder = canEnter(dataFolder, account) ? inside : join(outsideFolder(account), placeName(dataFolder));
  const binaries = canEnter(join(installed.folder, 'bin'), account) ? installed : copyBinaries(installed, outsideFolder(account));
  return { account, binaries, folder: madeFolder(folder, account) };
}

function madeFolder(folder: string, account: Account | null): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account && statSync(folder).uid !== account.uid) chownSync(folder, account.uid, account.gid);
  return folder;
}

function outsideFolder(account: Account): string {
  for (const folder of ['/var/lib/newsgraph', join(tmpdir(), 'newsgraph')]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      if (statSync(folder).uid === 0 && canEnter(folder, account)) return folder;
    } catch {
      // read-only, or not a folder: the next one
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and its user can enter neither the data folder nor /var/lib/newsgraph. Set NEWSGRAPH_DATA to a folder that every user may enter, or set DATABASE_URL.',
  );
}

/** By path and by an identity kept in the folder: a copy of the folder, or a new one in its place, never meets the old data. */
function placeName(dataFolder: string): string {
  const file = join(dataFolder, 'identity');
  if (!existsSync(file)) writeFileSync(file, randomUUID());
  return createHash('sha256')
    .update(`${realpathSync(dataFolder)}\n${readFileSync(file, 'utf8')}`)
    .digest('hex')
    .slice(0, 16);
}

import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The system user that PostgreSQL runs as. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * The user for PostgreSQL, which refuses to run as root: null (whoever we are) for an ordinary user; for root the owner of the data if there is
 * any, else the user `postgres`, which is made if the system has none.
 */
export function serverAccount(dataFolder: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return accountOf('postgres') ?? createAccount('postgres');
}

/** Whether that user may enter the folder, by the permissions of every folder on the way to it. */
export function canEnter(folder: string, account: Account | null): boolean {
  if (!account) return true;
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    const { uid, gid, mode } = statSync(path);
    const execute = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & execute)) return false;
    if (path === dirname(path)) return true;
  }
}

function accountOf(name: string): Account | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(entry => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** Tries what Debian and Red Hat have, then what Alpine has. */
function createAccount(name: string): Account {
  const ways: [string, ...string[]][] = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false', name],
    ['adduser', '-S', '-D', '-H', '-h', '/nonexistent', '-s', '/bin/false', name],
  ];
  for (const [command, ...args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch {
      continue;
    }
    const account = accountOf(name);
    if (account) return account;
  }
  throw new Error(
    `PostgreSQL does not run as root, and the system user "${name}" could not be made. Run Newsgraph as an ordinary user, make the user "${name}", or set DATABASE_URL.`,
  );
}

import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Log } from '../log';
import type { ServerPlace } from './server-place';
import { run } from './server-process';

/** The name of the role that owns everything on a server of our own. */
export const superuser = 'newsgraph';

/** Where the files of the server's databases are. */
export function clusterOf(place: ServerPlace): string {
  return join(place.folder, 'cluster');
}

/** The password of the superuser: random, made with the cluster, readable by its owner alone. */
export function passwordOf(place: ServerPlace): string {
  return readFileSync(passwordFile(place), 'utf8').trim();
}

/**
 * Makes the cluster at the first start; later only checks that this PostgreSQL can read it. It is made aside and then moved, so that a first start
 * that was cut short leaves no half cluster. Text sorts by code point and folds case by Unicode, whatever the machine's language.
 */
export async function ensureCluster(place: ServerPlace, log: Log): Promise<void> {
  const cluster = clusterOf(place);
  if (existsSync(cluster)) return checkMajorVersion(place);
  log.info({ folder: place.folder }, 'making the database cluster (first start only)');
  removeDrafts(place);
  writePassword(place);
  const draft = `${cluster}.${randomBytes(4).toString('hex')}`;
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--auth=scram-sha-256', `--username=${superuser}`, `--pwfile=${passwordFile(place)}`];
  const { child, output } = run(place, place.binaries.initdb, [`--pgdata=${draft}`, ...locale, ...access], 'initdb.log');
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Error(`The database cluster in ${place.folder} could not be made:\n${output()}`);
  renameSync(draft, cluster);
}

function checkMajorVersion(place: ServerPlace): void {
  const found = readFileSync(join(clusterOf(place), 'PG_VERSION'), 'utf8').trim();
  const [brought] = place.binaries.version.split('.');
  if (found === brought) return;
  throw new Error(
    `The data in ${clusterOf(place)} was written by PostgreSQL ${found}, and this release brings PostgreSQL ${brought}. Move it with pg_dump of version ${found}, or set NEWSGRAPH_DATA to a new folder.`,
  );
}

function removeDrafts(place: ServerPlace): void {
  const drafts = readdirSync(place.folder).filter(name => name.startsWith(`${basename(clusterOf(place))}.`));
  for (const draft of drafts) rmSync(join(place.folder, draft), { recursive: true, force: true, maxRetries: 3 });
}

function writePassword(place: ServerPlace): void {
  writeFileSync(passwordFile(place), randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (place.account) chownSync(passwordFile(place), place.account.uid, place.account.gid);
}

function passwordFile(place: ServerPlace): string {
  return join(place.folder, 'password');
}

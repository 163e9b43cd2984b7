import { createHash, randomBytes } from 'node:crypto';
import type { AuthCheckerFn } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { ApiKey, Role } from './api-key.entity';
import type { Caller, Context } from './context';
import { Refusal, shown } from './errors';
import { uuidV7 } from './ids';

/** Who sends no key: may read. */
export const anyone: Caller = { keyId: null, role: null };

/** How a person who runs this server makes a key, as messages say it. */
export function howToMakeKey(role: Role): string {
  return `npm run --silent newsgraph -- key create --role ${role} --name my-job`;
}

/** Makes a key. The secret is in nobody's hands but the caller's: the database keeps its hash. */
export async function createKey(db: EntityManager, { name, role }: { name: string; role: Role }): Promise<{ id: string; secret: string }> {
  const id = uuidV7();
  const secret = `ng_${randomBytes(32).toString('base64url')}`;
  await db.insert(ApiKey, { id, name, role, secretHash: hashOf(secret) });
  return { id, secret };
}

/** All keys, those that were revoked too, oldest first. */
export function listKeys(db: EntityManager): Promise<ApiKey[]> {
  return db.find(ApiKey, { order: { createdAt: 'ASC', id: 'ASC' } });
}

/**
 * Ends a key, named by its id or by a name that only one living key has. A server that has just seen the key lets it in for 10 seconds more.
 *
 * @throws Refusal  NOT_FOUND; CONFLICT if several living keys have that name
 */
export async function revokeKey(db: EntityManager, idOrName: string): Promise<ApiKey> {
  const found = (await listKeys(db)).filter(key => !key.revokedAt && (key.id === idOrName || key.name === idOrName));
  const key = found.find(({ id }) => id === idOrName) ?? found[0];
  if (!key)
    throw new Refusal('NOT_FOUND', `No key that is in use has the id or the name ${shown(idOrName)}: \`newsgraph key list\` shows all.`);
  if (found.length > 1 && key.id !== idOrName) {
    throw new Refusal(
      'CONFLICT',
      `${found.length} keys have the name ${shown(idOrName)}: give the id of one, ${found.map(({ id }) => id).join(' or ')}.`,
    );
  }
  key.revokedAt = new Date();
  await db.update(ApiKey, { id: key.id }, { revokedAt: key.revokedAt });
  return key;
}

/**
 * Tells who asks, from the `Authorization` header.
 *
 * @throws Refusal  UNAUTHENTICATED, for a header that is no key of ours; who sends none is anyone
 */
export async function callerOf(db: EntityManager, header: string | undefined): Promise<Caller> {
  if (header === undefined) return anyone;
  return callerWith(db, hashOf(secretIn(header)));
}

/** `callerOf` with a memory of 10 seconds, so that a request costs no SQL of its own. */
export function rememberCallers(db: EntityManager, now: () => number = Date.now): (header: string | undefined) => Promise<Caller> {
  const known = new Map<string, { caller: Promise<Caller>; until: number }>();
  return async header => {
    if (header === undefined) return anyone;
    const hash = hashOf(secretIn(header));
    const entry = known.get(hash);
    if (entry && entry.until > now()) return entry.caller;
    const caller = callerWith(db, hash);
    known.delete(hash);
    known.set(hash, { caller, until: now() + memory });
    if (known.size > mostRemembered) known.delete(known.keys().next().value!);
    caller.catch(error => (error instanceof Refusal ? undefined : known.delete(hash)));
    return caller;
  };
}

/** Lets a field be used by those whose key has one of the named roles, or a higher one. */
export const authChecker: AuthCheckerFn<Context, Role> = ({ context: { caller } }, roles) => {
  const needed = ranks.find(role => !roles.length || roles.includes(role)) ?? Role.ADMIN;
  if (!caller.role) {
    throw new Refusal(
      'UNAUTHENTICATED',
      `This needs an API key with the role ${orHigher(needed)}, sent as \`Authorization: Bearer <key>\`. Make one where the server runs: ${howToMakeKey(needed)}`,
    );
  }
  if (ranks.indexOf(caller.role) >= ranks.indexOf(needed)) return true;
  throw new Refusal(
    'FORBIDDEN',
    `This needs an API key with the role ${orHigher(needed)}, and yours has the role ${caller.role}. Make one where the server runs: ${howToMakeKey(needed)}`,
  );
};

const ranks = [Role.INGESTOR, Role.EDITOR, Role.ADMIN];
const memory = 10_000;
const mostRemembered = 10_000;
const secretForm = /^ng_[\w-]{43}$/;

function orHigher(role: Role): string {
  return role === Role.ADMIN ? role : `${role} (or a higher one)`;
}

function secretIn(header: string): string {
  const secret = /^bearer +(\S+)$/i.exec(header.trim())?.[1] ?? '';
  if (secretForm.test(secret)) return secret;
  throw new Refusal(
    'UNAUTHENTICATED',
    'The Authorization header holds no key of ours: send it as `Authorization: Bearer ng_…`, or leave it out to read.',
  );
}

async function callerWith(db: EntityManager, secretHash: string): Promise<Caller> {
  const key = await db.findOneBy(ApiKey, { secretHash });
  if (!key)
    throw new Refusal('UNAUTHENTICATED', 'No such API key is known here: check that it is whole, and that it was made for this server.');
  if (!key.revokedAt) return { keyId: key.id, role: key.role };
  throw new Refusal('UNAUTHENTICATED', `The API key ${shown(key.name)} was revoked at ${key.revokedAt.toISOString()}.`);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

import { createHash } from 'node:crypto';

/** An identity for an item that has neither identifier nor address: the same content gives the same one. */
export function fingerprintOf(parts: (string | null | undefined)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part?.replace(/\s+/g, ' ').trim() ?? ''}\u0000`);
  return `sha256:${hash.digest('hex').slice(0, 40)}`;
}

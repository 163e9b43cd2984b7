import { createHash } from 'node:crypto';

/** The hash by which an unchanged body is known, whatever its validators say. */
export function contentHash(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

import { createHash, randomFillSync } from 'node:crypto';

/** A key for a new row (RFC 9562, version 7): it begins with the time, so rows made together lie together in an index. */
export function uuidV7(now: number = Date.now()): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(now, 0, 6);
  randomFillSync(bytes, 6);
  return stamped(bytes, 7);
}

/** A key derived from a name (RFC 9562, version 5), so that the same thing is the same row for everyone who reads it. */
export function uuidV5(namespace: string, name: string): string {
  const space = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  if (space.length !== 16) throw new Error(`The namespace ${JSON.stringify(namespace)} is not a uuid.`);
  return stamped(createHash('sha1').update(space).update(name, 'utf8').digest().subarray(0, 16), 5);
}

/** The global id of a row, opaque to clients: `StoryArticle` and its uuid become `story_article_0190…`. */
export function encodeNodeId(type: string, uuid: string): string {
  return `${type.replace(/(?<!^)[A-Z]/g, letter => `_${letter}`).toLowerCase()}_${uuid}`;
}

/** The type and uuid that a global id names, or null for text that is none: whoever asks decides whether such a type exists. */
export function decodeNodeId(id: string): { type: string; uuid: string } | null {
  const [, snake, uuid] = nodeId.exec(id) ?? [];
  if (!snake || !uuid) return null;
  return { type: snake.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()), uuid };
}

const nodeId = /^([a-z][a-z0-9]*(?:_[a-z][a-z0-9]*)*)_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

function stamped(bytes: Buffer, version: 5 | 7): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

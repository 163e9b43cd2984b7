import { describe, expect, it } from '@jest/globals';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { inflate } from '../../../src/platform/egress/inflate';
import { reasonOf } from './servers';

const limits = { maxInflatedBytes: 1_000_000, cut: false };
const feed = Buffer.from(`<rss>${'<item>news of the day</item>'.repeat(200)}</rss>`);

async function read(body: Uint8Array, coding?: string): Promise<string> {
  return Buffer.from(await inflate(body, coding, limits)).toString();
}

describe('a compressed answer', () => {
  it.each([
    ['gzip', gzipSync(feed)],
    ['x-gzip', gzipSync(feed)],
    ['deflate', deflateSync(feed)],
    ['deflate', deflateRawSync(feed)],
    ['br', brotliCompressSync(feed)],
    ['zstd', zstdCompressSync(feed)],
    ['deflate, gzip', gzipSync(deflateSync(feed))],
    ['identity', feed],
    [undefined, feed],
  ])('is read with %s', async (coding, body) => {
    expect(await read(body, coding)).toBe(feed.toString());
  });

  it.each([
    ['gzip, but is not compressed', 'gzip', feed],
    ['br, but is not compressed', 'br', feed],
    ['deflate, but is not compressed', 'deflate', feed],
    ['zstd, but is not compressed', 'zstd', feed],
    ['deflate, but is gzip', 'deflate', gzipSync(feed)],
    ['gzip, but is zlib', 'gzip', deflateSync(feed)],
    ['gzip, compressed twice', 'gzip', gzipSync(gzipSync(feed))],
    ['nothing, but is gzip', undefined, gzipSync(feed)],
    ['utf-8', 'utf-8', feed],
    ['gzip twice, compressed once', 'gzip, gzip', gzipSync(feed)],
    ['gzip, without the trailer', 'gzip', gzipSync(feed).subarray(0, -8)],
    ['gzip, with bytes after it', 'gzip', Buffer.concat([gzipSync(feed), Buffer.from('\r\n')])],
  ])('is read though it says %s', async (_what, coding, body) => {
    expect(await read(body, coding)).toBe(feed.toString());
  });

  it('is refused when it is damaged, or compressed over and over', async () => {
    const damaged = gzipSync(Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7_919) % 251)));
    damaged.fill(255, 40, 80);
    expect(await reasonOf(read(damaged, 'gzip'))).toBe('PROTOCOL');
    expect(await reasonOf(read(feed, 'gzip, gzip, gzip, gzip'))).toBe('PROTOCOL');
  });

  it('is refused when it grows too much, in size or against what came', async () => {
    const zeros = Buffer.alloc(20_000_000);
    for (const [coding, body] of [
      ['gzip', gzipSync(zeros)],
      ['br', brotliCompressSync(zeros)],
      ['deflate', deflateSync(zeros)],
      ['zstd', zstdCompressSync(zeros)],
    ] as const) {
      expect(await reasonOf(inflate(body, coding, limits))).toBe('INFLATES_TOO_MUCH');
      expect(await reasonOf(inflate(body, coding, { ...limits, maxInflatedBytes: 30_000_000 }))).toBe('INFLATES_TOO_MUCH');
    }
  });

  it('is cut where only its beginning is wanted', async () => {
    const body = await inflate(gzipSync(Buffer.alloc(5_000_000, 'x')), 'gzip', { maxInflatedBytes: 1_000, cut: true });
    expect(Buffer.from(body).toString()).toBe('x'.repeat(1_000));
  });
});

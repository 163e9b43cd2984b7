import * as zlib from 'node:zlib';
import type { Transform } from 'node:stream';
import { EgressRefusal } from './refusal';

/** How far a compressed answer may grow. */
export interface InflateLimits {
  maxInflatedBytes: number;
  /** Rather than refuse what is longer, take its beginning. */
  cut: boolean;
}

/** What can be read, for `Accept-Encoding`. */
export const acceptedEncodings = `gzip, deflate, br${typeof zlib.createZstdDecompress === 'function' ? ', zstd' : ''}`;

/**
 * Undoes the compression of a body. Servers lie about it, so what is found counts: a body that is not compressed though the header says so is
 * taken as it is, and one that is gzip though the header does not say so (`sitemap.xml.gz`, or compressed twice) is inflated.
 *
 * Memory stays within the limit whatever comes in: inflating stops at the first byte too many, windows are capped at 16 MB.
 *
 * @throws EgressRefusal  INFLATES_TOO_MUCH, or PROTOCOL if it is damaged
 */
export async function inflate(body: Uint8Array, contentEncoding: string | undefined, limits: InflateLimits): Promise<Uint8Array> {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map(coding => coding.trim())
    .filter(coding => decoders.has(coding));
  if (codings.length > mostLayers) {
    throw new EgressRefusal('PROTOCOL', `The answer is compressed ${codings.length} times over. Tell the server's operator.`);
  }
  let bytes = body;
  for (const coding of codings.reverse()) bytes = await undo(coding, bytes, limits);
  for (let layer = codings.length; layer < mostLayers && isGzip(bytes); layer++) bytes = await undo('gzip', bytes, limits);
  return bytes;
}

const mostLayers = 3;
/** No text of use shrinks to less than this; small ones may. */
const mostRatio = 250;
const ratioMatters = 1_000_000;

const decoders = new Map<string, (body: Uint8Array) => Transform | null>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', body => (isGzip(body) ? gunzip(body) : isZlib(body) ? zlib.createInflate(lenient) : zlib.createInflateRaw(lenient))],
  ['br', () => zlib.createBrotliDecompress({ chunkSize: 65_536, finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH })],
  [
    'zstd',
    () =>
      typeof zlib.createZstdDecompress === 'function'
        ? zlib.createZstdDecompress({ chunkSize: 65_536, params: { [zlib.constants.ZSTD_d_windowLogMax]: 24 } })
        : null,
  ],
]);

/** A missing trailer is forgiven, as browsers do: that the answer came whole, its framing has said already. */
const lenient: zlib.ZlibOptions = { chunkSize: 65_536, finishFlush: zlib.constants.Z_SYNC_FLUSH };

async function undo(coding: string, body: Uint8Array, limits: InflateLimits): Promise<Uint8Array> {
  const decoder = body.length ? decoders.get(coding)?.(body) : null;
  if (!decoder) return body;
  const parts: Uint8Array[] = [];
  let size = 0;
  decoder.on('error', () => {}); // the loop below reports it; one that comes after the loop has ended is of no interest
  decoder.end(body);
  try {
    for await (const part of decoder as AsyncIterable<Uint8Array>) {
      size += part.length;
      parts.push(part);
      if (size <= limits.maxInflatedBytes && (size < ratioMatters || size <= body.length * mostRatio)) continue;
      if (limits.cut) break;
      throw new EgressRefusal(
        'INFLATES_TOO_MUCH',
        `The answer grows from ${body.length} bytes to more than ${Math.min(size, limits.maxInflatedBytes)}. No feed or page does that; leave this address out.`,
      );
    }
  } catch (error) {
    if (error instanceof EgressRefusal) throw error;
    if (looksLikeText(body)) return body;
    const trimmed = withoutWhiteSpaceAfter(body);
    if (trimmed.length < body.length) return undo(coding, trimmed, limits);
    throw new EgressRefusal('PROTOCOL', `The answer is said to be compressed with ${coding}, but is damaged. Try again later.`, {
      cause: error,
    });
  } finally {
    decoder.destroy();
  }
  const whole = Buffer.concat(parts);
  return size > limits.maxInflatedBytes ? whole.subarray(0, limits.maxInflatedBytes) : whole;
}

function gunzip(body: Uint8Array): Transform | null {
  return isGzip(body) ? zlib.createGunzip(lenient) : isZlib(body) ? zlib.createInflate(lenient) : null;
}

function isGzip(body: Uint8Array): boolean {
  return body[0] === 0x1f && body[1] === 0x8b && body[2] === 8;
}

function isZlib(body: Uint8Array): boolean {
  const [first = 0, second = 0] = body;
  return (first & 15) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0;
}

/** Some pages of code end in an empty line, which then hangs on what they compressed. */
function withoutWhiteSpaceAfter(body: Uint8Array): Uint8Array {
  return body.subarray(0, body.findLastIndex(byte => ![9, 10, 13, 32].includes(byte)) + 1);
}

/** Whether a body begins as text does: no control characters but white space. */
function looksLikeText(body: Uint8Array): boolean {
  return body.subarray(0, 64).every(byte => byte >= 32 || (byte >= 9 && byte <= 13)) && body.length > 0;
}

import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { FeedError } from './feed-error';
import { guessCharset, looksLikeUtf8 } from './guess-charset';
import { feedLimits } from './limits';

/** Encodings whose state or multi-byte tables Node.js decodes right; single bytes go through iconv-lite, for Node.js leaves 0x80 to 0x9F of windows-1252 undecoded. */
const decodedByNode = new Set(['utf-8', 'iso-2022-jp', 'euc-jp', 'shift_jis', 'euc-kr', 'gb18030', 'big5', 'utf-16le', 'utf-16be']);

/**
 * Turns the bytes of a feed into text: byte order mark, then what HTTP and the XML declaration say, then what the bytes look like. Where the two
 * declarations disagree and the bytes are sound UTF-8, they are UTF-8.
 *
 * @throws FeedError  for too many bytes, or for compressed bytes that cannot be inflated
 */
export function decodeFeed(bytes: Uint8Array, contentType?: string | null): string {
  let raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (raw[0] === 0x1f && raw[1] === 0x8b) raw = inflate(raw);
  if (raw.length > feedLimits.bytes) throw new FeedError(`The document has ${raw.length} bytes; at most ${feedLimits.bytes} are read.`);
  const text = decode(raw, contentType ?? '');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function inflate(raw: Buffer): Buffer<ArrayBuffer> {
  try {
    return gunzipSync(raw, { maxOutputLength: feedLimits.bytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new FeedError(`The document is compressed and inflates to more than the ${feedLimits.bytes} bytes that are read.`);
    }
    throw new FeedError(`The document is compressed and cannot be inflated: ${(error as Error).message}.`);
  }
}

function decode(raw: Buffer, contentType: string): string {
  const marked = charsetOfMark(raw);
  if (marked) return decodeAs(raw, marked);
  const http = knownCharset(/charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType)?.[1]);
  const declared = knownCharset(declaredCharset(raw));
  if (http && declared && http !== declared && looksLikeUtf8(raw)) return decodeAs(raw, 'utf-8');
  for (const charset of [http, declared]) {
    if (!charset) continue;
    if (charset !== 'utf-8') return decodeAs(raw, charset);
    const text = soundUtf8(raw);
    if (text !== null) return text;
  }
  return soundUtf8(raw) ?? decodeAs(raw, looksLikeUtf8(raw) ? 'utf-8' : guessCharset(raw));
}

function charsetOfMark(raw: Buffer): string | null {
  const [a, b, c, d] = raw;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return 'utf-32be';
  if ((a === 0x3c || a === 0x7b) && b === 0 && d === 0) return 'utf-16le';
  if (a === 0 && (b === 0x3c || b === 0x7b) && c === 0) return 'utf-16be';
  return null;
}

/** The encoding in the XML declaration; one of 16-bit units cannot be meant where the declaration itself was read byte by byte. */
function declaredCharset(raw: Buffer): string | undefined {
  const name = /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(raw.toString('latin1', 0, 1024))?.[1];
  return name && /^(utf-?(16|32)|ucs-|iso-10646)/i.test(name) ? 'utf-8' : name;
}

/** The encoding that browsers take a name for, which is often a wider one (ISO 8859-1 is windows-1252, GB 2312 is GB 18030); else one that iconv-lite knows. */
function knownCharset(name: string | undefined): string | null {
  if (!name || /^utf-?7/i.test(name)) return null;
  let charset = name.toLowerCase();
  try {
    charset = new TextDecoder(name).encoding;
  } catch {
    return iconv.encodingExists(charset) ? charset : null;
  }
  return charset === 'gbk' ? 'gb18030' : charset;
}

function soundUtf8(raw: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return null;
  }
}

function decodeAs(raw: Buffer, charset: string): string {
  return decodedByNode.has(charset) || !iconv.encodingExists(charset) ? new TextDecoder(charset).decode(raw) : iconv.decode(raw, charset);
}

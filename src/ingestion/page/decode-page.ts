import { isUtf8 } from 'node:buffer';
import { decode, encodingExists } from 'iconv-lite';

/** The text of a page's bytes: by its byte order mark, else what its head declares, else UTF-8 where it is, else Windows-1252. */
export function decodePage(bytes: Uint8Array, declared?: string | null): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return buffer.toString('utf8', 3);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return decode(buffer, 'utf-16le');
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return decode(buffer, 'utf-16be');
  const label = (declared ?? declaredInHead(buffer) ?? '').toLowerCase();
  const isValid = isUtf8(buffer);
  if (isValid && (label === '' || label.startsWith('utf') || label === 'unicode' || hasWideText(buffer))) return buffer.toString('utf8');
  const encoding = isSingleByteLatin.test(label) || !label ? 'windows-1252' : label;
  return encodingExists(encoding) && !encoding.startsWith('utf-7') ? decode(buffer, encoding) : buffer.toString('utf8');
}

/** Standards have these read as Windows-1252. */
const isSingleByteLatin = /^(?:iso-?8859-1|latin-?1|us-ascii|ascii|windows-1252|cp1252|x-cp1252)$/;

function declaredInHead(buffer: Buffer): string | null {
  const head = buffer.toString('latin1', 0, 4_096);
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.-]{2,40})/i.exec(head)?.[1] ??
    null
  );
}

/** Bytes above ASCII that are valid UTF-8 are hardly ever anything else, whatever a page declares. */
function hasWideText(buffer: Buffer): boolean {
  return buffer.some(byte => byte >= 0x80);
}

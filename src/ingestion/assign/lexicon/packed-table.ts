import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/**
 * Reads a table of the folder `dictionary`, packed by brotli: the letters of its format, the length of the header in four bytes (the lowest first), the header
 * in JSON, which tells the lengths of the parts, and the parts.
 *
 * @param maker  the script that makes it anew
 * @param read  makes of the header and the parts, of so many bytes and taken in their order, what they stand for
 * @throws Error  if the file is none of this format, or has more or fewer bytes than its header promises
 */
export function readPackedTable<Header, Table>(
  path: string,
  format: string,
  maker: string,
  read: (header: Header, take: (bytes: number) => Uint8Array) => Table,
): Table {
  const packed = unpacked(path);
  if (packed?.toString('latin1', 0, format.length) !== format)
    throw new Error(`${path} is not a table of the format ${format}. Make it anew with ${maker}.`);
  let at = format.length + 4 + packed.readUInt32LE(format.length);
  const header = JSON.parse(packed.toString('latin1', format.length + 4, at)) as Header;
  const table = read(header, bytes => packed.subarray(at, (at += bytes)));
  if (at !== packed.length) throw new Error(`${path} has ${packed.length} bytes where its header promises ${at}.`);
  return table;
}

function unpacked(path: string): Buffer | null {
  const packed = readFileSync(path);
  try {
    return brotliDecompressSync(packed);
  } catch {
    return null;
  }
}

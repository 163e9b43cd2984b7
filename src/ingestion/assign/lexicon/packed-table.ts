import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** A table of the folder `dictionary`: a header that tells the lengths of its parts, and the parts, taken in their order. */
export interface PackedTable<Header> {
  header: Header;
  /** The next part, of so many bytes. */
  take: (bytes: number) => Uint8Array;
  /**
   * Says that all parts were taken.
   *
   * @throws Error  if the table has more or fewer bytes than its header promises
   */
  end: () => void;
}

/**
 * Reads a table packed by brotli: the letters of its format, the length of the header in four bytes (the lowest first), the header in JSON, the parts.
 *
 * @throws Error  if the file is none of this format
 */
export function readPackedTable<Header>(path: string, format: string, maker: string): PackedTable<Header> {
  const table = unpacked(path);
  if (table?.toString('latin1', 0, format.length) !== format)
    throw new Error(`${path} is not a table of the format ${format}. Make it anew with ${maker}.`);
  let at = format.length + 4 + table.readUInt32LE(format.length);
  return {
    header: JSON.parse(table.toString('latin1', format.length + 4, at)) as Header,
    take: bytes => table.subarray(at, (at += bytes)),
    end: () => {
      if (at !== table.length) throw new Error(`${path} has ${table.length} bytes where its header promises ${at}.`);
    },
  };
}

function unpacked(path: string): Buffer | null {
  const packed = readFileSync(path);
  try {
    return brotliDecompressSync(packed);
  } catch {
    return null;
  }
}

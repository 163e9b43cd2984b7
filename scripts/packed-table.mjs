import { brotliCompressSync, constants } from 'node:zlib';

/** A table as src/ingestion/assign/lexicon/packed-table.ts reads it. */
export function packedTable(format, header, parts) {
  const told = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(told.length);
  const all = Buffer.concat([Buffer.from(format), length, told, ...parts]);
  return brotliCompressSync(all, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } });
}

/** Words as src/ingestion/assign/lexicon/word-list.ts reads them. */
export function wordListText(words) {
  return Buffer.from(words.map(word => `${word}\n`).join(''));
}

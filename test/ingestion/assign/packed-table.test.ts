import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readWordFrequencies } from '../../../src/ingestion/assign/lexicon/word-frequencies';
import { readWordMeanings } from '../../../src/ingestion/assign/lexicon/word-meanings';

function file(bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'table-')), 'table.br');
  writeFileSync(path, bytes);
  return path;
}

function table(format: string, header: object, text: string): Buffer {
  const told = JSON.stringify(header);
  return brotliCompressSync(Buffer.concat([Buffer.from(format), Buffer.of(told.length, 0, 0, 0), Buffer.from(told + text)]));
}

const frequencies = { written: { words: 1, bytes: 2 }, sounding: { words: 1, bytes: 2 } };

describe('a file that is no table is refused', () => {
  it.each([
    ['not packed', Buffer.from('words'), /is not a table of the format MEANING1/],
    ['of another format', table('MEANING7', {}, 'more'), /is not a table of the format MEANING1/],
    ['cut off', table('MEANING1', { english: { words: 1, bytes: 9 }, languages: [] }, 'a\n'), /promises/],
  ])('of meanings: %s', (_, bytes, message) => {
    expect(() => readWordMeanings(file(bytes))).toThrow(message);
  });

  it.each([
    ['of meanings', table('MEANING1', frequencies, 'a\n5b\n6'), /is not a table of the format FREQUENT.*word-frequencies/],
    ['with more behind it', table('FREQUENT', frequencies, 'a\n5b\n6more'), /promises/],
  ])('of frequencies: %s', (_, bytes, message) => {
    expect(() => readWordFrequencies(file(bytes))).toThrow(message);
  });
});

it('a whole one is read', () => {
  const read = readWordFrequencies(file(table('FREQUENT', frequencies, 'a\n\x1eb\n\x3c')));
  expect(read.ofWord('a')).toBeCloseTo(Math.exp(-2));
  expect(read.ofSound('b')).toBeCloseTo(Math.exp(-4));
  expect(read.ofWord('b')).toBe(1e-7);
});

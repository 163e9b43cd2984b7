import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { type RecordRead, recordsInFile } from '../../../src/app/command/records-in-file';

async function read(...chunks: string[]): Promise<RecordRead[]> {
  const records: RecordRead[] = [];
  for await (const record of recordsInFile(Readable.from(chunks.map(chunk => Buffer.from(chunk))))) records.push(record);
  return records;
}

it('reads an array and lines alike, wherever the pieces of the file end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(fc.string({ maxLength: 3 }), fc.string({ maxLength: 5 }))),
      fc.integer({ min: 1, max: 9 }),
      async (records, size) => {
        for (const text of [JSON.stringify(records), records.map(record => JSON.stringify(record)).join('\r\n')]) {
          const bytes = Buffer.from(`\uFEFF${text}`);
          const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, place) =>
            bytes.subarray(place * size, (place + 1) * size),
          );
          const found: unknown[] = [];
          for await (const { record } of recordsInFile(Readable.from(pieces))) found.push(record);
          expect(found).toEqual(records);
        }
      },
    ),
  );
});

it('tells which line is no JSON, and reads the rest', async () => {
  expect(await read('{"a":1}\n\n{"a":\n', '{"a":3}')).toEqual([
    { place: 'line 1', record: { a: 1 } },
    { place: 'line 3', record: null, fault: expect.stringMatching(/^The line is not JSON/) as unknown },
    { place: 'line 4', record: { a: 3 } },
  ]);
});

it('takes an array that is cut off for what it is', async () => {
  await expect(read('[{"a":1},')).rejects.toThrow(/begins like an array of JSON, but is none: .*Nothing was stored/);
});

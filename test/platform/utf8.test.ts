import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { utf8 } from '../../src/platform/utf8';

it('texts become the bytes that they have in UTF-8, whatever letters they hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => expect(utf8(text)).toEqual(Buffer.from(text))),
    { numRuns: 300 },
  );
});

it('texts of any length do, and the bytes of one are not touched by the next', () => {
  const texts = ['', 'я', '\ud800', '漢'.repeat(700_000), '漢'.repeat(700_001), 'ж'.repeat(9)];
  const encoded = texts.map(utf8);
  expect(encoded.map(String)).toEqual(texts.map(text => String(Buffer.from(text))));
});

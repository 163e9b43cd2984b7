import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordingDiff } from '../../src/article/wording-diff';

const before = { title: 'At least 40 dead near Moscow', summary: null, text: 'Gunmen shot at concertgoers. The roof burns.' };

it('says which words stand for which, part by part', () => {
  const after = {
    title: 'At least 93 dead near Moscow',
    summary: 'A summary.',
    text: 'Gunmen shot at concertgoers. The roof has collapsed.',
  };
  expect(wordingDiff(before, after)).toEqual([
    { part: 'TITLE', removed: '40', added: '93' },
    { part: 'SUMMARY', removed: '', added: 'A summary.' },
    { part: 'TEXT', removed: 'burns', added: 'has collapsed' },
  ]);
});

it('is empty where nothing changed', () => {
  expect(wordingDiff(before, { ...before })).toEqual([]);
});

it('holds every word that came or went, for any two texts', () => {
  const words = fc.array(fc.constantFrom('the', 'roof', 'burns', 'forty', 'dead', 'Moscow'), { maxLength: 30 }).map(list => list.join(' '));
  fc.assert(
    fc.property(words, words, (old, now) => {
      const changes = wordingDiff({ ...before, text: old }, { ...before, text: now });
      expect(changes.length > 0).toBe(old !== now);
      for (const { removed, added } of changes) {
        expect(old).toContain(removed);
        expect(now).toContain(added);
      }
    }),
  );
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bandsOf, likeness, sameOriginFrom, signatureOf } from '../../src/article/origin';
import { labelledPairs } from './reprints';

const signatures = new Map<string, number[] | null>();

function signature(text: string): number[] | null {
  if (!signatures.has(text)) signatures.set(text, signatureOf(text));
  return signatures.get(text) ?? null;
}

function areTakenForOne(a: string, b: string): boolean {
  const [x, y] = [signature(a), signature(b)];
  if (!x || !y) return false;
  const bands = new Set(bandsOf(x));
  return bandsOf(y).some(band => bands.has(band)) && likeness(x, y) >= sameOriginFrom;
}

describe('the texts of a story', () => {
  const pairs = labelledPairs();

  it('are taken for one where a desk reprinted a wire, whatever it changed', () => {
    const reprints = pairs.filter(({ same }) => same);
    const missed = reprints.filter(({ a, b }) => !areTakenForOne(a, b));
    expect(reprints.length).toBeGreaterThan(250);
    expect(missed.length / reprints.length).toBeLessThan(0.01);
  });

  it('are told apart where each says something else, or the same in its own words', () => {
    const others = pairs.filter(({ same }) => !same);
    expect(others.length).toBeGreaterThan(18_000);
    expect(others.filter(({ a, b }) => areTakenForOne(a, b))).toEqual([]);
  });
});

describe('a signature', () => {
  it('is none for texts too short to tell', () => {
    expect(signatureOf('Police: gunmen at large.')).toBeNull();
  });

  it('reads scripts without spaces, too', () => {
    const text = '莫斯科近郊一家音乐厅周五晚发生枪击事件造成多人死伤俄罗斯国家反恐委员会说正在采取一切必要措施';
    expect(likeness(signatureOf(text) ?? [], signatureOf(`${text}。`) ?? [])).toBe(1);
  });

  it('is the same whatever the case, the punctuation and the layout', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 25, maxLength: 60 });
    fc.assert(
      fc.property(words, given => {
        const other = given.map(word => word.toUpperCase()).join(',\n ');
        expect(signatureOf(other)).toEqual(signatureOf(given.join(' ')));
      }),
      { numRuns: 50 },
    );
  });

  it('comes of any text in time that its length does not stretch', () => {
    const started = performance.now();
    expect(signatureOf('word '.repeat(2_000_000))).toHaveLength(60);
    expect(signatureOf('x'.repeat(10_000_000))).toBeNull();
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import { expectedShare, expectedSoundShare } from '../../../src/ingestion/assign/expected-share';
import { soundKey } from '../../../src/ingestion/assign/sound';

const share = (text: string, language = 'en'): number => expectedShare({ text, number: false }, language);

describe('of articles not read yet, a word is expected in', () => {
  it('the more, the more frequent it is', () => {
    const shares = ['the', 'said', 'police', 'earthquake', 'xylophonist'].map(word => share(word));
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
    expect(shares[0]).toBeGreaterThan(0.9);
    expect(shares[0]).toBeLessThan(1);
    expect(shares[4]).toBeLessThan(0.001);
  });

  it('as many in another language as its translation in English, whatever the country', () => {
    expect(share('terremoto', 'es')).toBeLessThan(0.05);
    expect(share('terremoto', 'es-MX')).toBe(share('terremoto', 'es'));
    expect(share('gobierno', 'es')).toBeGreaterThan(share('terremoto', 'es'));
    expect(share('police', 'en-GB')).toBe(share('police', 'en'));
  });

  it('by its length where no dictionary knows it', () => {
    expect(share('na', 'sl')).toBeGreaterThan(share('nesreca', 'sl'));
  });
});

it('a sound is expected as often as all words that have it', () => {
  const key = soundKey('minister') ?? '';
  expect(soundKey('ministry')).toBe(key);
  expect(expectedSoundShare(key, share('ministry'), 'en')).toBeGreaterThan(share('minister'));
  expect(expectedSoundShare(soundKey('na') ?? 'na', 0.9, 'sl')).toBeLessThan(1);
});

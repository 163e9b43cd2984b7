import { describe, expect, it } from '@jest/globals';
import { countries } from '../../migrations/1711100000002-countries';

const codesOf = (status: string | null) => countries.filter(([, , , unStatus]) => unStatus === status).map(([code]) => code);

describe('the table of countries', () => {
  it('has the 249 codes of ISO 3166-1 and Kosovo, each once and in order', () => {
    const codes = countries.map(([code]) => code);
    expect(codes).toHaveLength(250);
    expect(codes).toContain('XK');
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.every(code => /^[A-Z]{2}$/.test(code))).toBe(true);
  });

  it('knows the 193 members of the United Nations and its two observer states', () => {
    expect(codesOf('MEMBER')).toHaveLength(193);
    expect(codesOf('OBSERVER')).toEqual(['PS', 'VA']);
    expect(codesOf(null)).toEqual(expect.arrayContaining(['XK', 'TW', 'EH', 'HK', 'CK', 'NU', 'GL', 'PR', 'AQ']));
  });

  it('names every country in its own way, as it would stand in a headline', () => {
    const names = new Map(countries.map(([code, name]) => [code, name]));
    expect(new Set(names.values()).size).toBe(250);
    expect(['RU', 'KR', 'TR', 'CI', 'VA', 'CD'].map(code => names.get(code))).toEqual([
      'Russia',
      'South Korea',
      'Turkey',
      'Ivory Coast',
      'Vatican City',
      'DR Congo',
    ]);
  });

  it('ties each country to a Wikidata item of its own', () => {
    const items = countries.flatMap(([, , wikidataId]) => wikidataId ?? []);
    expect(new Set(items).size).toBe(items.length);
    expect(items.every(item => /^Q[1-9]\d*$/.test(item))).toBe(true);
    expect(countries.every(([, , wikidataId, unStatus]) => wikidataId || !unStatus)).toBe(true);
  });
});

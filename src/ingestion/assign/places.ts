import { latin } from './latin';
import { spokenForm } from './sound';

/**
 * The country that a word names, as its ISO code: by the country's own name or a word that begins as it does (Serbia, serbio, Сербский). The names are those
 * that the platform knows (Unicode CLDR), in the language of the text. Null when no country, or more than one, is meant.
 *
 * @param capital  whether the word begins with a capital, or its script has none; else it must be nearer to the name
 */
export function placeOf(latinWord: string, language: string, capital: boolean): string | null {
  const names = namesIn(language);
  const exact = capital ? names.exact.get(latinWord) : undefined;
  if (exact) return exact;
  const spoken = spokenForm(withoutArticle(latinWord, language));
  if (spoken.length < 4) return null;
  let best: string | null = null;
  let bestShared = 0;
  for (const { code, name } of names.byStart.get(spoken.slice(0, 4)) ?? []) {
    let shared = 4;
    while (shared < name.length && shared < spoken.length && name[shared] === spoken[shared]) shared++;
    if (shared < name.length - (capital ? 2 : 1) || (!capital && name.length < 5) || spoken.length > shared + 6) continue;
    if (shared > bestShared) [best, bestShared] = [code, shared];
    else if (shared === bestShared && best !== code) best = null;
  }
  return best;
}

interface PlaceNames {
  exact: Map<string, string>;
  byStart: Map<string, { code: string; name: string }[]>;
}

const known = new Map<string, PlaceNames>();

function namesIn(language: string): PlaceNames {
  const names = known.get(language) ?? readNames(language);
  known.set(language, names);
  return names;
}

function readNames(language: string): PlaceNames {
  const exact = new Map<string, string>();
  const byStart = new Map<string, { code: string; name: string }[]>();
  for (const locale of new Set([language, 'en'])) {
    for (const style of ['long', 'short'] as const) {
      const display = displayNames(locale, style);
      for (const code of codes()) {
        const name = latin(display?.of(code) ?? '');
        const bare = name.replace(/[^a-z]/g, '');
        if (!bare || (name.includes(' ') && bare.length > 4)) continue;
        if (bare.length < 5) exact.set(bare, code);
        const spoken = spokenForm(withoutArticle(bare, locale));
        if (spoken.length < 4) continue;
        const start = spoken.slice(0, 4);
        const list = byStart.get(start) ?? [];
        if (!list.some(place => place.code === code && place.name === spoken)) list.push({ code, name: spoken });
        byStart.set(start, list);
      }
    }
  }
  return { exact, byStart };
}

function displayNames(locale: string, style: 'long' | 'short'): Intl.DisplayNames | null {
  try {
    return new Intl.DisplayNames([locale], { type: 'region', style, fallback: 'none' });
  } catch {
    return null;
  }
}

function withoutArticle(word: string, language: string): string {
  return language === 'ar' ? word.replace(/^al(?=[a-z]{4})/, '') : word;
}

let allCodes: string[] | null = null;

function codes(): string[] {
  if (allCodes) return allCodes;
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const isCurrent = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
  const pairs = letters.flatMap(first => letters.map(second => first + second));
  allCodes = pairs.filter(code => names.of(code) && isCurrent(code) && !NOT_COUNTRIES.has(code));
  return allCodes;
}

const NOT_COUNTRIES = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

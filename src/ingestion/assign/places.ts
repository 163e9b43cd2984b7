import { latin } from './latin';
import { spokenForm } from './sound';

/**
 * The country that a word names, as its ISO code: by the country's own name or a word that begins as it does (Serbia, serbio, Сербский). The names are those
 * that the platform knows (Unicode CLDR), in the language of the text. Null when no country, or more than one, is meant.
 */
export function placeOf(latinWord: string, language: string): string | null {
  const names = namesIn(language);
  const exact = names.exact.get(latinWord);
  if (exact) return exact;
  const spoken = spokenForm(latinWord);
  if (spoken.length < 4) return null;
  let best: string | null = null;
  let bestShared = 0;
  for (const { code, name } of names.byStart.get(spoken.slice(0, 4)) ?? []) {
    let shared = 4;
    while (shared < name.length && shared < spoken.length && name[shared] === spoken[shared]) shared++;
    if (shared < name.length - 3 || spoken.length > shared + 6) continue;
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
        const name = latin(display?.of(code) ?? '').replace(/^al(?=[a-z]{4})/, locale === 'ar' ? '' : 'al');
        const bare = name.replace(/[^a-z]/g, '');
        if (!bare || (name.includes(' ') && bare.length > 4)) continue;
        if (bare.length < 4) {
          exact.set(bare, code);
          continue;
        }
        const spoken = spokenForm(bare);
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

let allCodes: string[] | null = null;

function codes(): string[] {
  if (allCodes) return allCodes;
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  allCodes = letters.flatMap(first => letters.map(second => first + second)).filter(code => names.of(code) && !NOT_COUNTRIES.has(code));
  return allCodes;
}

const NOT_COUNTRIES = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

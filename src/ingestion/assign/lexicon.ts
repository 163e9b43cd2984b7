import { readFileSync } from 'node:fs';
const raw = JSON.parse(readFileSync('/tmp/cl/lex.json', 'utf8')) as Record<string, string[]>;
const maps = new Map(Object.entries(raw).map(([l, ws]) => [l, new Map(ws.map(w => w.split('=') as [string, string]))]));
export const englishOf = (word: string, language: string): string | null => (process.env.NOLEX ? null : (maps.get(language)?.get(word) ?? null));

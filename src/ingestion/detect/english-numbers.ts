const SMALL: Record<string, number> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const POWERS: Record<string, number> = { hundred: 100, thousand: 1_000, million: 1_000_000 };

const ONES = Object.keys(SMALL).slice(1, 10).join('|');
const UNDER_HUNDRED = `(?:(?:${Object.keys(TENS).join('|')})(?:[\\s-]+(?:${ONES}))?|${Object.keys(SMALL).join('|')})`;
const HUNDREDS = `(?:(?:${UNDER_HUNDRED}|an?)\\s+hundred(?:\\s+(?:and\\s+)?${UNDER_HUNDRED})?)`;
const UNDER_THOUSAND = `(?:${HUNDREDS}|${UNDER_HUNDRED})`;

/** The pattern of a number in English: digits with or without separators, words, "a dozen". */
export const ENGLISH_NUMBER = [
  `(?:${UNDER_THOUSAND}|an?)\\s+thousand(?:\\s+(?:and\\s+)?${UNDER_THOUSAND})?`,
  `(?:half\\s+a|an?|${UNDER_HUNDRED})\\s+dozen`,
  UNDER_THOUSAND,
  '\\d{1,3}(?:,\\s?\\d{3})+(?!\\d)',
  '\\d+(?:\\.\\d+)?\\s+(?:thousand|million)',
  '\\d+',
].join('|');

/** Reads what `ENGLISH_NUMBER` matched. */
export function readEnglishNumber(text: string): number {
  const words = text
    .toLowerCase()
    .replace(/(?<=\d),\s?(?=\d)/g, '')
    .split(/[\s-]+/);
  if (words.includes('dozen'))
    return words[0] === 'half' ? 6 : 12 * (words[0]?.startsWith('a') ? 1 : readEnglishNumber(words.slice(0, -1).join(' ')));
  let total = 0;
  let group = 0;
  for (const word of words) {
    const power = POWERS[word];
    if (power === 100) group = (group || 1) * power;
    else if (power) {
      total += (group || 1) * power;
      group = 0;
    } else group += SMALL[word] ?? TENS[word] ?? (/^\d/.test(word) ? Number(word) : word === 'a' || word === 'an' ? 1 : 0);
  }
  return Math.round(total + group);
}

/** Vague words and the interval that each stands for. */
export const ENGLISH_VAGUE: readonly { pattern: string; min: number; max: number | null }[] = [
  { pattern: 'tens of thousands', min: 20_000, max: null },
  { pattern: 'hundreds of thousands', min: 200_000, max: null },
  { pattern: 'dozens', min: 24, max: null },
  { pattern: 'scores', min: 40, max: null },
  { pattern: 'hundreds', min: 200, max: null },
  { pattern: 'thousands', min: 2_000, max: null },
  { pattern: 'several', min: 3, max: null },
  { pattern: 'a few', min: 3, max: null },
  { pattern: 'a handful', min: 3, max: null },
];

/** Languages whose month names Intl tells. */
const languages = (
  'af ar az be bg bn bs ca cs cy da de el en es et eu fa-u-ca-gregory fi fr ga gl he hr hu hy id is it ka kk ko lt lv mk mn ms nb nl nn pl pt ro ru sk ' +
  'sl sq sr sr-Latn sv sw ta te hi th-u-ca-gregory tr uk ur uz vi'
).split(' ');

/** Spellings that occur in feeds and that Intl does not tell. */
const further: Record<string, number> = {
  ...{ janvier: 1, fevr: 2, avri: 4, sept: 9, setp: 9, okt: 10, agos: 8, oct: 10 },
  ...{ μαω: 5, μαι: 5, ιον: 6, ιουν: 6, ιολ: 7, ιουλ: 7, αυγ: 8, νοε: 11 },
  ...{
    maj: 5,
    mai: 5,
    mars: 3,
    marzo: 3,
    marz: 3,
    mrz: 3,
    maerz: 3,
    janv: 1,
    juil: 7,
    juli: 7,
    juni: 6,
    ago: 8,
    set: 9,
    ott: 10,
    dic: 12,
    dez: 12,
    des: 12,
  },
};

const english = 'january february march april may june july august september october november december'.split(' ');
const byName = new Map<string, number>();
english.forEach((name, index) => byName.set(name, index + 1).set(name.slice(0, 3), index + 1));
for (const [name, month] of Object.entries(further)) if (!byName.has(name)) byName.set(name, month);
let isComplete = false;

/** The month, 1 to 12, that a word names in one of some sixty languages; letters only, case and accents do not matter. */
export function monthOf(word: string): number | null {
  const known = usualMonthOf(word);
  if (known || isComplete) return known;
  learnAllLanguages();
  isComplete = true;
  return usualMonthOf(word);
}

/** The same among the names at hand: English and the commonest others, and all once `monthOf` had to learn them. */
export function usualMonthOf(word: string): number | null {
  const name = plainWord(word);
  return byName.get(name) ?? byName.get(name.replace(/^ב/, '')) ?? null;
}

/** Lower case, without accents and dots. */
export function plainWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{Mn}.'’]/gu, '')
    .toLowerCase();
}

/** Done only when a word asks for it: it takes some tens of milliseconds. */
function learnAllLanguages(): void {
  for (const language of languages) {
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { month: 'long', day: 'numeric' },
      { month: 'short', day: 'numeric' },
    ] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const part = format.formatToParts(Date.UTC(2021, month - 1, 2)).find(({ type }) => type === 'month')?.value ?? '';
        const name = plainWord(part).trim();
        if (/^[\p{L}\p{M}]{2,}$/u.test(name) && !/^[a-z]{2}$/.test(name) && !byName.has(name)) byName.set(name, month);
      }
    }
  }
}

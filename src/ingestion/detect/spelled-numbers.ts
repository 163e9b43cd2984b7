/** How a language writes numbers. */
export interface NumberWords {
  /** Every word under a hundred thousand but the powers. */
  words: Readonly<Record<string, number>>;
  /** Words that multiply what stands before them: "cent" in "deux cents". */
  powers: Readonly<Record<string, number>>;
  /** What stands between two words of one number, as a pattern: a space, "et", nothing at all. */
  between: string;
  /** What parts the thousands in digits, as a class of characters. */
  separator: string;
}

/** The numbers of a language: a pattern without groups, and how to read what it matched. */
export interface SpelledNumbers {
  pattern: string;
  read: (text: string) => number;
}

const longestFirst = (words: readonly string[]): string => [...words].sort((one, other) => other.length - one.length).join('|');

/** Makes the pattern and the reader of the numbers of a language. */
export function spelledNumbers({ words, powers, between, separator }: NumberWords): SpelledNumbers {
  const word = longestFirst([...Object.keys(words), ...Object.keys(powers)]);
  const power = longestFirst(Object.keys(powers));
  const pattern = [
    `\\d{1,3}(?:${separator}\\d{3})+(?!\\d)(?:\\s+(?:${power})(?![\\p{L}]))?`,
    `\\d+(?:[.,]\\d{1,3})?\\s+(?:${power})(?![\\p{L}])`,
    '\\d+',
    `(?:${word})(?:(?:${between})(?:${word}))*`,
  ].join('|');
  const part = new RegExp(`\\d+(?:[.,]\\d+)?|${word}`, 'giu');
  const separators = new RegExp(`(?<=\\d)${separator}(?=\\d{3}(?!\\d))`, 'gu');
  const read = (text: string): number => {
    let total = 0;
    let group = 0;
    for (const [piece] of text.toLowerCase().replace(separators, '').matchAll(part)) {
      const times = powers[piece];
      if (!times) group += /^\d/.test(piece) ? Number(piece.replace(',', '.')) : (words[piece] ?? 0);
      else if (times === 100) group = (group || 1) * times;
      else {
        total += (group || 1) * times;
        group = 0;
      }
    }
    return Math.round(total + group);
  };
  return { pattern, read };
}

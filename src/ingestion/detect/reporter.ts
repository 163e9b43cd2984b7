/** How a language names who gives a number; the patterns hold a group `who`. */
export interface Reporting {
  expressions: readonly RegExp[];
  /** Words of an office or a public body. */
  office: RegExp;
  /** Articles and the like before a name, which the answer leaves out. */
  article: RegExp;
  /** Where the name ends: a time, a place, the listener. */
  end: RegExp;
}

/** Who is said to give the numbers of a sentence. */
export interface Reporter {
  name: string;
  official: boolean;
}

const LONGEST_NAME = 100;

/** The first reporter that a sentence names; null where it names none. */
export function reporterIn(sentence: string, { expressions, office, article, end }: Reporting): Reporter | null {
  for (const expression of expressions) {
    const who = expression.exec(sentence)?.groups?.who;
    if (!who) continue;
    const name =
      who
        .replace(article, '')
        .split(end)[0]
        ?.trim()
        .replace(/[,.:;]+$/, '') ?? '';
    if (name && name.length < LONGEST_NAME) return { name, official: office.test(name) };
  }
  return null;
}

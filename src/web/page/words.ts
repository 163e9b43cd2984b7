/** How the words of the API read on a page, where lower case and spaces do not suffice. */
const words: Readonly<Record<string, string>> = {
  KILLED: 'killed',
  CHILDREN_KILLED: 'children killed',
  HOSPITALISED: 'in hospital',
  STATE: 'authorities',
  NO_RESPONSE_SEEN: 'no response seen',
  NOT_MONITORED: 'not monitored',
  OFFER_OF_ASSISTANCE: 'offers help',
  CLAIM_OF_RESPONSIBILITY: 'claims responsibility',
  CALL_FOR_CONDEMNATION: 'calls for condemnation',
  CALL_FOR_COOPERATION: 'calls for cooperation',
  CALL_FOR_INVESTIGATION: 'calls for an investigation',
  CALL_FOR_RESTRAINT: 'calls for restraint',
  SUPPORTS: 'supports',
  DISPUTES: 'disputes',
  DENIES: 'denies',
};

/** A word of the API in plain English: `PRESS_RELEASE` is "press release". */
export function wordOf(value: string): string {
  return words[value] ?? value.toLowerCase().replaceAll('_', ' ');
}

/** The same, to begin a sentence with. */
export function titleOf(value: string): string {
  const word = wordOf(value);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const numbers = new Intl.NumberFormat('en-GB');

/** 1234 as "1,234". */
export function numberOf(value: number): string {
  return numbers.format(value);
}

/** "1 report", "2 reports". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** The English name of a language; its code where it has none. */
export function languageName(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

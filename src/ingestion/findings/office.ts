import type { DetectedStatement } from '../detect/detect-statements';

/** Who spoke, and by what office. */
export type Said = Pick<DetectedStatement, 'speaker' | 'person' | 'role' | 'organisation' | 'country'>;

/** An attorney, a candidate or a leader without more speaks for a client or a party, and a witness for nobody. */
const NO_OFFICE =
  /^(?:(?:his|her|their|defen[cs]e|(?!state|commonwealth).*['’]s) )?(?:attorney|lawyer|candidate|nominee|leader|chair(?:man|woman)?|agent|principal|aide)$/i;

/**
 * The speaker of a detected statement with the names tidied; null where nobody speaks by an office: a person without a role of whom only a
 * body is named nearby ("he told police"), or words that are no name.
 */
export function officeOf({ speaker, person, role, organisation, country }: Said): Said | null {
  const said = { speaker: tidy(speaker), person, role: tidy(role), organisation: tidy(organisation), country };
  if (said.speaker === null || /\p{Ll}{3}[.!?]\s|\n|\bwitness/iu.test(said.speaker)) return null;
  if (person && said.role === null && !said.organisation?.includes(' ')) return null;
  return said.role !== null && said.organisation === null && NO_OFFICE.test(said.role) ? null : said;
}

/** Without the words that bring a name in, and the stop behind it. */
function tidy(words: string | null): string | null {
  return (
    words
      ?.split('\n')
      .at(-1)
      ?.replace(/^(?:(?:who|and|as|but)\s+)*(?:(?:said|says|added|according to)\s+)?(?:the\s+)?/i, '')
      .replace(/(?<=\p{L}{4})\.$/u, '')
      .trim() || null
  );
}

import type { Stance } from '../../statement/stance';

/** What tells that a statement does something: condemns, thanks, warns. */
export interface StanceRule {
  stance: Stance;
  expression: RegExp;
}

/** A rule from the words of a language; each begins where a word begins. */
export function stanceRule(stance: Stance, words: string): StanceRule {
  return { stance, expression: new RegExp(`(?<![\\p{L}])(?:${words})`, 'iu') };
}

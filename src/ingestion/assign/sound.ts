/**
 * How a word begins, roughly as it sounds, whatever its language: Tokyo, Tóquio, Tokio and Токио have one key, and so do a country and its adjective.
 * Null for a word too short to tell anything.
 */
export function soundKey(latinWord: string): string | null {
  const sound = spokenForm(latinWord);
  return sound.length < 3 ? null : sound.slice(0, 5);
}

/** A word in the letters that its sounds share across spellings. */
export function spokenForm(latinWord: string): string {
  return latinWord
    .replace(/qu(?=[ei])/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/tch|tsch|ch|sch|sh|zh|dzh/g, 's')
    .replace(/ck|[cq]/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/[yj]/g, 'i')
    .replace(/[wv]/g, 'b')
    .replace(/z/g, 's')
    .replace(/h/g, '')
    .replace(/ou/g, 'u')
    .replace(/(.)\1+/g, '$1');
}

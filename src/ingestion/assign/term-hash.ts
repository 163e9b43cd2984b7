/** A term as a number of 32 bits (FNV-1a): two of some hundred thousand terms share one rarely enough, and no dictionary has to grow. */
export function termHash(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

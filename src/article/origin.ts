const { imul } = Math;

/** How many hashes a signature has, and how many of them make a band. */
const signatureSize = 60;
const bandSize = 3;

/** Words that stand together in one shingle. */
const shingleSize = 3;

/** With fewer words nothing can be said about who copied from whom. */
export const fewestWords = 20;

/** Longer texts are compared by their beginning: what an agency sent comes first, what a paper adds comes last. */
const mostWords = 1_500;

/** From this likeness on (the estimated share of common shingles in all of both) two texts count as one; see docs/decisions/0015-origins.md. */
export const sameOriginFrom = 0.5;

/**
 * The signature of a text (MinHash, Broder 1997), by which its likeness to others can be told without it; null for texts too short to tell.
 * Case, punctuation and layout do not count. Scripts without spaces are taken letter by letter.
 */
export function signatureOf(text: string): number[] | null {
  const words = wordsOf(text);
  if (words.length < fewestWords) return null;
  const signature = new Int32Array(signatureSize).fill(0x7fffffff);
  const hashes = words.map(hashOf);
  for (let at = 0; at + shingleSize <= hashes.length; at += 1) {
    let shingle = 0;
    for (let next = at; next < at + shingleSize; next += 1) shingle = mixed(imul(shingle, 31) + (hashes[next] as number));
    for (let index = 0; index < signatureSize; index += 1) {
      const value = imul(shingle ^ (offsets[index] as number), multipliers[index] as number);
      const spread = value ^ (value >>> 15);
      if (spread < (signature[index] as number)) signature[index] = spread;
    }
  }
  return [...signature];
}

/** The bands of a signature: texts that share one are worth comparing. 20 bands of 3 find 93 of 100 pairs of likeness 0.5, and 99 of 100 of 0.6. */
export function bandsOf(signature: readonly number[]): number[] {
  const bands: number[] = [];
  for (let from = 0; from < signature.length; from += bandSize) {
    let band = mixed(from + 1);
    for (let at = from; at < from + bandSize; at += 1) band = mixed(imul(band, 31) + (signature[at] as number));
    bands.push(band);
  }
  return bands;
}

/** How like the texts of two signatures are, 0 to 1. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  let same = 0;
  for (let index = 0; index < signatureSize; index += 1) if (a[index] === b[index]) same += 1;
  return same / signatureSize;
}

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const word = new RegExp(String.raw`[${unspaced}]|[[\p{L}\p{M}\p{N}]--[${unspaced}]]+`, 'gv');

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [found] of text
    .slice(0, mostWords * 20)
    .toLowerCase()
    .matchAll(word)) {
    if (words.push(found) >= mostWords) break;
  }
  return words;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** The finaliser of MurmurHash3. */
function mixed(value: number): number {
  let hash = value | 0;
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Signatures are stored, so these must never change. */
const offsets = Int32Array.from({ length: signatureSize }, (_, index) => mixed(2 * index + 1));
const multipliers = Int32Array.from({ length: signatureSize }, (_, index) => mixed(0x9e3779b9 + index) | 1);

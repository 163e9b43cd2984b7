/** Weights of terms; the terms are hashes, in rising order. Two of these are compared in one walk, and a story of 150 terms takes about a kilobyte. */
export interface Vector {
  terms: Uint32Array;
  weights: Float32Array;
}

/** What has no term. */
export const emptyVector: Vector = { terms: new Uint32Array(0), weights: new Float32Array(0) };

/** A vector of length one out of weighted terms; only the heaviest are kept. */
export function unitVector(weighted: Iterable<readonly [number, number]>, limit: number): Vector {
  let entries = [...weighted].filter(([, weight]) => weight > 0);
  if (entries.length === 0) return emptyVector;
  if (entries.length > limit) entries = entries.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
  entries.sort((a, b) => a[0] - b[0]);
  const norm = Math.sqrt(entries.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return { terms: Uint32Array.from(entries, ([term]) => term), weights: Float32Array.from(entries, ([, weight]) => weight / norm) };
}

/** The sum of products over the terms that both have. */
export function dot(a: Vector, b: Vector): number {
  const { terms: left, weights: leftWeights } = a;
  const { terms: right, weights: rightWeights } = b;
  let sum = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const x = left[i] as number;
    const y = right[j] as number;
    if (x === y) sum += (leftWeights[i++] as number) * (rightWeights[j++] as number);
    else if (x < y) i++;
    else j++;
  }
  return sum;
}

/** How much of the first, by squared weight, lies in terms that the second has too; 0 to 1 for a unit vector. */
export function coveredShare(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length;) {
    const x = a.terms[i] as number;
    const y = b.terms[j] as number;
    if (x === y) {
      sum += (a.weights[i++] as number) ** 2;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return sum;
}

/** The length of a vector. */
export function lengthOf({ weights }: Vector): number {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  return Math.sqrt(sum);
}

/** The sum of two vectors; only the heaviest terms are kept. */
export function plus(a: Vector, b: Vector, limit: number): Vector {
  const terms = new Uint32Array(a.terms.length + b.terms.length);
  const weights = new Float32Array(terms.length);
  let size = 0;
  for (let i = 0, j = 0; i < a.terms.length || j < b.terms.length; size++) {
    const x = a.terms[i] ?? Infinity;
    const y = b.terms[j] ?? Infinity;
    terms[size] = Math.min(x, y);
    weights[size] = (x <= y ? (a.weights[i++] as number) : 0) + (y <= x ? (b.weights[j++] as number) : 0);
  }
  return size <= limit * 1.25 ? { terms: terms.slice(0, size), weights: weights.slice(0, size) } : heaviest(terms, weights, size, limit);
}

/** What is left of a sum of vectors when one of them is taken out; where the sum let go of a term, nothing is left of it. */
export function minus(sum: Vector, part: Vector): Vector {
  const weights = sum.weights.slice();
  for (let i = 0, j = 0; i < sum.terms.length && j < part.terms.length;) {
    const x = sum.terms[i] as number;
    const y = part.terms[j] as number;
    if (x === y) weights[i] = (weights[i++] as number) - (part.weights[j++] as number);
    else if (x < y) i++;
    else j++;
  }
  const left = [...weights.keys()].filter(i => (weights[i] as number) > ROUNDING);
  return { terms: Uint32Array.from(left, i => sum.terms[i] as number), weights: Float32Array.from(left, i => weights[i] as number) };
}

function heaviest(terms: Uint32Array, weights: Float32Array, size: number, limit: number): Vector {
  const least = weights.slice(0, size).sort()[size - limit] as number;
  const kept: number[] = [];
  for (let i = 0; i < size && kept.length < limit; i++) if ((weights[i] as number) >= least) kept.push(i);
  return { terms: Uint32Array.from(kept, i => terms[i] as number), weights: Float32Array.from(kept, i => weights[i] as number) };
}

/** What sums of single precision may be off by. */
const ROUNDING = 1e-6;

/** How well what was found agrees with what a reader found, over all sentences. */
export interface Agreement {
  precision: number;
  recall: number;
  /** What differs, for the message of a failing test. */
  differences: string[];
}

/** Compares lists of findings, sentence by sentence. */
export function agreementOf(
  cases: readonly (readonly [sentence: string, expected: readonly string[], found: readonly string[]])[],
): Agreement {
  let right = 0;
  let expectedInAll = 0;
  let foundInAll = 0;
  const differences: string[] = [];
  for (const [sentence, expected, found] of cases) {
    const left = [...expected];
    for (const one of found) {
      const at = left.indexOf(one);
      if (at >= 0) left.splice(at, 1);
    }
    right += expected.length - left.length;
    expectedInAll += expected.length;
    foundInAll += found.length;
    if (left.length > 0 || found.length !== expected.length)
      differences.push(`${sentence}\n  expected ${expected.join(', ')}\n  found ${found.join(', ')}`);
  }
  return { precision: right / (foundInAll || 1), recall: right / (expectedInAll || 1), differences };
}

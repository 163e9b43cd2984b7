/** A small trained model: a weighted sum of what was compared, plus a few units that see where the sum alone is wrong. */
export interface Network {
  bias: number;
  linear: ArrayLike<number>;
  /** For each unit its weights, one for each compared value. */
  hidden: ArrayLike<number>[];
  hiddenBias: ArrayLike<number>;
  output: ArrayLike<number>;
}

/** The log odds that two things compared by these values belong together. */
export function logOdds({ bias, linear, hidden, hiddenBias, output }: Network, values: ArrayLike<number>): number {
  let sum = bias;
  for (let i = 0; i < values.length; i++) sum += (linear[i] as number) * (values[i] as number);
  for (let unit = 0; unit < hidden.length; unit++) {
    const weights = hidden[unit] as ArrayLike<number>;
    let inner = hiddenBias[unit] as number;
    for (let i = 0; i < values.length; i++) inner += (weights[i] as number) * (values[i] as number);
    sum += (output[unit] as number) * Math.tanh(inner);
  }
  return sum;
}

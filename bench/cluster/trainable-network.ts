import type { Network } from '../../src/ingestion/assign/network';
import { seeded } from '../measure';

/** One choice to learn from: the options, which of them are right (none: a new story), and how much the choice matters. */
export interface Choice {
  options: Float64Array[];
  right: boolean[];
  weight: number;
}

/** A network while it is being trained. */
export interface TrainableNetwork extends Network {
  linear: Float64Array;
  hidden: Float64Array[];
  hiddenBias: Float64Array;
  output: Float64Array;
}

/** A network that knows nothing yet. */
export function newNetwork(inputs: number, units: number, seed: number): TrainableNetwork {
  const random = seeded(seed);
  const around = (size: number): number => (random() + random() + random() - 1.5) * size;
  return {
    bias: -2,
    linear: new Float64Array(inputs),
    hidden: Array.from({ length: units }, () => Float64Array.from({ length: inputs }, () => around(1 / Math.sqrt(inputs)))),
    hiddenBias: new Float64Array(units),
    output: Float64Array.from({ length: units }, () => around(0.6)),
  };
}

/** Gives the choices of each set a weight, so that a small set counts nearly as much as a large one. */
export function weighted(choicesOfSets: Choice[][]): Choice[] {
  const all = choicesOfSets.flatMap(choices => choices.map(choice => ({ ...choice, weight: choice.weight * choices.length ** -0.7 })));
  const mean = all.reduce((sum, { weight }) => sum + weight, 0) / (all.length || 1);
  return all.map(choice => ({ ...choice, weight: choice.weight / mean }));
}

/** Trains with Adam (Kingma and Ba 2015) to make the right options likely: a softmax over the options and "none of them", which has the odds 0. */
export function train(
  network: TrainableNetwork,
  choices: Choice[],
  { epochs, rate, seed }: { epochs: number; rate: number; seed: number },
): void {
  const random = seeded(seed);
  const bias = Float64Array.of(network.bias);
  const parameters = [bias, network.linear, ...network.hidden, network.hiddenBias, network.output];
  const gradients = parameters.map(values => new Float64Array(values.length));
  const first = parameters.map(values => new Float64Array(values.length));
  const second = parameters.map(values => new Float64Array(values.length));
  const order = choices.map((_, i) => i);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const stepSize = rate * (1 - (0.9 * epoch) / epochs);
    for (let start = 0; start < order.length; start += BATCH) {
      for (const values of gradients) values.fill(0);
      for (const at of order.slice(start, start + BATCH)) addGradient(network, bias, choices[at] as Choice, gradients);
      step++;
      const [firstScale, secondScale] = [1 - 0.9 ** step, 1 - 0.999 ** step];
      parameters.forEach((values, p) => {
        const [slope, mean, spread] = [gradients[p], first[p], second[p]] as [Float64Array, Float64Array, Float64Array];
        for (let i = 0; i < values.length; i++) {
          const gradient = (slope[i] as number) / BATCH + DECAY * (values[i] as number);
          mean[i] = 0.9 * (mean[i] as number) + 0.1 * gradient;
          spread[i] = 0.999 * (spread[i] as number) + 0.001 * gradient * gradient;
          values[i] =
            (values[i] as number) -
            (stepSize * ((mean[i] as number) / firstScale)) / (Math.sqrt((spread[i] as number) / secondScale) + 1e-8);
        }
      });
    }
  }
  network.bias = bias[0] as number;
}

function addGradient(network: TrainableNetwork, bias: Float64Array, { options, right, weight }: Choice, gradients: Float64Array[]): void {
  const units = options.map(values => unitsOf(network, values));
  const odds = options.map(
    (values, i) => (bias[0] as number) + product(network.linear, values) + product(network.output, units[i] as Float64Array),
  );
  const top = Math.max(0, ...odds);
  const shares = odds.map(each => Math.exp(each - top));
  const total = shares.reduce((sum, share) => sum + share, Math.exp(-top));
  const rightTotal = right.some(Boolean) ? shares.reduce((sum, share, i) => sum + (right[i] ? share : 0), 0) : Infinity;
  const [biasSlope, linearSlope, ...rest] = gradients as [Float64Array, Float64Array, ...Float64Array[]];
  const [hiddenBiasSlope, outputSlope] = rest.slice(-2) as [Float64Array, Float64Array];
  options.forEach((values, k) => {
    const share = shares[k] as number;
    const pull = weight * (share / total - (right[k] ? share / rightTotal : 0));
    if (Math.abs(pull) < 1e-5) return;
    biasSlope[0] = (biasSlope[0] as number) + pull;
    addScaled(linearSlope, values, pull);
    (units[k] as Float64Array).forEach((unit, j) => {
      outputSlope[j] = (outputSlope[j] as number) + pull * unit;
      const inner = pull * (network.output[j] as number) * (1 - unit * unit);
      hiddenBiasSlope[j] = (hiddenBiasSlope[j] as number) + inner;
      addScaled(rest[j] as Float64Array, values, inner);
    });
  });
}

function unitsOf({ hidden, hiddenBias }: TrainableNetwork, values: Float64Array): Float64Array {
  return Float64Array.from(hidden, (weights, j) => Math.tanh((hiddenBias[j] as number) + product(weights, values)));
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function addScaled(sum: Float64Array, values: Float64Array, scale: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + scale * (values[i] as number);
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}

const BATCH = 32;
const DECAY = 1e-5;

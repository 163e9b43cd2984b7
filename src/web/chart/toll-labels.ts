import { amountOf, type TollPoint } from './toll-series';

/** A number that is written into the drawing; `narrow` ones have room on a phone, too. */
export interface TollLabel {
  point: TollPoint;
  narrow: boolean;
}

/** How wide the drawing is at least, in pixels, on a screen and on a phone. */
const screen = 900;
const phone = 270;

interface Box {
  left: number;
  right: number;
  y: number;
}

/** Chooses the numbers that have room up and to the left of their marks, where a rising curve leaves it: the last, then the greatest steps. */
export function tollLabels(points: readonly TollPoint[], xOf: (at: number) => number, yOf: (amount: number) => number): TollLabel[] {
  const path = points.filter(({ onPath }) => onPath);
  const highest = points.reduce<TollPoint | undefined>((top, point) => (point.height > (top?.height ?? 0) ? point : top), undefined);
  const steps = path
    .map((point, index) => ({ point, step: Math.abs(point.height - (path[index - 1]?.height ?? 0)) }))
    .filter(({ step }) => step > 0)
    .sort((one, other) => other.step - one.step)
    .map(({ point }) => point);
  const last = path.at(-1);
  const wanted = [...new Set([last, highest, ...steps])].filter(point => point !== undefined);
  const fits = (width: number): ((point: TollPoint) => boolean) => {
    const marks = points.map(point => ({
      left: xOf(point.at) * width - 5,
      right: xOf(point.at) * width + 5,
      y: yOf(point.height) + 5,
      point,
    }));
    const taken: Box[] = [];
    return point => {
      const right = xOf(point.at) * width - 7;
      const box = { left: right - amountOf(point.figure).length * 8.2, right, y: yOf(point.height) - 8 };
      const clash = (other: Box): boolean => box.left < other.right && other.left < box.right && Math.abs(box.y - other.y) < 15;
      if (box.left < 0 || taken.some(clash) || (point !== last && marks.some(mark => mark.point !== point && clash(mark)))) return false;
      taken.push(box);
      return true;
    };
  };
  const onScreen = wanted.filter(fits(screen));
  const onPhone = new Set(onScreen.filter(fits(phone)));
  return onScreen.map(point => ({ point, narrow: onPhone.has(point) }));
}
